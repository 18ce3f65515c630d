package org.latebind.sema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.LocalId;
import org.latebind.typed.api.LocalVariable;
import org.latebind.typed.api.Lvalue;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.Type;

/** What the parts of one function's body share. */
final class FunctionContext {
    /** The size of a variable length array, to be computed where the type is reached. */
    record Size(LocalId local, Rvalue value, Position at) {}

    /** How much there was, to go back to after an operand that is not evaluated. */
    record Mark(int locals, int sizes) {}

    final FunctionEntity function;
    final Type.Function type;
    final Labels labels;
    final Deque<SwitchContext> switches = new ArrayDeque<>();
    private final Unit unit;
    private final List<LocalVariable> locals = new ArrayList<>();
    private final List<Size> sizes = new ArrayList<>();
    /** Locals with the attribute {@code nonstring}. */
    final Set<LocalId> nonStrings = new HashSet<>();
    /** Locals declared {@code register}. */
    final Set<LocalId> registers = new HashSet<>();
    /** Where locals pinned to a register are first named, and which of them anything is put into. */
    private final Map<LocalId, Position> pinned = new LinkedHashMap<>();
    private final Set<LocalId> written = new HashSet<>();
    private int statics;
    int breakable;
    int loops;

    FunctionContext(Unit unit, FunctionEntity function) {
        this.unit = unit;
        this.function = function;
        this.type = function.type;
        this.labels = new Labels(unit);
    }

    FunctionId id() {
        return unit.id(function);
    }

    LocalId addLocal(
            Optional<String> name, QualifiedType type, int alignment, Optional<String> register,
            Optional<FunctionId> cleanup, boolean uninitialized, Position at) {
        var id = new LocalId(locals.size());
        locals.add(new LocalVariable(id, name, type, alignment, register, cleanup, uninitialized, at));
        return id;
    }

    LocalId temporary(QualifiedType type, Position at) {
        return addLocal(Optional.empty(), Types.unqualified(type), 0, Optional.empty(), Optional.empty(), true, at);
    }

    LocalVariable local(LocalId id) {
        return locals.get(id.index());
    }

    /** Gives a local the type its initializer completed. */
    void retype(LocalId id, QualifiedType type) {
        var old = locals.get(id.index());
        locals.set(id.index(), new LocalVariable(
                id, old.name(), type, old.alignment(), old.register(), old.cleanup(), old.uninitialized(), old.at()));
    }

    void named(LocalId id, Position at) {
        if (id.index() >= 0 && local(id).register().isPresent() && !unit.isUnevaluated()) {
            pinned.putIfAbsent(id, at);
        }
    }

    /** Notes that something is put into an object: an initializer, an assignment, an output of asm. */
    void write(Lvalue place) {
        if (place instanceof Lvalue.Local local) {
            written.add(local.local());
        }
    }

    /** What a register holds by itself can be asked for by a variable at file scope only. */
    void refuseUnwritten() {
        pinned.forEach((id, at) -> {
            if (!written.contains(id)) {
                unit.reports.report(Diagnostic.error(Codes.UNSUPPORTED, at, "register '"
                                + local(id).register().orElseThrow() + "' is read through a local variable that nothing is put into")
                        .withHelp("declare the register variable at file scope"));
            }
        });
    }

    LocalId addSize(Rvalue value, Position at) {
        var local = temporary(QualifiedType.of(value.type()), at);
        sizes.add(new Size(local, value, at));
        return local;
    }

    /** Sizes noted and not yet computed anywhere. */
    List<Size> takeSizes() {
        var taken = List.copyOf(sizes);
        sizes.clear();
        return taken;
    }

    void restoreSizes(List<Size> earlier) {
        sizes.addAll(0, earlier);
    }

    Mark mark() {
        return new Mark(locals.size(), sizes.size());
    }

    void reset(Mark mark) {
        if (sizes.size() > mark.sizes()) {
            return;
        }
        locals.subList(mark.locals(), locals.size()).clear();
    }

    List<LocalVariable> locals() {
        return locals;
    }

    int nextStatic() {
        return statics++;
    }

    LabelId newLabel() {
        return labels.fresh();
    }
}
