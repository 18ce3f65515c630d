package org.latebind.shell;

import java.util.List;

/** {@code printf} and what {@code echo} makes of backslashes. */
final class Printf {
    private final Call call;
    private final StringBuilder out = new StringBuilder();
    private List<String> arguments;
    private int next;
    private boolean ends;

    Printf(Call call) {
        this.call = call;
        this.arguments = call.arguments();
    }

    int run() {
        if (!arguments.isEmpty() && arguments.getFirst().equals("--")) {
            arguments = arguments.subList(1, arguments.size());
        }
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            throw call.notCovered("that");
        }
        var format = call.world().inspect(arguments.getFirst());
        next = 1;
        do {
            int before = next;
            once(format);
            if (next == before) {
                break;
            }
        } while (next < arguments.size() && !ends);
        call.print(out.toString());
        return 0;
    }

    private void once(String format) {
        for (int i = 0; i < format.length() && !ends; ) {
            char c = format.charAt(i);
            if (c == '\\') {
                i = escape(format, i, out, false);
            } else if (c == '%') {
                i = directive(format, i);
            } else {
                out.append(c);
                i++;
            }
        }
    }

    private int directive(String format, int at) {
        int i = at + 1;
        while (i < format.length() && "-0 +#123456789.".indexOf(format.charAt(i)) >= 0) {
            i++;
        }
        if (i == format.length()) {
            throw call.notCovered(format);
        }
        var flags = format.substring(at + 1, i);
        char conversion = format.charAt(i);
        if (conversion == '%' && flags.isEmpty()) {
            out.append('%');
            return i + 1;
        }
        var argument = next < arguments.size() ? arguments.get(next) : "";
        next++;
        switch (conversion) {
            case 's' -> string(flags, argument);
            case 'c' -> string(flags, argument.isEmpty() ? "" : call.world().inspect(argument).substring(0, 1));
            case 'b' -> {
                var text = new StringBuilder();
                for (int k = 0; k < argument.length() && !ends; ) {
                    if (argument.charAt(k) == '\\') {
                        k = escape(argument, k, text, true);
                    } else {
                        text.append(argument.charAt(k++));
                    }
                }
                string(flags, text.toString());
            }
            case 'd', 'i', 'u', 'x', 'X', 'o' -> {
                if (!flags.matches("[-0 +#]*[0-9]{0,4}") || conversion == 'u' && argument.startsWith("-")) {
                    throw call.notCovered(format);
                }
                number(flags, conversion, argument);
            }
            default -> throw call.notCovered(format);
        }
        return i + 1;
    }

    private void string(String flags, String text) {
        if (!flags.matches("-?[0-9]{0,4}(\\.[0-9]{0,4})?")) {
            throw call.notCovered("%" + flags + "s");
        }
        if (flags.isEmpty()) {
            out.append(text);
            return;
        }
        call.world().inspect(text);
        boolean left = flags.startsWith("-");
        var parts = flags.replace("-", "").split("\\.", -1);
        var cut = parts.length > 1
                ? text.substring(0, Math.min(text.length(), parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]))) : text;
        int width = parts[0].isEmpty() ? 0 : Integer.parseInt(parts[0]);
        var blanks = " ".repeat(Math.max(0, width - cut.length()));
        out.append(left ? cut + blanks : blanks + cut);
    }

    private void number(String flags, char conversion, String argument) {
        var text = call.world().inspect(argument).strip();
        long value;
        if (text.isEmpty()) {
            value = 0;
        } else if (text.matches("[-+]?[1-9][0-9]{0,17}|[-+]?0")) {
            value = Long.parseLong(text);
        } else if (text.matches("0[xX][0-9A-Fa-f]{1,15}")) {
            value = Long.parseLong(text.substring(2), 16);
        } else if (text.matches("0[0-7]{1,18}")) {
            value = Long.parseLong(text, 8);
        } else {
            throw call.notCovered("%d of '" + argument + "'");
        }
        if (flags.contains("#") || flags.contains("+") && flags.contains(" ") || flags.contains("-") && flags.contains("0")) {
            throw call.notCovered("%" + flags + conversion);
        }
        out.append(String.format("%" + flags + (conversion == 'i' || conversion == 'u' ? 'd' : conversion), value));
    }

    /**
     * Appends what the escape at an offset is.
     *
     * @param echo as {@code echo} and {@code %b} have it: an octal number starts with a 0
     * @return the offset behind it
     */
    private int escape(String text, int at, StringBuilder to, boolean echo) {
        if (at + 1 == text.length()) {
            to.append('\\');
            return at + 1;
        }
        char c = text.charAt(at + 1);
        int plain = "\\abfnrtv".indexOf(c);
        if (plain >= 0) {
            to.append("\\\u0007\b\f\n\r\t\u000b".charAt(plain));
            return at + 2;
        }
        if (c == 'c' && echo) {
            ends = true;
            return text.length();
        }
        if (c >= '0' && c <= '7') {
            int from = echo && c == '0' ? at + 2 : at + 1;
            if (echo && c != '0') {
                to.append('\\');
                return at + 1;
            }
            int end = from;
            while (end < text.length() && end < from + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
            to.append((char) (end == from ? 0 : Integer.parseInt(text.substring(from, end), 8) & 255));
            return end;
        }
        if ("xuUec'\"".indexOf(c) >= 0) {
            if (c == '"' && !echo) {
                to.append('"');
                return at + 2;
            }
            if (world() == Dialect.SH && c != 'c' && echo) {
                to.append('\\');
                return at + 1;
            }
            throw call.notCovered("\\" + c);
        }
        to.append('\\');
        return at + 1;
    }

    private Dialect world() {
        return call.world().dialect;
    }

    /** {@code echo}; in dash a backslash always means something, elsewhere with {@code -e} only. */
    static int echo(Call call, boolean external) {
        var words = call.arguments();
        boolean bash = external || call.world().dialect == Dialect.BASH;
        boolean newline = true;
        boolean escapes = !bash;
        int first = 0;
        while (first < words.size() && words.get(first).matches(bash ? "-[neE]+" : "-n")) {
            newline &= !words.get(first).contains("n");
            if (bash) {
                escapes = words.get(first).lastIndexOf('e') > words.get(first).lastIndexOf('E');
            }
            first++;
            if (!bash) {
                break;
            }
        }
        var text = String.join(" ", words.subList(first, words.size()));
        if (!escapes) {
            call.print(text + (newline ? "\n" : ""));
            return 0;
        }
        var printf = new Printf(call);
        for (int i = 0; i < text.length() && !printf.ends; ) {
            if (text.charAt(i) == '\\') {
                i = printf.escape(text, i, printf.out, true);
            } else {
                printf.out.append(text.charAt(i++));
            }
        }
        call.print(printf.out + (newline && !printf.ends ? "\n" : ""));
        return 0;
    }
}
