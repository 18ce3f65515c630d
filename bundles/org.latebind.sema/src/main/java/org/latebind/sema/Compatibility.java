package org.latebind.sema;

import java.util.ArrayList;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;

/** C11 6.2.7: compatible and composite types. */
final class Compatibility {
    private final TypeRegistry registry;
    private final Conversions conversions;

    Compatibility(TypeRegistry registry, Conversions conversions) {
        this.registry = registry;
        this.conversions = conversions;
    }

    /** C11 6.7.3p10: the same qualifiers, compatible types. */
    boolean compatible(QualifiedType a, QualifiedType b) {
        if (Types.isUnknown(a.type()) || Types.isUnknown(b.type())) {
            return true;
        }
        return Types.qualifiersOf(a) == Types.qualifiersOf(b)
                && Types.addressSpaceOf(a) == Types.addressSpaceOf(b)
                && compatible(a.type(), b.type());
    }

    /** Top-level qualifiers apart. */
    boolean compatible(Type a, Type b) {
        if (a.equals(b) || Types.isUnknown(a) || Types.isUnknown(b)) {
            return true;
        }
        if (a instanceof Type.Enum e && b instanceof Type.Integer i) {
            return registry.enumeration(e.id()).representation() == i.kind();
        }
        if (a instanceof Type.Integer && b instanceof Type.Enum) {
            return compatible(b, a);
        }
        if (a instanceof Type.Pointer p && b instanceof Type.Pointer q) {
            return compatible(p.target(), q.target());
        }
        if (a instanceof Type.Array x && b instanceof Type.Array y) {
            return compatible(x.element(), y.element()) && compatible(x.length(), y.length());
        }
        return a instanceof Type.Function f && b instanceof Type.Function g && compatible(f, g);
    }

    private static boolean compatible(ArrayLength a, ArrayLength b) {
        return !(a instanceof ArrayLength.Known x && b instanceof ArrayLength.Known y) || x.equals(y);
    }

    /** C11 6.7.6.3p15; parameters without their own qualifiers. */
    private boolean compatible(Type.Function a, Type.Function b) {
        if (a.foreign() != b.foreign() || !compatibleResults(a.result(), b.result())) {
            return false;
        }
        if (!a.prototype() || !b.prototype()) {
            var known = a.prototype() ? a : b;
            return !known.prototype() || !known.variadic() && promotedAlready(known);
        }
        if (a.variadic() != b.variadic() || a.parameters().size() != b.parameters().size()) {
            return false;
        }
        for (int i = 0; i < a.parameters().size(); i++) {
            var x = a.parameters().get(i).type();
            var y = b.parameters().get(i).type();
            if (!compatible(x, y) && !isTransparent(x, y) && !isTransparent(y, x)) {
                return false;
            }
        }
        return true;
    }

    /** gcc's: a parameter of a transparent union may be declared again with the type of one of its members. */
    private boolean isTransparent(Type union, Type member) {
        return union instanceof Type.Record r && registry.record(r.id()).transparent()
                && registry.record(r.id()).members().stream().anyMatch(m -> compatible(m.type().type(), member));
    }

    /** Qualifiers on a returned value mean nothing. */
    private boolean compatibleResults(QualifiedType a, QualifiedType b) {
        return compatible(a.type(), b.type());
    }

    private boolean promotedAlready(Type.Function function) {
        return function.parameters().stream().allMatch(p -> conversions.defaultPromoted(p.type()).equals(p.type()));
    }

    /** The composite of two compatible types, with {@code a}'s qualifiers. */
    QualifiedType composite(QualifiedType a, QualifiedType b) {
        var type = composite(a.type(), b.type());
        return new QualifiedType(type, a.qualifiers(), a.addressSpace(), Math.max(a.alignment(), b.alignment()));
    }

    Type composite(Type a, Type b) {
        if (a.equals(b) || Types.isUnknown(b)) {
            return a;
        }
        if (Types.isUnknown(a)) {
            return b;
        }
        if (a instanceof Type.Pointer p && b instanceof Type.Pointer q) {
            return new Type.Pointer(composite(p.target(), q.target()));
        }
        if (a instanceof Type.Array x && b instanceof Type.Array y) {
            var length = x.length() instanceof ArrayLength.Known ? x.length()
                    : y.length() instanceof ArrayLength.Known || x.length() instanceof ArrayLength.Incomplete
                            ? y.length() : x.length();
            return new Type.Array(composite(x.element(), y.element()), length);
        }
        if (a instanceof Type.Function f && b instanceof Type.Function g) {
            return composite(f, g);
        }
        return a;
    }

    private Type composite(Type.Function a, Type.Function b) {
        if (!a.prototype() || !b.prototype()) {
            return a.prototype() ? a : b;
        }
        var parameters = new ArrayList<QualifiedType>();
        for (int i = 0; i < a.parameters().size(); i++) {
            var parameter = a.parameters().get(i);
            var other = b.parameters().get(i);
            boolean declaredAgain = !compatible(parameter.type(), other.type()) && isTransparent(parameter.type(), other.type());
            parameters.add(declaredAgain ? other : composite(parameter, other));
        }
        return new Type.Function(composite(a.result(), b.result()), parameters, a.variadic(), true, a.foreign());
    }
}
