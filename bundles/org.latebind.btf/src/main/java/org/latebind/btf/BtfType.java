package org.latebind.btf;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** One type; other types are named by their number in {@link Btf}. */
@ProviderType
public sealed interface BtfType {
    /** Number 0. */
    record Void() implements BtfType {}

    /**
     * @param bytes of the storage
     * @param bitOffset from the storage's beginning, not 0 only in formats before {@code kind_flag}
     * @param bits less than 8 times the bytes only for bit-fields in formats before {@code kind_flag}
     */
    record Integer(String name, long bytes, int bitOffset, int bits, boolean signed, boolean bool)
            implements BtfType {}

    record Floating(String name, long bytes) implements BtfType {}

    record Pointer(int target) implements BtfType {}

    record Array(int element, long count) implements BtfType {}

    /**
     * A struct or union.
     *
     * @param name empty where it has no tag
     */
    record Record(boolean union, String name, long bytes, List<Member> members) implements BtfType {
        public Record {
            members = List.copyOf(members);
        }
    }

    /**
     * @param name empty for an anonymous member
     * @param bitOffset from the record's beginning
     * @param bits of a bit-field, 0 for an ordinary member
     */
    record Member(String name, int type, long bitOffset, int bits) {}

    /**
     * @param name empty where it has no tag
     * @param cut whether only the low 32 bits of wider constants are here: all that kind 6 has room for; kind 19 came in 2022
     */
    record Enumeration(String name, long bytes, boolean cut, List<Constant> constants) implements BtfType {
        public Enumeration {
            constants = List.copyOf(constants);
        }
    }

    /** @param value sign-extended where the enumeration is signed; else the bits of an unsigned number */
    record Constant(String name, long value) {}

    /** A tag that is only declared. */
    record Forward(String name, boolean union) implements BtfType {}

    record Typedef(String name, int target) implements BtfType {}

    /** {@code const}, {@code volatile}, {@code restrict} or a type tag. */
    record Qualified(int target) implements BtfType {}

    /** Functions, their prototypes, variables, sections and tags of declarations: not types of objects. */
    record Other(String name) implements BtfType {}
}
