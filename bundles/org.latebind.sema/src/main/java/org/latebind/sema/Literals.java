package org.latebind.sema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Expression;
import org.latebind.token.api.SourceText;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StringData;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.Type.FloatingKind;
import org.latebind.typed.api.Type.IntegerKind;

/** Constants and string literals, C11 6.4.4 and 6.4.5. */
final class Literals {
    /** Exponents beyond this are zero or infinity in every format. */
    private static final int LARGEST_EXPONENT = 20_000;

    /** gcc has no bound; what a kernel could load stays far below. */
    private static final int LONGEST_TEXT = 32 << 20;
    /** Of a number in a message. */
    private static final int LONGEST_QUOTED = 80;

    private static final Set<String> SUFFIXES = Set.of("", "u", "l", "ul", "lu", "ll", "ull", "llu");

    private final Unit unit;

    Literals(Unit unit) {
        this.unit = unit;
    }

    // ---- numbers

    Rvalue number(Expression.Number number) {
        var text = number.spelling().replace("'", "").toLowerCase(Locale.ROOT);
        boolean hex = text.startsWith("0x");
        boolean floating = text.indexOf('.') >= 0
                || (hex ? text.indexOf('p') >= 0 : text.indexOf('e') >= 0 && !text.startsWith("0b"));
        return floating ? floating(number, text, hex) : integer(number, text, hex);
    }

    private Rvalue integer(Expression.Number number, String text, boolean hex) {
        var at = number.span().at();
        int end = text.length();
        while (end > 0 && "uli".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var suffix = text.substring(end);
        var digits = text.substring(0, end);
        int radix = 10;
        if (hex) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
            digits = digits.substring(1);
        }
        if (suffix.indexOf('i') >= 0) {
            unit.reports.unsupported(at, "an imaginary constant");
            return Types.unknownValue(at);
        }
        boolean valid = SUFFIXES.contains(suffix) && digits.length() <= 200 && isNumber(digits, radix);
        if (!valid) {
            unit.reports.error(Codes.LITERAL, at, quoted(number) + " is not an integer constant");
            return Types.unknownValue(at);
        }
        var value = new BigInteger(digits, radix);
        int longs = (int) suffix.chars().filter(c -> c == 'l').count();
        boolean unsigned = suffix.indexOf('u') >= 0;
        return new Rvalue.IntegerConstant(
                value.and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
                integerType(value, unsigned, longs, radix == 10, at), at);
    }

    private static String quoted(Expression.Number number) {
        var spelling = number.spelling();
        return "'" + (spelling.length() <= LONGEST_QUOTED ? spelling : spelling.substring(0, LONGEST_QUOTED) + "...") + "'";
    }

    private static boolean isNumber(String digits, int radix) {
        return !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128);
    }

    /** The first type of C11 6.4.4.1p5's list that holds the value; C90's list is another. */
    private Type integerType(BigInteger value, boolean unsigned, int longs, boolean decimal, Position at) {
        var candidates = new ArrayList<IntegerKind>();
        boolean c90 = !unit.options.language().dialect().isC99OrLater();
        if (longs == 0) {
            add(candidates, IntegerKind.INT, unsigned, decimal);
        }
        if (longs <= 1) {
            add(candidates, IntegerKind.LONG, unsigned, decimal && !c90);
        }
        add(candidates, IntegerKind.LONG_LONG, unsigned, decimal && !c90);
        for (var kind : candidates) {
            if (unit.types.fits(value, kind)) {
                return new Type.Integer(kind);
            }
        }
        if (value.bitLength() > 64) {
            unit.reports.error(Codes.LITERAL, at, "integer constant is too large for any type");
        }
        // gcc takes decimal constants beyond long long for __int128, with a warning.
        return unit.types.has(IntegerKind.INT128) && decimal
                ? new Type.Integer(IntegerKind.INT128)
                : new Type.Integer(IntegerKind.UNSIGNED_LONG_LONG);
    }

    private static void add(List<IntegerKind> candidates, IntegerKind signed, boolean unsigned, boolean signedOnly) {
        if (!unsigned) {
            candidates.add(signed);
        }
        if (unsigned || !signedOnly) {
            candidates.add(Conversions.unsignedOf(signed));
        }
    }

    private Rvalue floating(Expression.Number number, String text, boolean hex) {
        var at = number.span().at();
        int end = text.length();
        while (end > 0 && (hex ? "fl" : "flijqdw").indexOf(text.charAt(end - 1)) >= 0
                && !(hex && text.charAt(end - 1) == 'f' && text.indexOf('p') < 0)) {
            end--;
        }
        var suffix = text.substring(end);
        var kind = switch (suffix) {
            case "" -> FloatingKind.DOUBLE;
            case "f" -> FloatingKind.FLOAT;
            case "l" -> FloatingKind.LONG_DOUBLE;
            default -> null;
        };
        var value = kind == null ? Optional.<BigDecimal>empty()
                : hex ? hexadecimal(text.substring(2, end)) : decimal(text.substring(0, end));
        if (value.isEmpty()) {
            unit.reports.error(Codes.LITERAL, at, quoted(number) + " is not a supported floating constant");
            return Types.unknownValue(at);
        }
        return new Rvalue.FloatingConstant(value.get(), new Type.Floating(kind), at);
    }

    private static Optional<BigDecimal> decimal(String text) {
        int e = text.indexOf('e');
        try {
            int exponent = e < 0 ? 0 : exponent(text.substring(e + 1));
            var mantissa = e < 0 ? text : text.substring(0, e);
            if (mantissa.endsWith(".")) {
                mantissa = mantissa.substring(0, mantissa.length() - 1);
            }
            if (mantissa.length() > 10_000) {
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(mantissa).scaleByPowerOfTen(exponent));
        } catch (NumberFormatException bad) {
            return Optional.empty();
        }
    }

    private static int exponent(String text) {
        long value = Long.parseLong(text.startsWith("+") ? text.substring(1) : text);
        return (int) Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, value));
    }

    private static Optional<BigDecimal> hexadecimal(String text) {
        int p = text.indexOf('p');
        try {
            int exponent = exponent(text.substring(p + 1));
            var mantissa = text.substring(0, p);
            int dot = mantissa.indexOf('.');
            if (dot >= 0) {
                exponent -= 4 * (mantissa.length() - dot - 1);
                mantissa = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
            }
            var value = new BigDecimal(new BigInteger(mantissa, 16));
            return Optional.of(exponent >= 0
                    ? value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
                    : value.divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent))));
        } catch (NumberFormatException | StringIndexOutOfBoundsException bad) {
            return Optional.empty();
        }
    }

    // ---- characters

    Rvalue character(Expression.Character character) {
        var at = character.span().at();
        var spelling = character.spelling();
        int quote = spelling.indexOf('\'');
        var prefix = spelling.substring(0, quote);
        var type = elementType(prefix);
        int bytes = unit.types.width(type) / 8;
        var units = units(spelling.substring(quote + 1, spelling.length() - 1), bytes, at);
        if (units.isEmpty()) {
            unit.reports.error(Codes.LITERAL, at, "empty character constant");
            return Types.constant(0, Types.INT, at);
        }
        if (prefix.isEmpty()) {
            return Types.constant(plainCharacter(units), Types.INT, at);
        }
        var value = BigInteger.valueOf(units.getLast() & 0xffffffffL);
        return new Rvalue.IntegerConstant(unit.types.wrap(value, type), type, at);
    }

    /** One character has the value of a char; several are packed into an int, the first highest, as in gcc. */
    private long plainCharacter(List<Integer> units) {
        if (units.size() == 1) {
            return unit.types.wrap(BigInteger.valueOf(units.getFirst()), Types.CHAR).longValue();
        }
        int value = 0;
        for (var element : units) {
            value = value << 8 | element & 0xff;
        }
        return value;
    }

    private Type elementType(String prefix) {
        return switch (prefix) {
            case "L" -> unit.types.wcharType();
            case "u" -> new Type.Integer(IntegerKind.UNSIGNED_SHORT);
            case "U" -> Types.UNSIGNED_INT;
            default -> Types.CHAR;
        };
    }

    // ---- strings

    /** A literal with its type, its terminating zero included. */
    record Text(StringData data, QualifiedType type) {}

    Text text(Expression.Text text) {
        var prefix = "";
        for (var piece : text.pieces()) {
            var own = piece.text().substring(0, piece.text().indexOf('"'));
            if (!own.isEmpty() && !prefix.isEmpty() && !own.equals(prefix)) {
                unit.reports.error(Codes.LITERAL, piece.position(), "adjacent string literals have different prefixes");
            }
            prefix = own.isEmpty() ? prefix : own;
        }
        var element = elementType(prefix);
        int bytes = unit.types.width(element) / 8;
        var units = new ArrayList<Integer>();
        for (var piece : text.pieces()) {
            int quote = piece.text().indexOf('"');
            if (units.size() + piece.text().length() > LONGEST_TEXT) {
                unit.reports.unsupported(piece.position(), "a string literal of more than " + LONGEST_TEXT + " characters");
                break;
            }
            units.addAll(units(piece.text().substring(quote + 1, piece.text().length() - 1), bytes, piece.position()));
        }
        units.add(0);
        return new Text(
                new StringData(bytes, units), QualifiedType.of(Types.arrayOf(QualifiedType.of(element), units.size())));
    }

    /** The text of an attribute's, assertion's or asm's string; a report where the literal is wide. */
    Optional<String> plainText(Expression.Text text) {
        var data = text(text).data();
        if (data.elementBytes() != 1) {
            unit.reports.error(Codes.LITERAL, text.span().at(), "a plain string literal is needed here");
            return Optional.empty();
        }
        var bytes = new byte[data.elements().size() - 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) data.elements().get(i);
        }
        return Optional.of(SourceText.decode(bytes));
    }

    static StringData plain(String text) {
        var elements = new ArrayList<Integer>();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            elements.add(b & 0xff);
        }
        elements.add(0);
        return new StringData(1, elements);
    }

    /** Execution characters: escapes resolved, the rest encoded for elements of so many bytes. */
    private List<Integer> units(String body, int bytes, Position at) {
        var units = new ArrayList<Integer>();
        int i = 0;
        while (i < body.length()) {
            int backslash = body.indexOf('\\', i);
            if (backslash != i) {
                int end = backslash < 0 ? body.length() : backslash;
                encode(body.substring(i, end), bytes, units);
                i = end;
            } else {
                i = escape(body, i + 1, bytes, units, at);
            }
        }
        return units;
    }

    private static void encode(String text, int bytes, List<Integer> units) {
        if (bytes == 1) {
            for (byte b : SourceText.encode(text)) {
                units.add(b & 0xff);
            }
        } else if (bytes == 2) {
            text.chars().forEach(units::add);
        } else {
            text.codePoints().forEach(units::add);
        }
    }

    private int escape(String body, int i, int bytes, List<Integer> units, Position at) {
        if (i >= body.length()) {
            return i;
        }
        char c = body.charAt(i);
        switch (c) {
            case 'n' -> units.add(10);
            case 't' -> units.add(9);
            case 'r' -> units.add(13);
            case 'a' -> units.add(7);
            case 'b' -> units.add(8);
            case 'f' -> units.add(12);
            case 'v' -> units.add(11);
            case 'e', 'E' -> units.add(27);
            case 'x' -> {
                return numeric(body, i + 1, 16, Integer.MAX_VALUE, bytes, units, at);
            }
            case 'u', 'U' -> {
                return universal(body, i + 1, c == 'u' ? 4 : 8, bytes, units, at);
            }
            default -> {
                if (c >= '0' && c <= '7') {
                    return numeric(body, i, 8, 3, bytes, units, at);
                }
                if ("'\"?\\".indexOf(c) < 0) {
                    unit.reports.warning(Codes.LITERAL, at, "unknown escape sequence '\\" + c + "'");
                }
                encode(String.valueOf(c), bytes, units);
            }
        }
        return i + 1;
    }

    private int numeric(String body, int start, int radix, int most, int bytes, List<Integer> units, Position at) {
        int i = start;
        long value = 0;
        boolean tooLarge = false;
        while (i < body.length() && i - start < most && Character.digit(body.charAt(i), radix) >= 0) {
            value = value * radix + Character.digit(body.charAt(i), radix);
            tooLarge |= value >>> 8 * bytes != 0;
            value &= (1L << 8 * bytes) - 1;
            i++;
        }
        if (i == start) {
            unit.reports.error(Codes.LITERAL, at, "escape sequence without digits");
        }
        if (tooLarge) {
            unit.reports.warning(Codes.LITERAL, at, "escape sequence out of range");
        }
        units.add((int) value);
        return i;
    }

    private int universal(String body, int start, int digits, int bytes, List<Integer> units, Position at) {
        int end = Math.min(body.length(), start + digits);
        var hex = body.substring(start, end);
        if (hex.length() < digits || !isNumber(hex, 16) || Long.parseLong(hex, 16) > Character.MAX_CODE_POINT) {
            unit.reports.error(Codes.LITERAL, at, "incomplete or invalid universal character name");
            return end;
        }
        encode(Character.toString(Integer.parseInt(hex, 16)), bytes, units);
        return end;
    }
}
