package org.latebind.sema;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.TypedInitializer;

/**
 * The value of an object while its initializer is read: later designators override parts of what
 * earlier ones gave, C11 6.7.9p19.
 */
sealed interface InitialValue {
    TypedInitializer finished();

    InitialValue copy();

    /** A scalar, a string, or a whole record. */
    record Leaf(TypedInitializer value) implements InitialValue {
        @Override
        public TypedInitializer finished() {
            return value;
        }

        @Override
        public InitialValue copy() {
            return this;
        }
    }

    /** Members by index. */
    final class OfRecord implements InitialValue {
        private final RecordId record;
        private final boolean union;
        private final TreeMap<Integer, InitialValue> members = new TreeMap<>();

        OfRecord(RecordId record, boolean union) {
            this.record = record;
            this.union = union;
        }

        Optional<InitialValue> member(int index) {
            return Optional.ofNullable(members.get(index));
        }

        void put(int index, InitialValue value) {
            if (union) {
                members.clear();
            }
            members.put(index, value);
        }

        @Override
        public TypedInitializer finished() {
            var values = new ArrayList<TypedInitializer.MemberValue>();
            members.forEach((index, value) -> values.add(new TypedInitializer.MemberValue(index, value.finished())));
            return new TypedInitializer.Members(record, values);
        }

        @Override
        public InitialValue copy() {
            var copy = new OfRecord(record, union);
            members.forEach((index, value) -> copy.members.put(index, value.copy()));
            return copy;
        }
    }

    /** Elements by ranges that do not overlap. */
    final class OfArray implements InitialValue {
        private record Run(long high, InitialValue value) {}

        private final QualifiedType element;
        private final TreeMap<Long, Run> runs = new TreeMap<>();

        OfArray(QualifiedType element) {
            this.element = element;
        }

        Optional<InitialValue> at(long index) {
            var run = runs.floorEntry(index);
            if (run == null || run.getValue().high() < index) {
                return Optional.empty();
            }
            if (run.getKey() == index && run.getValue().high() == index) {
                return Optional.of(run.getValue().value());
            }
            var own = run.getValue().value().copy();
            put(index, index, own);
            return Optional.of(own);
        }

        void put(long low, long high, InitialValue value) {
            cut(low, high);
            runs.put(low, new Run(high, value));
        }

        /** Makes room: what a run has below or above the range stays. */
        private void cut(long low, long high) {
            var last = runs.floorEntry(high);
            if (last != null && last.getValue().high() > high) {
                runs.put(high + 1, new Run(last.getValue().high(), last.getValue().value().copy()));
            }
            var before = runs.lowerEntry(low);
            if (before != null && before.getValue().high() >= low) {
                runs.put(before.getKey(), new Run(low - 1, before.getValue().value()));
            }
            runs.subMap(low, true, high, true).clear();
        }

        /** The number of elements that the highest initialized one makes. */
        long length() {
            return runs.isEmpty() ? 0 : runs.lastEntry().getValue().high() + 1;
        }

        @Override
        public TypedInitializer finished() {
            var values = new ArrayList<TypedInitializer.ElementValue>();
            for (Map.Entry<Long, Run> run : runs.entrySet()) {
                values.add(new TypedInitializer.ElementValue(
                        run.getKey(), run.getValue().high(), run.getValue().value().finished()));
            }
            return new TypedInitializer.Elements(element, values);
        }

        @Override
        public InitialValue copy() {
            var copy = new OfArray(element);
            runs.forEach((low, run) -> copy.runs.put(low, new Run(run.high(), run.value().copy())));
            return copy;
        }
    }
}
