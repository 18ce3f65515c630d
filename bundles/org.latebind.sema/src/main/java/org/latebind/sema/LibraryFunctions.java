package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/**
 * Types of functions that the compiler knows without a declaration, as gcc does.
 *
 * <p>A signature is the result's letter and the parameters': {@code v} void, {@code i} int, {@code u}
 * unsigned, {@code l} long, {@code m} unsigned long, {@code q} long long, {@code Q} unsigned long
 * long, {@code z} size_t, {@code s} ssize_t, {@code f} float, {@code d} double, {@code e} long
 * double, {@code p} {@code void *}, {@code P} {@code const void *}, {@code c} {@code char *}, {@code
 * C} {@code const char *}, {@code a} va_list, {@code h w x} unsigned of 16, 32, 64 bits, {@code .}
 * more arguments.
 */
final class LibraryFunctions {
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("memcpy", "ppPz"), Map.entry("memmove", "ppPz"), Map.entry("memset", "ppiz"),
            Map.entry("memcmp", "iPPz"), Map.entry("memchr", "pPiz"), Map.entry("mempcpy", "ppPz"),
            Map.entry("bcmp", "iPPz"), Map.entry("bcopy", "vPpz"), Map.entry("bzero", "vpz"),
            Map.entry("strlen", "zC"), Map.entry("strnlen", "zCz"), Map.entry("strcpy", "ccC"),
            Map.entry("strncpy", "ccCz"), Map.entry("strcat", "ccC"), Map.entry("strncat", "ccCz"),
            Map.entry("strcmp", "iCC"), Map.entry("strncmp", "iCCz"), Map.entry("strchr", "cCi"),
            Map.entry("strrchr", "cCi"), Map.entry("strstr", "cCC"), Map.entry("strpbrk", "cCC"),
            Map.entry("strspn", "zCC"), Map.entry("strcspn", "zCC"), Map.entry("stpcpy", "ccC"),
            Map.entry("strdup", "cC"), Map.entry("index", "cCi"), Map.entry("rindex", "cCi"),
            Map.entry("printf", "iC."), Map.entry("sprintf", "icC."), Map.entry("snprintf", "iczC."),
            Map.entry("vprintf", "iCa"), Map.entry("vsprintf", "icCa"), Map.entry("vsnprintf", "iczCa"),
            Map.entry("__memcpy_chk", "ppPzz"), Map.entry("__memmove_chk", "ppPzz"), Map.entry("__mempcpy_chk", "ppPzz"),
            Map.entry("__memset_chk", "ppizz"), Map.entry("__strcpy_chk", "ccCz"), Map.entry("__stpcpy_chk", "ccCz"),
            Map.entry("__strncpy_chk", "ccCzz"), Map.entry("__stpncpy_chk", "ccCzz"), Map.entry("__strcat_chk", "ccCz"),
            Map.entry("__strncat_chk", "ccCzz"), Map.entry("__sprintf_chk", "icizC."), Map.entry("__snprintf_chk", "iczizC."),
            Map.entry("__vsprintf_chk", "icizCa"), Map.entry("__vsnprintf_chk", "iczizCa"), Map.entry("__printf_chk", "iiC."),
            Map.entry("__vprintf_chk", "iiCa"), Map.entry("stpncpy", "ccCz"),
            Map.entry("puts", "iC"), Map.entry("putchar", "ii"), Map.entry("sscanf", "iCC."),
            Map.entry("scanf", "iC."), Map.entry("abort", "v"), Map.entry("exit", "vi"), Map.entry("_exit", "vi"),
            Map.entry("malloc", "pz"), Map.entry("calloc", "pzz"), Map.entry("realloc", "ppz"), Map.entry("free", "vp"),
            Map.entry("aligned_alloc", "pzz"), Map.entry("abs", "ii"), Map.entry("labs", "ll"), Map.entry("llabs", "qq"),
            Map.entry("isalpha", "ii"), Map.entry("isdigit", "ii"), Map.entry("isspace", "ii"),
            Map.entry("toupper", "ii"), Map.entry("tolower", "ii"), Map.entry("isprint", "ii"),
            Map.entry("sqrt", "dd"), Map.entry("sqrtf", "ff"), Map.entry("sqrtl", "ee"), Map.entry("fabs", "dd"),
            Map.entry("fabsf", "ff"), Map.entry("fabsl", "ee"), Map.entry("sin", "dd"), Map.entry("cos", "dd"),
            Map.entry("tan", "dd"), Map.entry("exp", "dd"), Map.entry("log", "dd"), Map.entry("pow", "ddd"),
            Map.entry("powf", "fff"), Map.entry("floor", "dd"), Map.entry("floorf", "ff"), Map.entry("ceil", "dd"),
            Map.entry("ceilf", "ff"), Map.entry("trunc", "dd"), Map.entry("round", "dd"), Map.entry("rint", "dd"),
            Map.entry("fmod", "ddd"), Map.entry("fmax", "ddd"), Map.entry("fmin", "ddd"),
            Map.entry("copysign", "ddd"), Map.entry("copysignf", "fff"), Map.entry("ldexp", "ddi"));

    private LibraryFunctions() {}

    static Optional<Type.Function> type(String name, Types types) {
        return Optional.ofNullable(SIGNATURES.get(name)).map(text -> parse(text, types));
    }

    /** A signature's function type. */
    static Type.Function parse(String signature, Types types) {
        var parameters = new ArrayList<QualifiedType>();
        boolean variadic = signature.endsWith(".");
        int end = variadic ? signature.length() - 1 : signature.length();
        for (int i = 1; i < end; i++) {
            parameters.add(QualifiedType.of(letter(signature.charAt(i), types)));
        }
        return new Type.Function(
                QualifiedType.of(letter(signature.charAt(0), types)), List.copyOf(parameters), variadic, true);
    }

    private static Type letter(char letter, Types types) {
        return switch (letter) {
            case 'v' -> Types.VOID;
            case 'i' -> Types.INT;
            case 'u' -> Types.UNSIGNED_INT;
            case 'l' -> Types.LONG;
            case 'm' -> Types.UNSIGNED_LONG;
            case 'q' -> Types.LONG_LONG;
            case 'Q' -> new Type.Integer(IntegerKind.UNSIGNED_LONG_LONG);
            case 'z' -> types.sizeType();
            case 's' -> types.ptrdiffType();
            case 'f' -> new Type.Floating(FloatingKind.FLOAT);
            case 'd' -> Types.DOUBLE;
            case 'e' -> new Type.Floating(FloatingKind.LONG_DOUBLE);
            case 'p' -> Types.VOID_POINTER;
            case 'P' -> pointer(Types.VOID, QualifiedType.CONST);
            case 'c' -> pointer(Types.CHAR, 0);
            case 'C' -> pointer(Types.CHAR, QualifiedType.CONST);
            case 'a' -> new Type.VaList();
            case 'h' -> types.unsignedOf(16);
            case 'w' -> types.unsignedOf(32);
            case 'x' -> types.unsignedOf(64);
            default -> throw new IllegalArgumentException("no type has the letter " + letter);
        };
    }

    private static Type pointer(Type target, int qualifiers) {
        return new Type.Pointer(new QualifiedType(target, qualifiers, 0, 0));
    }
}
