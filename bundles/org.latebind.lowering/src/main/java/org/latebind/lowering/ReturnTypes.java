package org.latebind.lowering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.target.api.WarningFlags;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedStatement;

/**
 * gcc's {@code -Wreturn-type} of the functions of one unit.
 *
 * <pre>
 * static int f(int m) { if (m) g(); }        control reaches the end
 * static int h(void) { for (;;) g(); }       static, and no return at all (gcc/c/c-decl.cc, finish_function)
 * </pre>
 *
 * <p>gcc looks where control goes once unused functions are gone, and before anything is optimized but constant
 * conditions (gcc/tree-cfg.cc, pass_warn_function_return).
 */
final class ReturnTypes {
    private static final String WARNING = "return-type";

    private final WarningFlags warnings;
    private final List<TypedFunction> endless = new ArrayList<>();
    private final List<TypedFunction> reached = new ArrayList<>();
    private final Map<FunctionId, Set<FunctionId>> references = new HashMap<>();
    private final Set<FunctionId> roots = new HashSet<>();

    ReturnTypes(WarningFlags warnings) {
        this.warnings = warnings;
    }

    /** A function is named, in another or, where that is null, in an object. */
    void refers(TypedFunction from, FunctionId to) {
        if (from == null) {
            roots.add(to);
        } else {
            references.computeIfAbsent(from.id(), id -> new HashSet<>()).add(to);
        }
    }

    void check(TypedFunction function, boolean endIsReached, boolean leavesForGood) {
        boolean returnsValue = !(function.type().result().type() instanceof Type.Void);
        if (!warnings.isAsked(WARNING) || !returnsValue || function.name().equals("main")
                || function.attributes().is(Flag.NORETURN) || function.attributes().is(Flag.NAKED)) {
            return;
        }
        boolean isStatic = function.linkage() == Linkage.INTERNAL;
        if (isStatic && !leavesForGood && !returns(function.body().orElseThrow().block())) {
            endless.add(function);
        } else if (endIsReached) {
            reached.add(function);
        }
    }

    private static boolean returns(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Return r -> true;
            case TypedStatement.Block block -> block.items().stream().anyMatch(ReturnTypes::returns);
            case TypedStatement.If s -> returns(s.then()) || s.otherwise().filter(ReturnTypes::returns).isPresent();
            case TypedStatement.For s -> returns(s.body());
            case TypedStatement.While s -> returns(s.body());
            case TypedStatement.DoWhile s -> returns(s.body());
            case TypedStatement.Switch s -> returns(s.body());
            case TypedStatement.Label s -> returns(s.body());
            case TypedStatement.Declare d -> false;
            case TypedStatement.Evaluate e -> false;
            case TypedStatement.Goto g -> false;
            case TypedStatement.ComputedGoto g -> false;
            case TypedStatement.Break b -> false;
            case TypedStatement.Continue c -> false;
            case TypedStatement.Asm a -> false;
            case TypedStatement.Empty e -> false;
        };
    }

    /** What is found, once all functions have been lowered. */
    List<Diagnostic> findings(List<TypedFunction> functions) {
        var found = new ArrayList<Diagnostic>();
        endless.forEach(function -> found.add(finding(function, "has no 'return'")));
        if (!reached.isEmpty()) {
            var kept = kept(functions);
            reached.stream().filter(function -> kept.contains(function.id()))
                    .forEach(function -> found.add(finding(function, "may end without a 'return'")));
        }
        return found;
    }

    private Diagnostic finding(TypedFunction function, String what) {
        var message = "'" + function.name() + "' returns a value and " + what;
        return warnings.isError(WARNING)
                ? Diagnostic.error(Refusal.RETURN_TYPE, function.at(), message)
                : Diagnostic.warning(Refusal.RETURN_TYPE, function.at(), message);
    }

    /** Functions that other files may call, and what these lead to. */
    private Set<FunctionId> kept(List<TypedFunction> functions) {
        var pending = new ArrayDeque<FunctionId>(roots);
        var aliased = new HashSet<String>();
        functions.forEach(function -> function.attributes().alias().ifPresent(aliased::add));
        for (var function : functions) {
            var attributes = function.attributes();
            if (function.linkage() == Linkage.EXTERNAL || aliased.contains(function.linkName())
                    || attributes.is(Flag.USED) || attributes.is(Flag.CONSTRUCTOR) || attributes.is(Flag.DESTRUCTOR)) {
                pending.add(function.id());
            }
        }
        var kept = new HashSet<FunctionId>(pending);
        while (!pending.isEmpty()) {
            for (var next : references.getOrDefault(pending.poll(), Set.of())) {
                if (kept.add(next)) {
                    pending.add(next);
                }
            }
        }
        return kept;
    }
}
