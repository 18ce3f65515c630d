package org.latebind.kmod;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.latebind.elf.Bytes;
import org.latebind.kmod.api.ModuleKernel;

/** One entry of a device table, read by the target's layout of its structure. */
record DeviceEntry(DeviceEntry.Layout layout, Bytes bytes, ByteOrder order) {
    private static final String HEADER = "linux/mod_devicetable.h";

    /** Where the fields are, and what the header's macros are worth. */
    record Layout(long size, Map<String, Field> fields, Map<String, Long> macros) {
        record Field(long offset, long size) {}

        /** Empty when a field or macro is missing; an optional field (marked {@code ?}) may be. */
        static Optional<Layout> of(DeviceKind kind, ModuleKernel kernel) {
            List<String> questions = new ArrayList<>();
            questions.add("sizeof(" + kind.struct() + ")");
            for (String field : kind.fields()) {
                String name = field.replace("?", "");
                questions.add("__builtin_offsetof(" + kind.struct() + ", " + name + ")");
                questions.add("sizeof(((" + kind.struct() + " *)0)->" + name + ")");
            }
            questions.addAll(kind.macros());
            List<OptionalLong> answers = kernel.constants(HEADER, questions);
            Map<String, Field> fields = new HashMap<>();
            Map<String, Long> macros = new HashMap<>();
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
            for (String macro : kind.macros()) {
                OptionalLong value = answers.get(at++);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                macros.put(macro, value.getAsLong());
            }
            OptionalLong size = answers.get(0);
            return size.isPresent() && size.getAsLong() > 0
                    ? Optional.of(new Layout(size.getAsLong(), fields, macros))
                    : Optional.empty();
        }
    }

    /** An unsigned field; 0 where the kernel has no such field. */
    long number(String field) {
        return layout.fields.containsKey(field) ? number(field, 0, layout.fields.get(field).size()) : 0;
    }

    /** Part of an array field. */
    long number(String field, long offset, long size) {
        long at = layout.fields.get(field).offset() + offset;
        return switch ((int) size) {
            case 1 -> bytes.u8(at);
            case 2 -> bytes.u16(at, order);
            case 4 -> bytes.u32(at, order);
            default -> bytes.i64(at, order);
        };
    }

    /** A character array up to its zero byte, or all of it. */
    String text(String field) {
        Layout.Field where = layout.fields.get(field);
        return text(where.offset(), where.size());
    }

    String text(long offset, long size) {
        StringBuilder result = new StringBuilder();
        for (long i = 0; i < size && bytes.u8(offset + i) != 0; i++) {
            result.append((char) bytes.u8(offset + i));
        }
        return result.toString();
    }

    long offset(String field) {
        return layout.fields.get(field).offset();
    }

    long width(String field) {
        return layout.fields.get(field).size();
    }

    long macro(String name) {
        return layout.macros.get(name);
    }

    boolean has(String flagField, String macro) {
        return (number(flagField) & macro(macro)) != 0;
    }

    /** {@code v00008086}, or {@code v*} when the field does not count: as wide as the field is. */
    String part(String prefix, boolean counts, String field) {
        return counts ? prefix + hex(number(field), (int) width(field) * 2) : prefix + "*";
    }

    static String hex(long value, int digits) {
        return String.format("%0" + digits + "X", value);
    }
}
