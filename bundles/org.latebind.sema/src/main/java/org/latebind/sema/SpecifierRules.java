package org.latebind.sema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.Storage;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;

/** Which specifiers may stand where: the constraints of C11 6.7.1, 6.7.3, 6.7.4 and 6.7.5. */
final class SpecifierRules {
    private static final Set<Storage> EXCLUSIVE =
            EnumSet.of(Storage.TYPEDEF, Storage.EXTERN, Storage.STATIC, Storage.AUTO, Storage.REGISTER);

    private final Unit unit;

    SpecifierRules(Unit unit) {
        this.unit = unit;
    }

    // ---- storage classes, 6.7.1

    void atFile(Specifiers specifiers, boolean definesFunction) {
        var at = specifiers.span().at();
        combined(specifiers);
        var storage = specifiers.storage();
        if (storage.contains(Storage.AUTO) || definesFunction && storage.contains(Storage.REGISTER)) {
            wrong(at, "a declaration at file scope is neither 'auto' nor 'register'");
        } else if (definesFunction && storage.contains(Storage.TYPEDEF)) {
            wrong(at, "a function definition is no 'typedef'");
        }
    }

    void inBlock(Specifiers specifiers) {
        combined(specifiers);
        var storage = specifiers.storage();
        if (storage.contains(Storage.THREAD_LOCAL)
                && !storage.contains(Storage.STATIC) && !storage.contains(Storage.EXTERN)) {
            wrong(specifiers.span().at(), "a thread-local variable of a block is 'static' or 'extern'");
        }
    }

    /** A function declared in a block: a static one would be nested, and there is none without a body. */
    void functionInBlock(Specifiers specifiers) {
        if (specifiers.storage().contains(Storage.STATIC) || specifiers.storage().contains(Storage.REGISTER)) {
            wrong(specifiers.span().at(), "a function declared in a block is 'extern'");
        }
    }

    void inForLoop(Specifiers specifiers) {
        if (specifiers.storage().stream().anyMatch(s -> s != Storage.AUTO && s != Storage.REGISTER)) {
            wrong(specifiers.span().at(), "a variable that a 'for' declares is 'auto' or 'register'");
        }
    }

    void ofParameter(Specifiers specifiers) {
        if (specifiers.storage().stream().anyMatch(s -> s != Storage.REGISTER)) {
            wrong(specifiers.span().at(), "of storage classes a parameter has 'register' only");
        }
        notOnFunction(specifiers);
    }

    void ofMember(Specifiers specifiers) {
        if (!specifiers.storage().isEmpty()) {
            wrong(specifiers.span().at(), "a member has no storage class");
        }
        notOnFunction(specifiers);
    }

    private void combined(Specifiers specifiers) {
        var storage = specifiers.storage();
        long exclusive = storage.stream().filter(EXCLUSIVE::contains).count();
        boolean threads = storage.contains(Storage.THREAD_LOCAL)
                && storage.stream().anyMatch(s -> s == Storage.TYPEDEF || s == Storage.AUTO || s == Storage.REGISTER);
        // gcc's 'auto' that declares a nested function is refused where that is.
        if (exclusive > 1 || threads) {
            wrong(specifiers.span().at(), "several storage classes in one declaration");
        }
    }

    // ---- declarators, 6.7.6

    /** What only a parameter's array may have: {@code [static 3]}, {@code [const 3]}. */
    void noParameter(Declarator declarator) {
        switch (declarator) {
            case Declarator.Identifier i -> { }
            case Declarator.Array a -> {
                if (a.isStatic() || !a.qualifiers().isEmpty()) {
                    wrong(a.span().at(), "'static' and qualifiers in an array's brackets are for parameters only");
                }
                noParameter(a.inner());
            }
            case Declarator.Pointer p -> noParameter(p.inner());
            case Declarator.Function f -> noParameter(f.inner());
            case Declarator.Attributed a -> noParameter(a.inner());
        }
    }

    /** {@code void f(a, b);} names parameters and says nothing of them. */
    void noDefinition(Declarator declarator) {
        TypeBuilder.functionDeclarator(declarator).filter(f -> !f.identifiers().isEmpty() && !unit.isDeferred())
                .ifPresent(f -> unit.reports.warning(Codes.SPECIFIERS, f.span().at(),
                        "parameter names without types in a declaration that is not a definition"));
    }

    // ---- function specifiers, 6.7.4

    /** What is declared is no function: gcc warns of that. */
    void notOnFunction(Specifiers specifiers) {
        if (!specifiers.function().isEmpty()) {
            unit.reports.warning(Codes.SPECIFIERS, specifiers.span().at(), "'inline' and '_Noreturn' apply to functions only");
        }
    }

    // ---- restrict, 6.7.3

    /** @param type what {@code restrict} qualifies */
    void restrict(QualifiedType type, Position at) {
        boolean allowed = type.type() instanceof Type.Pointer p && !Types.isFunction(p.target().type())
                || Types.isUnknown(type.type()) || type.type() instanceof Type.Array a && isPointer(a.element());
        if (!allowed) {
            wrong(at, "'restrict' qualifies pointers to objects only, not " + unit.text.quoted(Types.unqualified(type)));
        }
    }

    private static boolean isPointer(QualifiedType type) {
        return Types.isPointer(type.type()) || Types.isUnknown(type.type())
                || type.type() instanceof Type.Array a && isPointer(a.element());
    }

    // ---- alignment, 6.7.5

    void cannotBeAligned(List<Attribute> attributes, String what) {
        attributes.stream().filter(Attribute.AlignAs.class::isInstance).findFirst()
                .ifPresent(a -> wrong(a.span().at(), "'_Alignas' is not for " + what));
    }

    /** An object may be aligned more strictly than its type, and no less. */
    void alignment(List<Attribute> attributes, int alignment, QualifiedType type) {
        attributes.stream().filter(Attribute.AlignAs.class::isInstance).findFirst().ifPresent(a -> {
            boolean known = !unit.dependsOnUnknown(type) && unit.types.isComplete(type.type()) && !Types.isUnknown(type.type())
                    && !Types.isFunction(type.type());
            if (known && alignment > 0 && alignment < unit.layouts.alignOf(type)) {
                wrong(a.span().at(), "'_Alignas' asks for " + alignment + ", which is less than "
                        + unit.text.quoted(type) + " has");
            }
        });
    }

    private void wrong(Position at, String message) {
        unit.reports.error(Codes.SPECIFIERS, at, message);
    }
}
