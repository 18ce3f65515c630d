package org.latebind.btf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.latebind.diagnostics.api.DiagnosticException;

/** The types of one kernel. None contains itself but behind a pointer, and nesting has a bound. */
public final class Btf {
    private final String sha256;
    private final Optional<String> buildId;
    private final Optional<String> release;
    private final List<BtfType> types;
    private final Map<String, List<BtfType>> byName = new HashMap<>();

    Btf(List<BtfType> types, String sha256, Optional<String> buildId, Optional<String> release) {
        this.sha256 = sha256;
        this.buildId = buildId;
        this.release = release;
        this.types = List.copyOf(types);
        for (var type : types) {
            var name = name(type);
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(type);
            }
        }
    }

    /**
     * Reads a {@code .BTF} section, of either byte order.
     *
     * @param file what to call it in an error
     * @throws DiagnosticException with bad input where it is not BTF, or is damaged
     */
    public static Btf read(String file, byte[] section) {
        return read(file, section, Optional.empty(), Optional.empty());
    }

    /**
     * Reads the section of an image.
     *
     * @param buildId the image's, hexadecimal, where it is known
     * @param release the image's, where it is known
     */
    public static Btf read(String file, byte[] section, Optional<String> buildId, Optional<String> release) {
        return new BtfReader(file, section, buildId, release).read();
    }

    /** Hexadecimal GNU build-id of the image that the section came in, where that tells it. */
    public Optional<String> buildId() {
        return buildId;
    }

    /** The kernel's release, where the image that the section came in tells it. */
    public Optional<String> release() {
        return release;
    }

    /** SHA-256 of the section, hexadecimal: which build of a kernel it is. */
    public String sha256() {
        return sha256;
    }

    /** All types by number; the first is {@code void}. */
    public List<BtfType> types() {
        return types;
    }

    /**
     * @throws IndexOutOfBoundsException where there is no such type; a table that was read names none
     */
    public BtfType type(int number) {
        return types.get(number);
    }

    /** The types with a tag or name, in the table's order; of whatever kind. */
    public List<BtfType> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The type behind typedefs and qualifiers. */
    public BtfType resolved(int number) {
        return switch (type(number)) {
            case BtfType.Typedef typedef -> resolved(typedef.target());
            case BtfType.Qualified qualified -> resolved(qualified.target());
            case BtfType type -> type;
        };
    }

    /**
     * Bytes of an object of a type; empty for what has no size, such as a function or a forward.
     *
     * @param pointerBytes the target's
     */
    public OptionalLong bytes(int number, int pointerBytes) {
        return switch (resolved(number)) {
            case BtfType.Integer integer -> OptionalLong.of(integer.bytes());
            case BtfType.Floating floating -> OptionalLong.of(floating.bytes());
            case BtfType.Pointer p -> OptionalLong.of(pointerBytes);
            case BtfType.Record record -> OptionalLong.of(record.bytes());
            case BtfType.Enumeration enumeration -> OptionalLong.of(enumeration.bytes());
            case BtfType.Array array -> {
                var element = bytes(array.element(), pointerBytes);
                yield element.isPresent() ? OptionalLong.of(element.getAsLong() * array.count()) : element;
            }
            case BtfType.Void v -> OptionalLong.empty();
            case BtfType.Forward f -> OptionalLong.empty();
            case BtfType.Other o -> OptionalLong.empty();
            case BtfType.Typedef t -> OptionalLong.empty();
            case BtfType.Qualified q -> OptionalLong.empty();
        };
    }

    private static String name(BtfType type) {
        return switch (type) {
            case BtfType.Integer integer -> integer.name();
            case BtfType.Floating floating -> floating.name();
            case BtfType.Record record -> record.name();
            case BtfType.Enumeration enumeration -> enumeration.name();
            case BtfType.Forward forward -> forward.name();
            case BtfType.Typedef typedef -> typedef.name();
            case BtfType.Other other -> other.name();
            case BtfType.Void v -> "";
            case BtfType.Pointer p -> "";
            case BtfType.Array a -> "";
            case BtfType.Qualified q -> "";
        };
    }
}
