package org.latebind.lowering;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.typed.api.SymbolAttributes;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;

/** What LLVM is told of functions: the settings' attributes and the program's. */
final class FunctionAttributes {
    private final CodegenSettings settings;

    FunctionAttributes(CodegenSettings settings) {
        this.settings = settings;
    }

    List<String> ofDefinition(TypedFunction function) {
        var attributes = function.attributes();
        var list = new ArrayList<String>();
        if (attributes.is(Flag.NOINLINE)) {
            list.add("noinline");
        } else if (attributes.is(Flag.ALWAYS_INLINE)) {
            list.add("alwaysinline");
        } else if (function.inline()) {
            list.add("inlinehint");
        }
        if (attributes.is(Flag.NAKED)) {
            list.add("naked");
        }
        if (attributes.is(Flag.HOT)) {
            list.add("hot");
        }
        if (attributes.is(Flag.NO_PROFILE)) {
            list.add("noprofile");
        }
        if (attributes.is(Flag.NO_CF_CHECK)) {
            list.add("nocf_check");
        }
        common(attributes, list);
        for (var text : settings.functionAttributes(traits(attributes))) {
            if (!list.contains(text)) {
                list.add(text);
            }
        }
        return list;
    }

    List<String> ofDeclaration(TypedFunction function) {
        var list = new ArrayList<String>();
        common(function.attributes(), list);
        return list;
    }

    private static void common(SymbolAttributes attributes, List<String> list) {
        list.add("nounwind");
        if (attributes.is(Flag.NORETURN)) {
            list.add("noreturn");
        }
        if (attributes.is(Flag.COLD)) {
            list.add("cold");
        }
        if (attributes.is(Flag.RETURNS_TWICE)) {
            list.add("returns_twice");
        }
        if (attributes.is(Flag.CONST)) {
            list.add("willreturn");
            list.add("memory(none)");
        } else if (attributes.is(Flag.PURE)) {
            list.add("willreturn");
            list.add("memory(read)");
        }
        attributes.errorMessage().ifPresent(m -> list.add("\"dontcall-error\"=" + IrText.quoted(m)));
        attributes.warningMessage().ifPresent(m -> list.add("\"dontcall-warn\"=" + IrText.quoted(m)));
    }

    private static EnumSet<Trait> traits(SymbolAttributes attributes) {
        var traits = EnumSet.noneOf(Trait.class);
        if (attributes.is(Flag.NO_INSTRUMENT_FUNCTION)) {
            traits.add(Trait.NOT_INSTRUMENTED);
        }
        if (attributes.is(Flag.NO_STACK_PROTECTOR)) {
            traits.add(Trait.NO_STACK_PROTECTOR);
        }
        if (attributes.is(Flag.NO_PATCHABLE_ENTRY)) {
            traits.add(Trait.OWN_PATCHABLE_ENTRY);
        }
        if (attributes.alignment() != 0) {
            traits.add(Trait.OWN_ALIGNMENT);
        }
        return traits;
    }

    int alignment(TypedFunction function) {
        return Math.max(function.attributes().alignment(), settings.functionAlignment());
    }

    /** Attributes of the result, each with a space behind it. */
    static String ofResult(SymbolAttributes attributes, Type.Function type) {
        if (!(type.result().type() instanceof Type.Pointer)) {
            return "";
        }
        return (attributes.is(Flag.MALLOC) ? "noalias " : "");
    }
}
