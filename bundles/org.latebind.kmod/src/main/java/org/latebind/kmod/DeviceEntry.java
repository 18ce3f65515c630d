package org.latebind.kmod;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.latebind.elf.Bytes;
import org.latebind.kmod.api.ModuleKernel;

/**
 * One entry of a device table, read by the target's layout of its structure.
 *
 * @param table all of the table: text that fills its field goes on, as C's {@code %s} has it
 * @param at where the entry is in the table
 */
record DeviceEntry(DeviceEntry.Layout layout, Bytes table, long at, ByteOrder order) {
    private static final String HEADER = "linux/mod_devicetable.h";
    private static final long LOW32 = 0xffffffffL;

    /** Where the fields are, and what the header's constants are worth. */
    record Layout(long size, Map<String, Field> fields, Map<String, Long> constants) {
        record Field(long offset, long size) {}

        /** Empty when a field or constant is missing; an optional field (marked {@code ?}) may be. */
        static Optional<Layout> of(DeviceKind kind, ModuleKernel kernel) {
            List<String> questions = new ArrayList<>();
            questions.add("sizeof(" + kind.struct() + ")");
            for (String field : kind.fields()) {
                String name = field.replace("?", "");
                questions.add("__builtin_offsetof(" + kind.struct() + ", " + name + ")");
                questions.add("sizeof(((" + kind.struct() + " *)0)->" + name + ")");
            }
            questions.addAll(kind.constants());
            List<OptionalLong> answers = kernel.constants(HEADER, questions);
            Map<String, Field> fields = new HashMap<>();
            Map<String, Long> constants = new HashMap<>();
            int at = 1;
            for (String field : kind.fields()) {
                OptionalLong offset = answers.get(at++);
                OptionalLong size = answers.get(at++);
                if (offset.isPresent() && size.isPresent()) {
                    fields.put(field.replace("?", ""), new Field(offset.getAsLong(), size.getAsLong()));
                } else if (!field.endsWith("?")) {
                    return Optional.empty();
                }
            }
            for (String constant : kind.constants()) {
                OptionalLong value = answers.get(at++);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                constants.put(constant, value.getAsLong());
            }
            OptionalLong size = answers.get(0);
            return size.isPresent() && size.getAsLong() > 0
                    ? Optional.of(new Layout(size.getAsLong(), fields, constants))
                    : Optional.empty();
        }

        /** Whether the header shows that this kernel's modpost knows the kind. */
        static boolean isPresent(DeviceKind kind, ModuleKernel kernel) {
            return kind.presence().stream().allMatch(expression -> kernel.constant(HEADER, expression).isPresent());
        }
    }

    /** Another entry of the table. */
    DeviceEntry sibling(long place) {
        return new DeviceEntry(layout, table, place, order);
    }

    boolean knows(String field) {
        return layout.fields.containsKey(field);
    }

    /** An unsigned field; 0 where the kernel has no such field. */
    long number(String field) {
        return knows(field) ? number(field, 0, width(field)) : 0;
    }

    /** Part of an array field. */
    long number(String field, long offset, long size) {
        long place = place(field) + offset;
        return switch ((int) size) {
            case 1 -> table.u8(place);
            case 2 -> table.u16(place, order);
            case 4 -> table.u32(place, order);
            default -> table.i64(place, order);
        };
    }

    /** A character array up to its zero byte. */
    String text(String field) {
        return textAt(field, 0);
    }

    /** Text in the middle of a field. */
    String textAt(String field, long offset) {
        return DeviceAliases.text(table, place(field) + offset);
    }

    /** The bytes of a field in the order of these indices. */
    String hexBytes(String field, String format, int... indices) {
        return IntStream.of(indices).mapToObj(i -> String.format(format, number(field, i, 1))).collect(Collectors.joining());
    }

    private long place(String field) {
        return at + layout.fields.get(field).offset();
    }

    long width(String field) {
        return layout.fields.get(field).size();
    }

    /** What C compares an unsigned field with. */
    long constant(String expression) {
        return layout.constants.get(expression) & LOW32;
    }

    boolean has(String flagField, String flag) {
        return (number(flagField) & constant(flag)) != 0;
    }

    /** {@code v00008086}, or {@code v*} when the field does not count: as wide as the field is. */
    String part(String prefix, boolean counts, String field) {
        return counts ? prefix + hex(number(field), (int) width(field) * 2) : prefix + "*";
    }

    static String hex(long value, int digits) {
        return String.format("%0" + digits + "X", value);
    }
}
