package org.latebind.sema;

/** The diagnostics of semantic analysis. */
final class Codes {
    static final String UNDECLARED = "LB4001";
    static final String IMPLICIT = "LB4002";
    static final String INCOMPLETE = "LB4003";
    static final String NO_MEMBER = "LB4004";
    static final String OPERANDS = "LB4005";
    static final String ASSIGNMENT = "LB4006";
    static final String INT_CONVERSION = "LB4007";
    static final String ARGUMENT_COUNT = "LB4008";
    static final String NOT_MODIFIABLE = "LB4009";
    static final String NOT_CONSTANT = "LB4010";
    static final String ASSERTION = "LB4011";
    static final String REDECLARED = "LB4012";
    static final String SPECIFIERS = "LB4013";
    static final String STATEMENT = "LB4014";
    static final String LABEL = "LB4015";
    static final String INITIALIZER = "LB4016";
    static final String ASM = "LB4017";
    static final String BUILTIN = "LB4018";
    static final String ATTRIBUTE = "LB4019";
    static final String UNSUPPORTED = "LB4020";
    static final String GENERIC = "LB4021";
    static final String RETURN = "LB4022";
    static final String CALLEE = "LB4023";
    static final String LITERAL = "LB4024";
    static final String TAG = "LB4025";
    static final String POINTERS = "LB4026";
    static final String ENUMERATOR = "LB4027";
    static final String BIT_FIELD = "LB4028";
    static final String UNBOUND = "LB4029";
    static final String TOO_DEEP = "LB4030";
    static final String QUALIFIERS = "LB4031";
    static final String PROTOTYPE = "LB4032";
    static final String DESIGNATED = "LB4033";
    static final String VARIABLE_LENGTH = "LB4034";

    private Codes() {}
}
