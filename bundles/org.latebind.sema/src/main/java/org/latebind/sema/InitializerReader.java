package org.latebind.sema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.PermissiveError;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Initializer.Designator;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordDefinition;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.ArrayLength;
import org.latebind.typed.api.TypedInitializer;

/**
 * Reads one initializer, C11 6.7.9: designators, ranges, elided braces.
 *
 * <pre>
 * struct { int a; struct { int b, c; }; int d[]; } x = { 1, 2, .d = { [2 ... 3] = 7 } };
 *   Members 0: 1, 1: Members 0: 2, 2: Elements 2..3: 7
 * </pre>
 */
final class InitializerReader {
    /** One element of a braced list: its value, and the designators not yet followed. */
    private record Item(List<Step> steps, Initializer value) {}

    /** A designator as positions in the aggregate it applies to. */
    private record Step(long low, long high, Position at) {}

    private final Unit unit;
    private final Scope scope;
    private final Members members;
    private final Map<Initializer, Operand> analyzed = new IdentityHashMap<>();

    InitializerReader(Unit unit, Scope scope) {
        this.unit = unit;
        this.scope = scope;
        this.members = new Members(unit);
    }

    Initializers.Result read(QualifiedType type, Initializer initializer) {
        if (isUnknown(type)) {
            analyzeAll(initializer);
            return new Initializers.Result(
                    unit.isKernelRecord(type.type()) ? QualifiedType.of(Types.UNKNOWN) : type, Optional.empty());
        }
        boolean sized = Declarations.isIncompleteArray(type);
        var complete = sized ? ((Type.Array) type.type()).element() : type;
        if (!unit.requireComplete(complete, initializer.span().at())) {
            analyzeAll(initializer);
            return new Initializers.Result(QualifiedType.of(Types.UNKNOWN), Optional.empty());
        }
        if (Types.isVariable(type.type())) {
            unit.reports.error(Codes.INITIALIZER, initializer.span().at(),
                    "a variable length array cannot have an initializer");
            return new Initializers.Result(type, Optional.empty());
        }
        var value = object(type, initializer);
        return new Initializers.Result(sized ? sized(type, value) : type, Optional.of(value.finished()));
    }

    /** C11 6.7.9p22: the array's size is what its initializer needs. */
    private QualifiedType sized(QualifiedType type, InitialValue value) {
        var element = ((Type.Array) type.type()).element();
        long length = switch (value) {
            case InitialValue.OfArray array -> array.length();
            case InitialValue.Leaf leaf when leaf.value() instanceof TypedInitializer.Text text ->
                text.data().elements().size();
            case InitialValue.Leaf leaf when leaf.value() instanceof TypedInitializer.Elements elements ->
                elements.values().isEmpty() ? 0 : elements.values().getLast().high() + 1;
            default -> 0;
        };
        return type.withType(Types.arrayOf(element, length));
    }

    private boolean isUnknown(QualifiedType type) {
        return Types.isUnknown(type.type()) || unit.isKernelRecord(type.type())
                || type.type() instanceof Type.Array a && isUnknown(a.element());
    }

    // ---- whole objects

    private InitialValue object(QualifiedType type, Initializer initializer) {
        return switch (initializer) {
            case Initializer.Single single -> whole(type, single)
                    .orElseGet(() -> invalid(type, initializer.span().at()));
            case Initializer.Braced braced -> braced(type, braced);
        };
    }

    private InitialValue invalid(QualifiedType type, Position at) {
        unit.reports.error(Codes.INITIALIZER, at, "invalid initializer for " + unit.text.quoted(type));
        return new InitialValue.Leaf(new TypedInitializer.Single(Types.unknownValue(at)));
    }

    private InitialValue braced(QualifiedType type, Initializer.Braced braced) {
        var items = items(type, braced);
        if (isUnknown(type)) {
            analyzeAll(braced);
            return new InitialValue.Leaf(new TypedInitializer.Single(Types.unknownValue(braced.span().at())));
        }
        if (type.type() instanceof Type.Array && items.size() == 1 && items.getFirst().steps().isEmpty()
                && items.getFirst().value() instanceof Initializer.Single single) {
            var text = text(type, single);
            if (text.isPresent()) {
                return text.get();
            }
        }
        if (!isAggregate(type)) {
            return bracedScalar(type, items, braced.span().at());
        }
        var value = empty(type);
        if (isPlacingUncertain(type, braced)) {
            unit.reports.quietly(() -> new ListReader(items).top(value, type));
        } else {
            new ListReader(items).top(value, type);
        }
        return value;
    }

    /** {@code { MACRO(x), 1 }}: where a macro may stand for several elements, or members are not known, 1 is anyone's. */
    private boolean isPlacingUncertain(QualifiedType type, Initializer.Braced braced) {
        return unit.isDeferred() && braced.items().stream().anyMatch(InitializerReader::isPositional)
                && (unit.dependsOnUnknown(type) || braced.items().stream().anyMatch(this::mayBeSeveral));
    }

    private static boolean isPositional(Initializer.Item item) {
        return item instanceof Initializer.Item.Element element && element.designators().isEmpty();
    }

    private boolean mayBeSeveral(Initializer.Item item) {
        if (!(item instanceof Initializer.Item.Element element)) {
            return true;
        }
        return element.value() instanceof Initializer.Single single && switch (single.value()) {
            case Expression.Name name -> UndecidedStatements.isUndeclared(name, scope);
            case Expression.Call call -> call.callee() instanceof Expression.Name name && UndecidedStatements.isUndeclared(name, scope);
            case Expression.MacroUse use -> true;
            default -> false;
        };
    }

    private InitialValue bracedScalar(QualifiedType type, List<Item> items, Position at) {
        if (items.isEmpty()) {
            return new InitialValue.Leaf(new TypedInitializer.Single(zero(type.type(), at)));
        }
        if (items.size() > 1) {
            unit.reports.warning(Codes.INITIALIZER, at, "excess elements in scalar initializer");
        }
        return object(type, items.getFirst().value());
    }

    private Rvalue zero(Type type, Position at) {
        return unit.conversions.convert(Types.constant(0, Types.INT, at), type);
    }

    private static boolean isAggregate(QualifiedType type) {
        return type.type() instanceof Type.Array || type.type() instanceof Type.Record || Types.isVector(type.type());
    }

    private InitialValue empty(QualifiedType type) {
        return switch (type.type()) {
            case Type.Array a -> new InitialValue.OfArray(a.element());
            case Type.Vector v -> new InitialValue.OfArray(QualifiedType.of(v.element()));
            case Type.Record r -> new InitialValue.OfRecord(r.id(), unit.types.definition(r).union());
            default -> throw new IllegalArgumentException("no aggregate: " + type);
        };
    }

    private Operand operand(Initializer.Single single) {
        return analyzed.computeIfAbsent(single, s -> unit.expressions.analyze(single.value(), scope));
    }

    /** The value of an expression for a whole object; empty where it can only begin a brace-elided aggregate. */
    private Optional<InitialValue> whole(QualifiedType type, Initializer.Single single) {
        var text = text(type, single);
        if (text.isPresent()) {
            return text;
        }
        if (isUnknown(type)) {
            operand(single);
            return Optional.of(leaf(Types.unknownValue(single.span().at())));
        }
        var operand = operand(single);
        if (!isAggregate(type)) {
            return Optional.of(leaf(unit.conversions.assign(
                    type, unit.initializers.scalarInPlace(operand), "initialization")));
        }
        if (Types.isUnknown(operand.type().type())) {
            return Optional.of(leaf(Types.unknownValue(single.span().at())));
        }
        if (!unit.compatibility.compatible(type.type(), operand.type().type())) {
            return Types.isVector(type.type()) && Types.isVector(operand.type().type())
                    ? Optional.of(leaf(unit.conversions.assign(type, operand, "initialization")))
                    : Optional.empty();
        }
        var literal = unit.initializers.inPlace(operand);
        if (literal.isPresent()) {
            return Optional.of(new InitialValue.Leaf(literal.get()));
        }
        return type.type() instanceof Type.Array
                ? Optional.empty()
                : Optional.of(leaf(unit.conversions.assign(type, operand, "initialization")));
    }

    private static InitialValue leaf(Rvalue value) {
        return new InitialValue.Leaf(new TypedInitializer.Single(value));
    }

    /** A string literal for an array of its characters, C11 6.7.9p14. */
    private Optional<InitialValue> text(QualifiedType type, Initializer.Single single) {
        if (!(type.type() instanceof Type.Array array)
                || !(Expressions.withoutParentheses(single.value()) instanceof Expression.Text text)
                || !Types.isInteger(array.element().type())) {
            return Optional.empty();
        }
        var data = unit.literals.text(text).data();
        if (unit.types.width(array.element().type()) != data.elementBytes() * 8) {
            return Optional.empty();
        }
        if (array.length() instanceof ArrayLength.Known known && data.elements().size() - 1 > known.elements()) {
            unit.reports.warning(Codes.INITIALIZER, single.span().at(),
                    "the string is longer than the array of " + known.elements() + " characters");
        }
        return Optional.of(new InitialValue.Leaf(new TypedInitializer.Text(data)));
    }

    private void analyzeAll(Initializer initializer) {
        switch (initializer) {
            case Initializer.Single single -> unit.expressions.value(single.value(), scope);
            case Initializer.Braced braced -> {
                for (var item : braced.items()) {
                    if (item instanceof Initializer.Item.Element element) {
                        analyzeAll(element.value());
                    }
                }
            }
        }
    }

    // ---- designators

    private List<Item> items(QualifiedType type, Initializer.Braced braced) {
        var items = new ArrayList<Item>();
        for (var item : braced.items()) {
            switch (item) {
                case Initializer.Item.Element element -> {
                    var steps = steps(type, element.designators());
                    if (steps.isPresent()) {
                        items.add(new Item(steps.get(), element.value()));
                    } else {
                        analyzeAll(element.value());
                    }
                }
                case Initializer.Item.MacroUse use -> unit.unbound(use.span().at(), use.name());
                case Initializer.Item.Undecided undecided -> unit.unbound(undecided.span().at(), "#if");
            }
        }
        return items;
    }

    private Optional<List<Step>> steps(QualifiedType type, List<Designator> designators) {
        var steps = new ArrayList<Step>();
        var current = type;
        for (var designator : designators) {
            if (isUnknown(current)) {
                return Optional.empty();
            }
            switch (designator) {
                case Designator.Field field -> {
                    if (!(current.type() instanceof Type.Record record)) {
                        unit.reports.error(Codes.INITIALIZER, field.span().at(),
                                "field designator '" + field.name() + "' for " + unit.text.quoted(current));
                        return Optional.empty();
                    }
                    var found = members.find(record.id(), field.name());
                    if (found.isEmpty()) {
                        members.missing(record, field.name(), field.span().at());
                        return Optional.empty();
                    }
                    found.get().path().steps().forEach(s -> steps.add(new Step(s, s, field.span().at())));
                    current = found.get().type();
                }
                case Designator.Index index -> {
                    var element = element(current, index.span().at());
                    var value = element.flatMap(e -> position(index.index()));
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    steps.add(new Step(value.get(), value.get(), index.span().at()));
                    current = element.get();
                }
                case Designator.Range range -> {
                    var element = element(current, range.span().at());
                    var low = element.flatMap(e -> position(range.low()));
                    var high = element.flatMap(e -> position(range.high()));
                    if (low.isEmpty() || high.isEmpty()) {
                        return Optional.empty();
                    }
                    if (low.get() > high.get()) {
                        unit.reports.error(Codes.INITIALIZER, range.span().at(), "empty range in initializer");
                        return Optional.empty();
                    }
                    steps.add(new Step(low.get(), high.get(), range.span().at()));
                    current = element.get();
                }
            }
        }
        return Optional.of(steps);
    }

    private Optional<QualifiedType> element(QualifiedType type, Position at) {
        if (type.type() instanceof Type.Array array) {
            return Optional.of(array.element());
        }
        unit.reports.error(Codes.INITIALIZER, at, "array designator for " + unit.text.quoted(type));
        return Optional.empty();
    }

    private Optional<Long> position(Expression expression) {
        return unit.constants.requireSize(expression, scope, "an array designator");
    }

    // ---- lists

    /** Deals the elements of one braced list out to subobjects. */
    private final class ListReader {
        private final List<Item> items;
        private int next;
        private boolean excessTold;

        ListReader(List<Item> items) {
            this.items = new ArrayList<>(items);
        }

        void top(InitialValue value, QualifiedType type) {
            long position = first(type);
            while (next < items.size()) {
                if (!items.get(next).steps().isEmpty()) {
                    position = designated(value, type);
                } else if (exists(type, position)) {
                    byPlace(type);
                    element(value, type, position, position);
                    position = following(type, position);
                } else {
                    excess(type);
                }
            }
        }

        /** gcc's {@code designated_init} lets the next element not be told by its place. */
        private void byPlace(QualifiedType type) {
            if (type.type() instanceof Type.Record record && unit.typeBuilder.records().wantsDesignators(record.id())) {
                unit.reports.permissive(PermissiveError.DESIGNATED_INIT, Codes.DESIGNATED, items.get(next).value().span().at(),
                        unit.text.quoted(type) + " has the attribute 'designated_init': the element needs a designator");
            }
        }

        private void excess(QualifiedType type) {
            var item = items.get(next++);
            if (!excessTold) {
                excessTold = true;
                unit.reports.warning(Codes.INITIALIZER, item.value().span().at(),
                        "excess elements in initializer of " + unit.text.quoted(type));
            }
            analyzeAll(item.value());
        }

        /** Follows the first designator of the next item; gives the position after it. */
        private long designated(InitialValue value, QualifiedType type) {
            var item = items.get(next);
            var step = item.steps().getFirst();
            if (!exists(type, step.high())) {
                unit.reports.error(Codes.INITIALIZER, step.at(),
                        "index " + step.high() + " is outside " + unit.text.quoted(type));
                next++;
                analyzeAll(item.value());
                return step.high() + 1;
            }
            var rest = item.steps().subList(1, item.steps().size());
            if (rest.isEmpty()) {
                items.set(next, new Item(List.of(), item.value()));
                element(value, type, step.low(), step.high());
                return following(type, step.high());
            }
            if (step.low() == step.high()) {
                items.set(next, new Item(rest, item.value()));
                inner(value, type, step.low());
                return following(type, step.high());
            }
            return designatedInRange(value, type, item, step, rest);
        }

        private long designatedInRange(
                InitialValue value, QualifiedType type, Item item, Step step, List<Step> rest) {
            int start = next;
            if (step.high() - step.low() > 1 << 20) {
                unit.reports.unsupported(step.at(), "a range of this length before a further designator");
                next++;
                return step.high() + 1;
            }
            for (long i = step.low(); i <= step.high(); i++) {
                next = start;
                items.set(next, new Item(rest, item.value()));
                var child = child(value, type, i);
                designated(child, childType(type, i));
            }
            return following(type, step.high());
        }

        /** A subobject reached by a designator that goes on: further plain elements follow inside it. */
        private void inner(InitialValue value, QualifiedType type, long position) {
            var child = child(value, type, position);
            var childType = childType(type, position);
            long after = designated(child, childType);
            positional(child, childType, after);
        }

        private void positional(InitialValue value, QualifiedType type, long start) {
            long position = start;
            while (next < items.size() && items.get(next).steps().isEmpty() && exists(type, position)) {
                byPlace(type);
                element(value, type, position, position);
                position = following(type, position);
            }
        }

        /** Initializes the subobjects at these positions from the next item, and what follows it if braces are elided. */
        private void element(InitialValue value, QualifiedType type, long low, long high) {
            var item = items.get(next);
            var childType = childType(type, low);
            if (item.value() instanceof Initializer.Single single) {
                var whole = whole(childType, single);
                if (whole.isPresent()) {
                    next++;
                    put(value, low, high, whole.get());
                    return;
                }
                if (!isAggregate(childType) || isEmpty(childType)) {
                    next++;
                    put(value, low, high, invalid(childType, single.span().at()));
                    return;
                }
                var child = low == high ? child(value, type, low) : empty(childType);
                if (low != high) {
                    put(value, low, high, child);
                }
                positional(child, childType, first(childType));
                return;
            }
            next++;
            put(value, low, high, object(childType, item.value()));
        }

        private boolean isEmpty(QualifiedType type) {
            return !exists(type, first(type));
        }

        private void put(InitialValue value, long low, long high, InitialValue child) {
            switch (value) {
                case InitialValue.OfRecord record -> record.put((int) low, child);
                case InitialValue.OfArray array -> array.put(low, high, child);
                case InitialValue.Leaf leaf -> throw new IllegalStateException("a leaf has no parts");
            }
        }

        /** The aggregate at a position, made where there is none that can be added to. */
        private InitialValue child(InitialValue value, QualifiedType type, long position) {
            var childType = childType(type, position);
            var existing = switch (value) {
                case InitialValue.OfRecord record -> record.member((int) position);
                case InitialValue.OfArray array -> array.at(position);
                case InitialValue.Leaf leaf -> Optional.<InitialValue>empty();
            };
            if (existing.isPresent() && !(existing.get() instanceof InitialValue.Leaf)) {
                return existing.get();
            }
            var child = existing.map(e -> opened(e, childType)).orElseGet(() -> empty(childType));
            put(value, position, position, child);
            return child;
        }

        private InitialValue opened(InitialValue leaf, QualifiedType type) {
            if (leaf instanceof InitialValue.Leaf l && l.value() instanceof TypedInitializer.Text text
                    && type.type() instanceof Type.Array array) {
                return ofText(array, text.data());
            }
            return empty(type);
        }
    }

    private InitialValue ofText(Type.Array array, StringData data) {
        long length = array.length() instanceof ArrayLength.Known k ? k.elements() : Long.MAX_VALUE;
        var value = new InitialValue.OfArray(array.element());
        for (int i = 0; i < data.elements().size() && i < length; i++) {
            var wrapped = unit.types.wrap(
                    BigInteger.valueOf(data.elements().get(i)), array.element().type());
            value.put(i, i, leaf(new Rvalue.IntegerConstant(
                    wrapped, array.element().type(), Position.NONE)));
        }
        return value;
    }

    // ---- positions in aggregates

    private long first(QualifiedType type) {
        return type.type() instanceof Type.Record record ? nextNamed(unit.types.definition(record), 0) : 0;
    }

    private long following(QualifiedType type, long position) {
        if (!(type.type() instanceof Type.Record record)) {
            return position + 1;
        }
        var definition = unit.types.definition(record);
        return definition.union() ? definition.members().size() : nextNamed(definition, position + 1);
    }

    /** Unnamed bit-fields take no initializers, C11 6.7.9p9. */
    private static long nextNamed(RecordDefinition definition, long from) {
        int i = (int) from;
        while (i < definition.members().size()) {
            var member = definition.members().get(i);
            if (member.name().isPresent() || !member.isBitField()) {
                return i;
            }
            i++;
        }
        return i;
    }

    private boolean exists(QualifiedType type, long position) {
        return switch (type.type()) {
            case Type.Record r -> position < unit.types.definition(r).members().size();
            case Type.Array a -> !(a.length() instanceof ArrayLength.Known k) || position < k.elements();
            case Type.Vector v -> position < v.elements();
            default -> false;
        };
    }

    private QualifiedType childType(QualifiedType type, long position) {
        return switch (type.type()) {
            case Type.Record r -> Types.qualified(
                    unit.types.definition(r).members().get((int) position).type(), type.qualifiers(), 0);
            case Type.Array a -> a.element();
            case Type.Vector v -> QualifiedType.of(v.element());
            default -> throw new IllegalArgumentException("no aggregate: " + type);
        };
    }
}
