package org.latebind.headers.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.latebind.headers.api.IncludePath;

/**
 * The compiler's own headers, ours in place of gcc's.
 *
 * <p>Kernels before 5.16 have the compiler search its own folder (top Makefile: {@code -nostdinc -isystem $(shell
 * $(CC) -print-file-name=include)}) and include {@code stdarg.h} from there; later ones have {@code
 * linux/stdarg.h} and nothing but {@code -nostdinc}.
 */
final class CompilerHeaders {
    /** Stands for that folder; no kernel has one of this name. */
    static final String FOLDER = "compiler/include";

    /** C11 7.16, with the type under the name by which gcc's shares it with other headers. */
    private static final String STDARG = """
            #ifndef _STDARG_H
            #define _STDARG_H
            #ifndef __GNUC_VA_LIST
            #define __GNUC_VA_LIST
            typedef __builtin_va_list __gnuc_va_list;
            #endif
            #define va_start(v,l) __builtin_va_start(v,l)
            #define va_end(v) __builtin_va_end(v)
            #define va_arg(v,l) __builtin_va_arg(v,l)
            #define va_copy(d,s) __builtin_va_copy(d,s)
            #define __va_copy(d,s) __builtin_va_copy(d,s)
            typedef __gnuc_va_list va_list;
            #endif
            """;

    private CompilerHeaders() {}

    /** The headers, and the compiler's where the kernel has them searched. */
    static SortedMap<String, Supplier<byte[]>> added(SortedMap<String, Supplier<byte[]>> headers, IncludePath path) {
        if (!path.directories().contains(FOLDER)) {
            return headers;
        }
        var result = new TreeMap<>(headers);
        result.put(FOLDER + "/stdarg.h", () -> STDARG.getBytes(StandardCharsets.UTF_8));
        return result;
    }
}
