package org.latebind.shell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code awk}, the part that packages use on versions: patterns, {@code print}, {@code printf}, {@code if}, fields,
 * variables, arrays, arithmetic, comparisons and a few functions. Neither loops nor functions of its own.
 */
final class Awk {
    /** A value: a text, a number, or a text from the input that is a number if it looks like one. */
    private record Value(String text, double number, boolean isNumber) {
        static Value of(String text) {
            return new Value(text, 0, false);
        }

        static Value of(double number) {
            return new Value("", number, true);
        }

        static Value input(String text) {
            return looksNumeric(text) ? new Value(text, Double.parseDouble(text.strip()), true) : of(text);
        }

        private static boolean looksNumeric(String text) {
            return text.strip().matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
        }
    }

    private static final class Next extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Next() {
            super("", null, false, false);
        }
    }

    private static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exit() {
            super("", null, false, false);
        }
    }

    private static final Value EMPTY = new Value("", 0, true);

    private final Call call;
    private final Map<String, Value> variables = new HashMap<>();
    private final Map<String, Value> arrays = new HashMap<>();
    private List<String> fields = new ArrayList<>();
    private String record = "";
    private int status;
    private String program = "";
    private int at;
    /** Whether what is parsed is carried out: parsing and running are one. */
    private boolean running;

    Awk(Call call) {
        this.call = call;
    }

    int run() {
        var options = Options.read(call, "", "Fv", Map.of());
        var words = new ArrayList<>(options.operands());
        if (words.isEmpty()) {
            throw call.notCovered("without a program");
        }
        variables.put("FS", Value.of(options.value('F').map(fs -> fs.equals("\\t") || fs.equals("t") ? "\t" : fs).orElse(" ")));
        variables.put("OFS", Value.of(" "));
        for (var assignment : options.all('v')) {
            var parts = assignment.split("=", 2);
            if (parts.length < 2 || !WordReader.isName(parts[0]) || parts[1].indexOf('\\') >= 0) {
                throw call.notCovered("-v " + assignment);
            }
            variables.put(parts[0], Value.input(call.world().inspect(parts[1])));
        }
        program = call.world().inspect(words.removeFirst());
        if (words.stream().anyMatch(word -> word.indexOf('=') >= 0)) {
            throw call.notCovered("an assignment as an operand");
        }
        boolean failed = false;
        try {
            rules("BEGIN");
            if (hasInputRules()) {
                for (var input : call.inputs(words)) {
                    failed |= input.isEmpty();
                    read(input.orElse(""));
                }
            }
        } catch (Exit exit) {
            return status;
        }
        try {
            rules("END");
        } catch (Exit exit) {
            return status;
        }
        return failed ? call.fail(2) : status;
    }

    private void read(String text) {
        for (var line : Call.lines(call.world().inspect(text))) {
            variables.put("NR", Value.of(variables.getOrDefault("NR", EMPTY).number() + 1));
            setRecord(line);
            try {
                rules("");
            } catch (Next next) {
                // The next line.
            }
        }
    }

    private Stop wrong() {
        return call.notCovered("'" + program + "'");
    }

    // Rules

    private boolean hasInputRules() {
        at = 0;
        running = false;
        boolean found = false;
        for (separators(); at < program.length(); separators()) {
            var kind = special();
            found |= !kind.equals("BEGIN");
            if (kind.isEmpty() && peek() != '{') {
                expression();
            }
            blanks();
            if (peek() == '{') {
                block(false);
            }
        }
        return found;
    }

    /** Runs the rules of a kind; those without a name are run for a line. */
    private void rules(String kind) {
        at = 0;
        for (separators(); at < program.length(); separators()) {
            call.world().step(20);
            var own = special();
            boolean selected = own.equals(kind);
            running = selected;
            if (own.isEmpty() && peek() != '{') {
                selected &= truth(expression());
            }
            blanks();
            running = selected;
            if (peek() == '{') {
                block(selected);
            } else if (!own.isEmpty()) {
                throw wrong();
            } else if (selected) {
                call.print(record + "\n");
            }
        }
    }

    private String special() {
        for (var name : List.of("BEGIN", "END")) {
            if (program.startsWith(name, at) && !isNamePart(at + name.length())) {
                at += name.length();
                blanks();
                return name;
            }
        }
        if (program.startsWith("function", at)) {
            throw wrong();
        }
        return "";
    }

    private boolean isNamePart(int index) {
        return index < program.length() && (WordReader.isNameStart(program.charAt(index))
                || Character.isDigit(program.charAt(index)));
    }

    // Characters

    private char peek() {
        return at < program.length() ? program.charAt(at) : 0;
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t' || program.startsWith("\\\n", at)) {
            at += peek() == '\\' ? 2 : 1;
        }
    }

    private void separators() {
        while (at < program.length() && (" \t\n;".indexOf(peek()) >= 0 || peek() == '#')) {
            if (peek() == '#') {
                int end = program.indexOf('\n', at);
                at = end < 0 ? program.length() : end;
            } else {
                at++;
            }
        }
    }

    private boolean take(String token) {
        blanks();
        if (!program.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw wrong();
        }
    }

    private String name() {
        int from = at;
        if (WordReader.isNameStart(peek())) {
            while (isNamePart(at)) {
                at++;
            }
        }
        return program.substring(from, at);
    }

    private boolean takeWord(String word) {
        blanks();
        if (program.startsWith(word, at) && !isNamePart(at + word.length())) {
            at += word.length();
            return true;
        }
        return false;
    }

    // Statements

    private void block(boolean run) {
        boolean outer = running;
        expect("{");
        for (separators(); peek() != '}'; separators()) {
            if (at >= program.length()) {
                throw wrong();
            }
            running = run;
            statement(run);
        }
        at++;
        running = outer;
    }

    private void statement(boolean run) {
        boolean outer = running;
        running = run;
        blanks();
        if (peek() == '{') {
            block(run);
        } else if (takeWord("if")) {
            branch(run);
        } else if (takeWord("print")) {
            print();
        } else if (takeWord("printf")) {
            printf();
        } else if (takeWord("next")) {
            if (run) {
                throw new Next();
            }
        } else if (takeWord("exit")) {
            blanks();
            if (";}\n".indexOf(peek()) < 0) {
                var value = expression();
                status = run ? (int) number(value) & 255 : status;
            }
            if (run) {
                throw new Exit();
            }
        } else {
            for (var word : List.of("for", "while", "do", "getline", "delete", "return", "break", "continue")) {
                if (takeWord(word)) {
                    throw wrong();
                }
            }
            expression();
        }
        running = outer;
        blanks();
        if (at < program.length() && ";}\n".indexOf(peek()) < 0 && !endedBlock()) {
            throw wrong();
        }
    }

    private boolean endedBlock() {
        return "};\n \t".indexOf(program.charAt(at - 1)) >= 0;
    }

    private void branch(boolean run) {
        expect("(");
        boolean holds = truth(expression()) && run;
        expect(")");
        newlines();
        statement(holds);
        int after = at;
        separators();
        if (takeWord("else")) {
            newlines();
            statement(run && !holds);
        } else {
            at = after;
        }
    }

    private void newlines() {
        blanks();
        while (peek() == '\n') {
            at++;
            blanks();
        }
    }

    private List<Value> list() {
        var values = new ArrayList<Value>();
        blanks();
        if (";}\n".indexOf(peek()) >= 0 || at >= program.length()) {
            return values;
        }
        do {
            values.add(printed());
        } while (take(","));
        blanks();
        if (peek() == '>' || peek() == '|') {
            throw wrong();
        }
        return values;
    }

    /** In {@code print} a {@code >} outside of parentheses is a redirection. */
    private boolean inPrint;

    private Value printed() {
        inPrint = true;
        try {
            return expression();
        } finally {
            inPrint = false;
        }
    }

    private void print() {
        var values = list();
        if (running) {
            call.print(values.isEmpty() ? record + "\n" : String.join(text(variables.get("OFS")),
                    values.stream().map(this::text).toList()) + "\n");
        }
    }

    private void printf() {
        boolean parentheses = take("(");
        var values = parentheses ? arguments() : list();
        if (running) {
            var words = new ArrayList<String>();
            if (values.isEmpty() || text(values.getFirst()).contains("\\")
                    || !text(values.getFirst()).replaceAll("%[-0]?[0-9]*[sdi]|%%", "").equals(
                            text(values.getFirst()).replaceAll("%[-0]?[0-9]*[sdi]|%%", "").replace("%", ""))) {
                throw wrong();
            }
            words.add(text(values.getFirst()));
            var format = text(values.getFirst());
            int wanted = format.replace("%%", "").length() - format.replace("%%", "").replace("%", "").length();
            if (wanted != values.size() - 1) {
                throw wrong();
            }
            var conversions = java.util.regex.Pattern.compile("%[-0]?[0-9]*([sdi])").matcher(format.replace("%%", ""));
            for (var value : values.subList(1, values.size())) {
                conversions.find();
                words.add(conversions.group(1).equals("s") ? text(value) : String.valueOf((long) number(value)));
            }
            new Printf(new Call("printf", words, call.io(), call.interpreter())).run();
        }
    }

    // Expressions, loosest first

    private Value expression() {
        blanks();
        int from = at;
        var place = place();
        if (place.isPresent()) {
            blanks();
            for (var operator : List.of("=", "+=", "-=", "*=", "/=", "%=")) {
                if (program.startsWith(operator, at) && !program.startsWith("==", at)) {
                    at += operator.length();
                    var right = expression();
                    var value = operator.equals("=") ? right
                            : Value.of(arithmetic(operator.charAt(0), number(get(place.get())), number(right)));
                    if (running) {
                        put(place.get(), value);
                    }
                    return value;
                }
            }
        }
        at = from;
        return ternary();
    }

    /** A variable's name, {@code $} and a field's number, or an array's name and an index. */
    private Optional<String> place() {
        int from = at;
        if (peek() == '$') {
            at++;
            var field = primary();
            return Optional.of("$" + (long) number(field));
        }
        var name = name();
        if (name.isEmpty() || peek() == '(' || List.of("getline", "in").contains(name)) {
            at = from;
            return Optional.empty();
        }
        if (peek() == '[') {
            at++;
            var index = expression();
            expect("]");
            return Optional.of(name + "[" + text(index));
        }
        return Optional.of(name);
    }

    private Value get(String place) {
        if (place.startsWith("$")) {
            int index = Integer.parseInt(place.substring(1));
            return index == 0 ? Value.input(record)
                    : index > 0 && index <= fields.size() ? Value.input(fields.get(index - 1)) : EMPTY;
        }
        if (place.indexOf('[') >= 0) {
            return arrays.getOrDefault(place, EMPTY);
        }
        if (List.of("FNR", "RS", "ORS", "SUBSEP", "ENVIRON", "ARGV", "ARGC", "FILENAME", "RSTART", "RLENGTH", "CONVFMT",
                "OFMT").contains(place)) {
            throw wrong();
        }
        return place.equals("NF") ? Value.of(fields.size()) : variables.getOrDefault(place, EMPTY);
    }

    private void put(String place, Value value) {
        if (place.equals("$0")) {
            setRecord(text(value));
        } else if (place.startsWith("$")) {
            int index = Integer.parseInt(place.substring(1));
            if (index < 1 || index > 1000) {
                throw wrong();
            }
            while (fields.size() < index) {
                fields.add("");
            }
            fields.set(index - 1, text(value));
            record = String.join(text(variables.get("OFS")), fields);
        } else if (place.indexOf('[') >= 0) {
            arrays.put(place, value);
        } else if (List.of("NF", "NR", "RS", "ORS", "FNR").contains(place)) {
            throw wrong();
        } else {
            variables.put(place, value);
        }
    }

    private void setRecord(String text) {
        record = text;
        fields = new ArrayList<>(split(text, text(variables.get("FS"))));
    }

    private List<String> split(String text, String separator) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (separator.equals(" ")) {
            return java.util.Arrays.stream(text.split("[ \t\n]+")).filter(word -> !word.isEmpty()).toList();
        }
        if (separator.length() == 1 && separator.charAt(0) != '\\') {
            return List.of(text.split(java.util.regex.Pattern.quote(separator), -1));
        }
        var regex = Regex.compile(separator, true, Regex.Use.AWK, false, call.world());
        var parts = new ArrayList<String>();
        int from = 0;
        for (var match = regex.find(text, 0); match.isPresent() && match.get().end() > match.get().start();
                match = regex.find(text, from)) {
            parts.add(text.substring(from, match.get().start()));
            from = match.get().end();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private Value ternary() {
        var condition = or();
        if (!take("?")) {
            return condition;
        }
        boolean outer = running;
        boolean holds = truth(condition);
        running = outer && holds;
        var yes = ternary();
        expect(":");
        running = outer && !holds;
        var no = ternary();
        running = outer;
        return holds ? yes : no;
    }

    private Value or() {
        var left = and();
        while (take("||")) {
            boolean outer = running;
            boolean holds = truth(left);
            running = outer && !holds;
            boolean right = truth(and());
            running = outer;
            left = truth(holds || right);
        }
        return left;
    }

    private Value and() {
        var left = match();
        while (take("&&")) {
            boolean outer = running;
            boolean holds = truth(left);
            running = outer && holds;
            boolean right = truth(match());
            running = outer;
            left = truth(holds && right);
        }
        return left;
    }

    private static Value truth(boolean holds) {
        return Value.of(holds ? 1 : 0);
    }

    private Value match() {
        var left = comparison();
        blanks();
        while (peek() == '~' || program.startsWith("!~", at)) {
            boolean negated = peek() == '!';
            at += negated ? 2 : 1;
            left = truth(regex().isIn(text(left)) != negated);
        }
        return left;
    }

    private Regex.Compiled regex() {
        blanks();
        if (peek() == '/') {
            return Regex.compile(regexText(), true, Regex.Use.AWK, false, call.world());
        }
        return Regex.compile(text(comparison()), true, Regex.Use.AWK, false, call.world());
    }

    private String regexText() {
        at++;
        var text = new StringBuilder();
        while (peek() != '/') {
            if (at >= program.length() || peek() == '\n') {
                throw wrong();
            }
            if (peek() == '\\' && at + 1 < program.length()) {
                at++;
                if (peek() != '/') {
                    text.append('\\');
                }
            } else if (peek() == '[') {
                int end = Glob.end(program, at);
                if (end > 0 && program.substring(at, end).indexOf('/') >= 0) {
                    throw wrong();
                }
            }
            text.append(program.charAt(at++));
        }
        at++;
        return text.toString();
    }

    private Value comparison() {
        var left = concatenation();
        blanks();
        for (var operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (program.startsWith(operator, at) && !program.startsWith("!~", at)
                    && !(inPrint && operator.startsWith(">"))) {
                at += operator.length();
                return truth(compare(operator, left, concatenation()));
            }
        }
        return left;
    }

    private boolean compare(String operator, Value left, Value right) {
        int compared = left.isNumber() && right.isNumber() ? Double.compare(left.number(), right.number())
                : text(left).compareTo(text(right));
        return switch (operator) {
            case "==" -> compared == 0;
            case "!=" -> compared != 0;
            case "<=" -> compared <= 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            default -> compared > 0;
        };
    }

    private Value concatenation() {
        var left = sum();
        while (true) {
            blanks();
            char c = peek();
            if (c != '"' && c != '$' && c != '(' && !Character.isDigit(c) && !WordReader.isNameStart(c)
                    || takeWordAhead("in")) {
                return left;
            }
            left = Value.of(text(left) + text(sum()));
        }
    }

    private boolean takeWordAhead(String word) {
        if (program.startsWith(word, at) && !isNamePart(at + word.length())) {
            throw wrong();
        }
        return false;
    }

    private Value sum() {
        var left = product();
        for (blanks(); (peek() == '+' || peek() == '-') && !isAssignment(); blanks()) {
            char operator = program.charAt(at++);
            left = Value.of(arithmetic(operator, number(left), number(product())));
        }
        return left;
    }

    private boolean isAssignment() {
        return program.startsWith("=", at + 1) || program.startsWith(peek() + "", at + 1) && peek() != '*';
    }

    private Value product() {
        var left = unary();
        for (blanks(); peek() != 0 && "*/%".indexOf(peek()) >= 0 && !isAssignment(); blanks()) {
            char operator = program.charAt(at++);
            left = Value.of(arithmetic(operator, number(left), number(unary())));
        }
        return left;
    }

    private double arithmetic(char operator, double left, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            default -> {
                if (right == 0) {
                    if (running) {
                        throw wrong();
                    }
                    yield 0;
                }
                yield operator == '/' ? left / right : left % right;
            }
        };
    }

    private Value unary() {
        blanks();
        if (peek() == '!' && !program.startsWith("!~", at)) {
            at++;
            return truth(!truth(unary()));
        }
        if (peek() == '-') {
            at++;
            return Value.of(-number(unary()));
        }
        if (peek() == '+') {
            at++;
            return Value.of(number(unary()));
        }
        var value = primary();
        blanks();
        if (peek() == '^' || program.startsWith("**", at) || program.startsWith("++", at) || program.startsWith("--", at)) {
            throw wrong();
        }
        return value;
    }

    private Value primary() {
        blanks();
        char c = peek();
        if (c == '"') {
            return Value.of(string());
        }
        if (c == '/') {
            return truth(Regex.compile(regexText(), true, Regex.Use.AWK, false, call.world()).isIn(record));
        }
        if (c == '(') {
            at++;
            boolean outer = inPrint;
            inPrint = false;
            var value = expression();
            inPrint = outer;
            expect(")");
            return value;
        }
        if (Character.isDigit(c) || c == '.') {
            int from = at;
            while (Character.isDigit(peek()) || peek() == '.') {
                at++;
            }
            var digits = program.substring(from, at);
            if (!digits.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+") || isNamePart(at)) {
                throw wrong();
            }
            return Value.of(Double.parseDouble(digits));
        }
        int from = at;
        var name = c == '$' ? "" : name();
        if (!name.isEmpty() && peek() == '(') {
            at++;
            return function(name);
        }
        if (name.equals("length")) {
            return Value.of(record.length());
        }
        at = from;
        return get(place().orElseThrow(this::wrong));
    }

    private String string() {
        at++;
        var text = new StringBuilder();
        while (peek() != '"') {
            if (at >= program.length() || peek() == '\n') {
                throw wrong();
            }
            char c = program.charAt(at++);
            if (c == '\\') {
                char escaped = program.charAt(at++);
                int plain = "nt\\\"/".indexOf(escaped);
                if (plain < 0) {
                    throw wrong();
                }
                c = "\n\t\\\"/".charAt(plain);
            }
            text.append(c);
        }
        at++;
        return text.toString();
    }

    private List<Value> arguments() {
        boolean outer = inPrint;
        inPrint = false;
        var values = new ArrayList<Value>();
        if (!take(")")) {
            do {
                values.add(expression());
            } while (take(","));
            expect(")");
        }
        inPrint = outer;
        return values;
    }

    private Value function(String name) {
        switch (name) {
            case "sub", "gsub" -> {
                return substitute(name.equals("gsub"));
            }
            case "match" -> throw wrong();
            case "split" -> {
                return splitInto();
            }
            default -> {
                var values = arguments();
                return switch (name + values.size()) {
                    case "length0" -> Value.of(record.length());
                    case "length1" -> Value.of(text(values.getFirst()).length());
                    case "int1" -> Value.of((long) number(values.getFirst()));
                    case "toupper1" -> Value.of(text(values.getFirst()).toUpperCase(java.util.Locale.ROOT));
                    case "tolower1" -> Value.of(text(values.getFirst()).toLowerCase(java.util.Locale.ROOT));
                    case "index2" -> Value.of(text(values.get(0)).indexOf(text(values.get(1))) + 1);
                    case "substr2", "substr3" -> substring(values);
                    default -> throw wrong();
                };
            }
        }
    }

    private Value substring(List<Value> values) {
        var text = text(values.getFirst());
        double from = number(values.get(1));
        double length = values.size() > 2 ? number(values.get(2)) : text.length() + 1;
        if (running && (from < 1 || from != Math.rint(from) || length != Math.rint(length))) {
            throw wrong();
        }
        int start = (int) Math.max(0, Math.min(text.length(), from - 1));
        return Value.of(text.substring(start, (int) Math.max(start, Math.min(text.length(), start + length))));
    }

    private Value splitInto() {
        var text = text(expression());
        expect(",");
        blanks();
        var name = name();
        var separator = text(variables.get("FS"));
        if (take(",")) {
            blanks();
            separator = peek() == '/' ? regexText() : text(expression());
        }
        expect(")");
        if (!running) {
            return EMPTY;
        }
        arrays.keySet().removeIf(key -> key.startsWith(name + "["));
        var parts = split(text, separator);
        for (int i = 0; i < parts.size(); i++) {
            arrays.put(name + "[" + (i + 1), Value.input(parts.get(i)));
        }
        return Value.of(parts.size());
    }

    private Value substitute(boolean all) {
        var regex = regex();
        expect(",");
        var by = text(expression());
        var place = "$0";
        if (take(",")) {
            blanks();
            place = place().orElseThrow(this::wrong);
        }
        expect(")");
        if (!running) {
            return EMPTY;
        }
        if (by.indexOf('\\') >= 0 || by.indexOf('&') >= 0) {
            throw wrong();
        }
        var text = text(get(place));
        var result = new StringBuilder();
        int from = 0;
        int count = 0;
        for (var match = regex.find(text, 0); match.isPresent(); match = regex.find(text, from)) {
            if (match.get().end() == match.get().start()) {
                throw wrong();
            }
            result.append(text, from, match.get().start()).append(by);
            from = match.get().end();
            count++;
            if (!all) {
                break;
            }
        }
        if (count > 0) {
            put(place, Value.of(result + text.substring(from)));
        }
        return Value.of(count);
    }

    // Conversions

    private boolean truth(Value value) {
        return value.isNumber() ? value.number() != 0 : !value.text().isEmpty();
    }

    private double number(Value value) {
        if (value.isNumber()) {
            return value.number();
        }
        var matcher = java.util.regex.Pattern.compile("[ \t\n]*([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))").matcher(value.text());
        return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    /** A whole number as such, others as {@code %.6g}. */
    private String text(Value value) {
        if (!value.isNumber() || !value.text().isEmpty() || value == EMPTY) {
            return value.text();
        }
        double number = value.number();
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf((long) number);
        }
        var digits = new BigDecimal(number).round(new java.math.MathContext(6)).stripTrailingZeros();
        if (Math.abs(number) < 1e-4 || Math.abs(number) >= 1e6) {
            throw wrong();
        }
        return digits.toPlainString();
    }
}
