package org.latebind.bind.universe;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a type two compilers must agree on, in a form that both sides can be brought to. Records
 * without a tag are opened: {@code struct { struct { int a; } b; }} has the member {@code b.a}.
 *
 * @param bytes empty where the type has no size
 * @param members of a record, in order
 * @param constants of an enumeration, in order
 * @param valueBytes how many low bytes of their values are known
 */
public record ShapeOfType(Optional<Long> bytes, List<Member> members, List<Constant> constants, int valueBytes) {
    public static final int WHOLE_VALUES = 8;

    public ShapeOfType {
        members = List.copyOf(members);
        constants = List.copyOf(constants);
    }

    public ShapeOfType(Optional<Long> bytes, List<Member> members, List<Constant> constants) {
        this(bytes, members, constants, WHOLE_VALUES);
    }

    /**
     * @param bits of a bit-field, 0 for an ordinary member
     * @param bytes of an ordinary member's type, -1 where it has no size, 0 for a bit-field
     */
    public record Member(String name, long bitOffset, int bits, long bytes) {
        @Override
        public String toString() {
            return name + " at bit " + bitOffset + (bits > 0 ? ", " + bits + " bits" : ", " + bytes + " bytes");
        }
    }

    /** @param value as the bits of an unsigned number of the enumeration's size */
    public record Constant(String name, BigInteger value) {
        @Override
        public String toString() {
            return name + " = " + value;
        }
    }

    /** What is different first, for people; empty where nothing is. */
    public Optional<String> difference(ShapeOfType other) {
        if (!bytes.equals(other.bytes)) {
            return Optional.of(text(bytes) + ", BTF has " + text(other.bytes));
        }
        int known = Math.min(valueBytes, other.valueBytes);
        return first(members, other.members).or(() -> first(cut(constants, known), cut(other.constants, known)));
    }

    private static List<Constant> cut(List<Constant> constants, int bytes) {
        return constants.stream().map(c -> new Constant(c.name(), TypeShapes.bits(c.value(), bytes))).toList();
    }

    private static String text(Optional<Long> bytes) {
        return bytes.map(n -> n + " bytes").orElse("no size");
    }

    private static <T> Optional<String> first(List<T> ours, List<T> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            var a = i < ours.size() ? ours.get(i).toString() : "nothing more";
            var b = i < theirs.size() ? theirs.get(i).toString() : "nothing more";
            if (!a.equals(b)) {
                return Optional.of(a + ", BTF has " + b);
            }
        }
        return Optional.empty();
    }

    /** Whether half of the members' or enumerators' names of one of the two are in the other, too. */
    public boolean sharesNames(ShapeOfType other) {
        var common = names();
        common.retainAll(other.names());
        return !common.isEmpty() && 2 * common.size() >= Math.min(names().size(), other.names().size());
    }

    private Set<String> names() {
        return Stream.concat(members.stream().map(Member::name), constants.stream().map(Constant::name))
                .collect(Collectors.toCollection(HashSet::new));
    }

    public int parts() {
        return members.size() + constants.size();
    }
}
