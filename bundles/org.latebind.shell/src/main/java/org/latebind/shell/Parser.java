package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.shell.Node.Redirect;
import org.latebind.shell.Node.Word;

/** Reads a script: POSIX XCU 2.10, Shell Grammar, with what Debian's bash adds to it where a script is for bash. */
final class Parser {
    private static final Set<String> RESERVED = Set.of("if", "then", "elif", "else", "fi", "do", "done", "case", "esac",
            "while", "until", "for", "{", "}", "!", "in");
    private static final Set<String> NOT_COVERED = Set.of("select", "coproc", "time");
    private static final int DEEPEST = 200;

    private final String text;
    private final Dialect dialect;
    private final Position start;
    private final List<PendingDocument> documents = new ArrayList<>();
    private int at;
    private int line;
    private int depth;

    private record PendingDocument(String end, boolean quoted, boolean tabs, List<Word> body) {}

    Parser(String text, Dialect dialect, Position start) {
        this(text, dialect, start, start.line());
    }

    private Parser(String text, Dialect dialect, Position start, int line) {
        this.text = text;
        this.dialect = dialect;
        this.start = start;
        this.line = line;
    }

    /** The same script's text that was quoted in it. */
    Parser inner(String part, int partLine) {
        if (depth > DEEPEST) {
            throw notCovered("commands that deep in one another");
        }
        var inner = new Parser(part, dialect, start, partLine);
        inner.depth = depth + 1;
        return inner;
    }

    Node script() {
        var node = commands("");
        if (!atEnd()) {
            throw wrong("unexpected '" + peek() + "'");
        }
        return node;
    }

    // Characters

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    char peekOrFail(String missing) {
        if (atEnd()) {
            throw wrong("missing " + missing);
        }
        return peek();
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    boolean lookingAt(String what) {
        return text.startsWith(what, at);
    }

    void expect(char c) {
        if (atEnd() || peek() != c) {
            throw wrong("missing '" + c + "'");
        }
        next();
    }

    String name() {
        int from = at;
        while (!atEnd() && (WordReader.isNameStart(peek()) || peek() >= '0' && peek() <= '9')) {
            at++;
        }
        return text.substring(from, at);
    }

    int line() {
        return line;
    }

    Dialect dialect() {
        return dialect;
    }

    Position position() {
        return place(start, line);
    }

    static Position place(Position start, int line) {
        return line == start.line() ? start : new Position(start.file(), line, 1);
    }

    Stop wrong(String what) {
        return new Stop.Refused(Diagnostic.error("LB1240", position(), "shell script: " + what));
    }

    Stop notCovered(String what) {
        return new Stop.Refused(Diagnostic.error("LB1241", position(), "shell script: " + what + " is not covered"));
    }

    // Blanks and separators

    private void blanks() {
        while (!atEnd()) {
            if (peek() == ' ' || peek() == '\t') {
                next();
            } else if (lookingAt("\\\n")) {
                skip(2);
            } else if (peek() == '#') {
                while (!atEnd() && peek() != '\n') {
                    next();
                }
            } else {
                return;
            }
        }
    }

    private void newlines() {
        blanks();
        while (!atEnd() && peek() == '\n') {
            newline();
            blanks();
        }
    }

    private void newline() {
        next();
        if (!documents.isEmpty()) {
            var pending = List.copyOf(documents);
            documents.clear();
            pending.forEach(this::document);
        }
    }

    private void document(PendingDocument pending) {
        int firstLine = line;
        var body = new StringBuilder();
        while (!atEnd()) {
            int end = text.indexOf('\n', at);
            var row = text.substring(at, end < 0 ? text.length() : end);
            skip(end < 0 ? row.length() : row.length() + 1);
            if (pending.tabs()) {
                row = row.replaceFirst("^\t+", "");
            }
            if (row.equals(pending.end())) {
                break;
            }
            body.append(row).append('\n');
        }
        pending.body().add(pending.quoted() ? Word.of(body.toString())
                : WordReader.document(inner(body.toString(), firstLine)));
    }

    // Lists

    /** Commands up to a closing parenthesis, a reserved word or {@code ;;} that ends them. */
    Node commands(String end) {
        if (++depth > DEEPEST) {
            throw notCovered("commands that deep in one another");
        }
        var nodes = new ArrayList<Node>();
        newlines();
        while (!atEnd() && !endsList()) {
            nodes.add(andOr());
            blanks();
            if (atEnd() || endsList()) {
                break;
            }
            if (peek() == '&') {
                throw notCovered("a command in the background");
            }
            if (peek() != ';' && peek() != '\n') {
                throw wrong("unexpected '" + peek() + "'");
            }
            if (peek() == ';') {
                next();
            }
            newlines();
        }
        depth--;
        return nodes.size() == 1 ? nodes.getFirst() : new Node.Sequence(List.copyOf(nodes));
    }

    private boolean endsList() {
        return peek() == ')' || lookingAt(";;")
                || Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}").contains(reserved());
    }

    /** The reserved word that starts here, or empty text. */
    private String reserved() {
        int end = at;
        while (end < text.length() && "|&;<>() \t\n\"'\\$`".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && "\"'\\$`".indexOf(text.charAt(end)) >= 0) {
            return "";
        }
        var word = text.substring(at, end);
        return RESERVED.contains(word) ? word : "";
    }

    private void expectReserved(String word) {
        newlines();
        if (atEnd() || !reserved().equals(word)) {
            throw wrong("missing '" + word + "'");
        }
        skip(word.length());
    }

    private Node andOr() {
        var left = pipeline();
        while (true) {
            blanks();
            if (lookingAt("&&")) {
                skip(2);
                newlines();
                left = new Node.And(left, pipeline());
            } else if (lookingAt("||")) {
                skip(2);
                newlines();
                left = new Node.Or(left, pipeline());
            } else {
                return left;
            }
        }
    }

    private Node pipeline() {
        blanks();
        int first = line;
        boolean negated = false;
        while (!atEnd() && reserved().equals("!")) {
            next();
            negated = !negated;
            blanks();
        }
        var stages = new ArrayList<Node>();
        stages.add(command());
        while (true) {
            blanks();
            if (!lookingAt("|") || lookingAt("||")) {
                break;
            }
            next();
            if (lookingAt("&")) {
                throw notCovered("'|&'");
            }
            newlines();
            stages.add(command());
        }
        return stages.size() == 1 && !negated ? stages.getFirst()
                : new Node.Pipeline(List.copyOf(stages), negated, first);
    }

    // Commands

    private Node command() {
        blanks();
        if (atEnd()) {
            throw wrong("missing command");
        }
        int first = line;
        var compound = compound();
        if (compound.isEmpty()) {
            return simple();
        }
        var redirects = new ArrayList<Redirect>();
        for (blanks(); redirect(redirects); blanks()) {
            // Each call takes one.
        }
        return redirects.isEmpty() ? compound.get() : new Node.Redirected(compound.get(), redirects, first);
    }

    private Optional<Node> compound() {
        if (lookingAt("((") && dialect == Dialect.BASH) {
            int first = line;
            skip(2);
            return Optional.of(new Node.Arithmetic(arithmetic(), first));
        }
        if (peek() == '(') {
            next();
            var body = commands(")");
            newlines();
            expect(')');
            return Optional.of(new Node.Subshell(body));
        }
        if (dialect == Dialect.BASH && lookingAt("[[") && (at + 2 == text.length() || " \t\n".indexOf(text.charAt(at + 2)) >= 0)) {
            return Optional.of(conditional());
        }
        return switch (reserved()) {
            case "if" -> Optional.of(ifs());
            case "while" -> Optional.of(loop(false));
            case "until" -> Optional.of(loop(true));
            case "for" -> Optional.of(fors());
            case "case" -> Optional.of(cases());
            case "{" -> {
                next();
                var body = commands("}");
                expectReserved("}");
                yield Optional.of(new Node.Group(body));
            }
            case "" -> Optional.empty();
            case "in" -> Optional.empty();
            default -> throw wrong("unexpected '" + reserved() + "'");
        };
    }

    private Node ifs() {
        skip(2);
        return ifRest();
    }

    private Node ifRest() {
        var condition = commands("then");
        expectReserved("then");
        var then = commands("fi");
        newlines();
        Optional<Node> otherwise = Optional.empty();
        if (!atEnd() && reserved().equals("elif")) {
            skip(4);
            return new Node.If(condition, then, Optional.of(ifRest()));
        }
        if (!atEnd() && reserved().equals("else")) {
            skip(4);
            otherwise = Optional.of(commands("fi"));
        }
        expectReserved("fi");
        return new Node.If(condition, then, otherwise);
    }

    private Node loop(boolean until) {
        skip(5);
        var condition = commands("do");
        return new Node.Loop(condition, until, body());
    }

    private Node body() {
        expectReserved("do");
        var body = commands("done");
        expectReserved("done");
        return body;
    }

    private Node fors() {
        int first = line;
        skip(3);
        blanks();
        if (lookingAt("((")) {
            throw notCovered("'for (( ))'");
        }
        var name = name();
        if (name.isEmpty()) {
            throw wrong("missing name of 'for'");
        }
        newlines();
        Optional<List<Word>> words = Optional.empty();
        if (!atEnd() && reserved().equals("in")) {
            skip(2);
            var list = new ArrayList<Word>();
            for (blanks(); !atEnd() && peek() != ';' && peek() != '\n'; blanks()) {
                list.add(wordHere());
            }
            words = Optional.of(List.copyOf(list));
        }
        blanks();
        if (!atEnd() && peek() == ';') {
            next();
        }
        return new Node.For(name, words, body(), first);
    }

    private Word wordHere() {
        if ("|&;<>()".indexOf(peek()) >= 0) {
            throw wrong("unexpected '" + peek() + "'");
        }
        return WordReader.word(this);
    }

    private Node cases() {
        int first = line;
        skip(4);
        blanks();
        if (atEnd()) {
            throw wrong("missing word of 'case'");
        }
        var subject = wordHere();
        expectReserved("in");
        newlines();
        var arms = new ArrayList<Node.Arm>();
        while (!atEnd() && !reserved().equals("esac")) {
            arms.add(arm());
            newlines();
        }
        expectReserved("esac");
        return new Node.Case(subject, List.copyOf(arms), first);
    }

    private Node.Arm arm() {
        if (peek() == '(') {
            next();
        }
        var patterns = new ArrayList<Word>();
        do {
            if (!patterns.isEmpty()) {
                next();
            }
            blanks();
            if (atEnd()) {
                throw wrong("missing 'esac'");
            }
            patterns.add(wordHere());
            blanks();
        } while (!atEnd() && peek() == '|');
        expect(')');
        var body = commands(";;");
        blanks();
        if (lookingAt(";;&") || lookingAt(";&")) {
            throw notCovered("';&'");
        }
        if (lookingAt(";;")) {
            skip(2);
        }
        return new Node.Arm(List.copyOf(patterns), body);
    }

    private Node conditional() {
        int first = line;
        skip(2);
        var words = new ArrayList<Word>();
        while (true) {
            newlines();
            if (atEnd()) {
                throw wrong("missing ']]'");
            }
            var operator = List.of("&&", "||", "(", ")", "<", ">").stream().filter(this::lookingAt).findFirst();
            boolean expression = !words.isEmpty() && words.getLast().plain().filter("=~"::equals).isPresent();
            if (expression) {
                words.add(expression());
            } else if (operator.isPresent()) {
                skip(operator.get().length());
                words.add(new Word(List.of(new Node.Part.Text(operator.get(), false))));
            } else {
                var word = WordReader.conditional(this);
                if (word.parts().isEmpty()) {
                    throw wrong("unexpected '" + peek() + "'");
                }
                if (word.plain().filter("]]"::equals).isPresent()) {
                    return new Node.Conditional(List.copyOf(words), first);
                }
                words.add(word);
            }
        }
    }

    /** The regular expression behind {@code =~}: parentheses and bars belong to it. */
    private Word expression() {
        return new WordReader(this).read(" \t\n");
    }

    /** The text up to {@code ))}, expanded as in double quotes. */
    Word arithmetic() {
        int from = at;
        int firstLine = line;
        int parentheses = 0;
        while (true) {
            char c = peekOrFail("'))'");
            if (c == '(') {
                parentheses++;
            } else if (c == ')') {
                if (parentheses == 0 && lookingAt("))")) {
                    break;
                }
                if (--parentheses < 0) {
                    throw notCovered("a subshell that starts with '(('");
                }
            }
            next();
        }
        var expression = WordReader.document(inner(text.substring(from, at).replace("\"", ""), firstLine));
        skip(2);
        return expression;
    }

    // Simple commands

    private Node simple() {
        int first = line;
        var assignments = new ArrayList<Node.Assignment>();
        var words = new ArrayList<Word>();
        var redirects = new ArrayList<Redirect>();
        while (true) {
            blanks();
            if (atEnd() || ";&|)\n".indexOf(peek()) >= 0) {
                break;
            }
            if (redirect(redirects)) {
                continue;
            }
            if (peek() == '(') {
                return function(words, assignments);
            }
            var assignment = words.isEmpty() || isDeclaration(words) ? assignment() : Optional.<Node.Assignment>empty();
            if (assignment.isEmpty()) {
                words.add(WordReader.word(this));
            } else if (words.isEmpty()) {
                assignments.add(assignment.get());
            } else {
                throw notCovered("an array behind '" + words.getFirst().plain().orElse("") + "'");
            }
        }
        words.stream().findFirst().flatMap(Word::plain).filter(word -> NOT_COVERED.contains(word)
                || word.equals("function") && dialect == Dialect.BASH).ifPresent(word -> {
            throw notCovered("'" + word + "'");
        });
        if (words.isEmpty() && assignments.isEmpty() && redirects.isEmpty()) {
            throw wrong("missing command");
        }
        return new Node.Simple(List.copyOf(assignments), List.copyOf(words), List.copyOf(redirects), first);
    }

    /** {@code declare -a x=(...)}: only there an array may be an argument. */
    private boolean isDeclaration(List<Word> words) {
        return dialect == Dialect.BASH && words.getFirst().plain()
                .filter(Set.of("declare", "typeset", "local", "export", "readonly")::contains).isPresent()
                && text.substring(at).matches("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=\\(.*");
    }

    private Node function(List<Word> words, List<Node.Assignment> assignments) {
        var name = words.size() == 1 && assignments.isEmpty() ? words.getFirst().plain() : Optional.<String>empty();
        if (name.filter(WordReader::isName).isEmpty()) {
            throw wrong("unexpected '('");
        }
        next();
        blanks();
        expect(')');
        newlines();
        return new Node.Function(name.get(), command());
    }

    private Optional<Node.Assignment> assignment() {
        int from = at;
        var name = WordReader.isNameStart(peek()) ? name() : "";
        if (name.isEmpty() || atEnd()) {
            at = from;
            return Optional.empty();
        }
        Optional<Word> index = Optional.empty();
        if (peek() == '[' && dialect == Dialect.BASH) {
            next();
            index = Optional.of(new WordReader(this).read("]"));
            if (atEnd()) {
                throw wrong("missing ']'");
            }
            next();
        }
        boolean append = dialect == Dialect.BASH && lookingAt("+=");
        if (!append && !lookingAt("=")) {
            at = from;
            return Optional.empty();
        }
        skip(append ? 2 : 1);
        if (!atEnd() && peek() == '(') {
            if (dialect != Dialect.BASH || index.isPresent()) {
                throw wrong("unexpected '('");
            }
            return Optional.of(new Node.Assignment(name, index, append, array()));
        }
        return Optional.of(new Node.Assignment(name, index, append, new Node.Value.Scalar(WordReader.word(this))));
    }

    private Node.Value array() {
        next();
        var elements = new ArrayList<Node.Value.Element>();
        for (newlines(); peekOrFail("')'") != ')'; newlines()) {
            Optional<Word> index = Optional.empty();
            if (peek() == '[') {
                next();
                index = Optional.of(new WordReader(this).read("]"));
                expect(']');
                expect('=');
            }
            elements.add(new Node.Value.Element(index,
                    !atEnd() && " \t\n)".indexOf(peek()) >= 0 ? Word.EMPTY : wordHere()));
        }
        next();
        return new Node.Value.Array(List.copyOf(elements));
    }

    // Redirections

    private boolean redirect(List<Redirect> redirects) {
        if (atEnd()) {
            return false;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        char c = digits < text.length() ? text.charAt(digits) : 0;
        if (c != '<' && c != '>') {
            if (lookingAt("&>") && dialect == Dialect.BASH) {
                skip(2);
                blanks();
                redirects.add(new Redirect(1, "&>", target("&>")));
                return true;
            }
            return false;
        }
        int descriptor = digits > at ? Integer.parseInt(text.substring(at, Math.min(digits, at + 6)))
                : c == '<' ? 0 : 1;
        skip(digits - at);
        if (lookingAt("<(") || lookingAt(">(")) {
            throw notCovered("a process substitution");
        }
        var operator = List.of("<<<", "<<-", "<<", "<&", "<>", ">>", ">&", ">|", "<", ">").stream()
                .filter(this::lookingAt).filter(o -> !o.equals("<<<") || dialect == Dialect.BASH)
                .findFirst().orElseThrow();
        skip(operator.length());
        blanks();
        redirects.add(new Redirect(descriptor, operator.startsWith("<<") && !operator.equals("<<<") ? "<<" : operator,
                target(operator)));
        return true;
    }

    private Word target(String operator) {
        if (atEnd() || "|&;<>()\n".indexOf(peek()) >= 0) {
            throw wrong("missing target of a redirection");
        }
        if (!operator.equals("<<") && !operator.equals("<<-")) {
            return WordReader.word(this);
        }
        var word = WordReader.word(this);
        var end = new StringBuilder();
        boolean quoted = false;
        for (var part : word.parts()) {
            if (!(part instanceof Node.Part.Text(var piece, var isQuoted))) {
                throw notCovered("the end of a here document that is expanded");
            }
            end.append(piece);
            quoted |= isQuoted;
        }
        var body = new ArrayList<Word>();
        documents.add(new PendingDocument(end.toString(), quoted, operator.endsWith("-"), body));
        return new Word(List.of(new Node.Part.Command(new Node.Document(body), true)));
    }
}
