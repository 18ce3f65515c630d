package org.latebind.elf;

/** Numbers of the generic ABI that only readers and writer need. */
final class ElfFormat {
    static final int HEADER_SIZE = 64;
    static final int HEADER_SIZE_32 = 52;
    static final int SECTION_HEADER_SIZE = 64;
    static final int SYMBOL_SIZE = 24;
    static final int RELA_SIZE = 24;

    static final int AT_CLASS = 4;
    static final int AT_DATA = 5;
    static final int AT_OS_ABI = 7;

    static final int CLASS_64 = 2;
    static final int DATA_LITTLE = 1;
    static final int DATA_BIG = 2;
    static final int TYPE_RELOCATABLE = 1;

    static final int SHT_NULL = 0;
    static final int SHT_SYMTAB = 2;
    static final int SHT_STRTAB = 3;
    static final int SHT_RELA = 4;
    static final int SHT_REL = 9;
    static final int SHT_GROUP = 17;
    static final int SHT_SYMTAB_SHNDX = 18;
    /** A hint of LLVM to its own linker; means nothing once sections are merged. */
    static final int SHT_LLVM_ADDRSIG = 0x6fff4c03;

    static final long SHF_INFO_LINK = 0x40;
    static final long SHF_COMPRESSED = 0x800;
    static final long GROUP_COMDAT = 1;

    static final int SHN_UNDEF = 0;
    static final int SHN_LORESERVE = 0xff00;
    static final int SHN_ABS = 0xfff1;
    static final int SHN_COMMON = 0xfff2;

    private ElfFormat() {}
}
