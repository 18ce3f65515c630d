package org.latebind.preprocessor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * A lexed file with its directives found and its conditional groups linked, so that a group is
 * skipped in one step.
 *
 * <pre>
 * #ifdef A     0  link 1
 * x
 * #else        1  link 2
 * y
 * #endif       2
 * </pre>
 *
 * Immutable; directives are numbered in the order they stand in the file.
 */
final class PreparedFile {
    /** Link of an alternative or end that has no beginning, or follows an {@code #else}. */
    static final int MISPLACED = -2;
    /** Link of a group that the file does not end. */
    static final int OPEN = -1;

    final LexedFile lexed;
    final Token[] tokens;
    /** Per directive: index of its {@code #}; one more entry, the number of tokens, at the end. */
    final int[] start;
    /** Per directive: index after its last token. */
    final int[] end;
    final DirectiveKind[] kind;
    /** Per conditional directive: the next alternative or the end of the same group. */
    final int[] link;
    /** Whether an alternative has no beginning, or follows an {@code #else}. */
    final boolean misplacedAlternatives;
    /** Directives that open a group which the file does not end. */
    final int[] openGroups;
    /** The macro that guards the whole file against a second inclusion, or null. */
    final String guard;
    /** Per {@code #define} that is right: its macro once parsed; written at most once with equal content. */
    private final Meaning[] definitions;

    PreparedFile(LexedFile lexed) {
        this.lexed = lexed;
        this.tokens = lexed.tokens().toArray(Token[]::new);
        int count = countDirectives();
        this.start = new int[count + 1];
        this.end = new int[count];
        this.kind = new DirectiveKind[count];
        this.link = new int[count];
        this.definitions = new Meaning[count];
        findDirectives();
        this.openGroups = linkGroups();
        this.misplacedAlternatives = IntStream.range(0, count).anyMatch(this::isMisplacedAlternative);
        this.guard = findGuard();
    }

    private static boolean isDirective(Token token) {
        return token.has(Token.LINE_START) && token.kind() == TokenKind.PUNCTUATOR
                && (token.text().equals("#") || token.text().equals("%:"));
    }

    private int countDirectives() {
        int count = 0;
        for (var token : tokens) {
            if (isDirective(token)) {
                count++;
            }
        }
        return count;
    }

    private void findDirectives() {
        int d = 0;
        for (int i = 0; i < tokens.length; ) {
            if (!isDirective(tokens[i])) {
                i++;
                continue;
            }
            start[d] = i;
            int next = i + 1;
            while (next < tokens.length && !tokens[next].has(Token.LINE_START)) {
                next++;
            }
            end[d] = next;
            kind[d] = kindOf(i + 1, next);
            d++;
            i = next;
        }
        start[d] = tokens.length;
    }

    private DirectiveKind kindOf(int word, int lineEnd) {
        if (word == lineEnd) {
            return DirectiveKind.EMPTY;
        }
        return switch (tokens[word].kind()) {
            case IDENTIFIER -> DirectiveKind.of(tokens[word].text());
            case NUMBER -> DirectiveKind.LINE_MARK;
            default -> DirectiveKind.UNKNOWN;
        };
    }

    private int[] linkGroups() {
        Arrays.fill(link, OPEN);
        var open = new ArrayDeque<Integer>();
        for (int d = 0; d < kind.length; d++) {
            if (kind[d].opensGroup()) {
                open.push(d);
            } else if (kind[d].isAlternative()) {
                if (open.isEmpty() || kind[open.peek()] == DirectiveKind.ELSE) {
                    link[d] = MISPLACED;
                } else {
                    link[open.pop()] = d;
                    open.push(d);
                }
            } else if (kind[d] == DirectiveKind.ENDIF) {
                if (open.isEmpty()) {
                    link[d] = MISPLACED;
                } else {
                    link[open.pop()] = d;
                }
            }
        }
        return open.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The macro of {@code #define} number {@code d}. What is wrong with it is told each time: to each unit. */
    Optional<Meaning> definition(int d, DiagnosticSink sink) {
        if (definitions[d] != null) {
            return Optional.of(definitions[d]);
        }
        var problems = new ArrayList<Diagnostic>();
        var made = DefinitionParser.parse(tokens, start[d] + 2, end[d], tokens[start[d]].position(), problems::add)
                .map(macro -> Meaning.inFile(lexed.file(), start[d], new Definition(macro, problems::add)));
        problems.forEach(sink::report);
        if (problems.isEmpty()) {
            definitions[d] = made.orElse(null);
        }
        return made;
    }

    boolean isMisplacedAlternative(int d) {
        return link[d] == MISPLACED && kind[d].isAlternative();
    }

    /** The {@code #endif} of the group that directive {@code d} belongs to, or {@link #OPEN}. */
    int endOfGroup(int d) {
        int at = d;
        while (at >= 0 && kind[at] != DirectiveKind.ENDIF) {
            at = link[at];
        }
        return at;
    }

    private String findGuard() {
        if (kind.length == 0 || start[0] != 0 || link[0] != kind.length - 1 || kind[link[0]] != DirectiveKind.ENDIF
                || end[link[0]] != tokens.length) {
            return null;
        }
        if (kind[0] == DirectiveKind.IFNDEF) {
            return end[0] == 3 && tokens[2].kind() == TokenKind.IDENTIFIER ? tokens[2].text() : null;
        }
        return kind[0] == DirectiveKind.IF ? notDefined(end[0]) : null;
    }

    /** The name in {@code #if !defined NAME} or {@code #if !defined(NAME)}, or null. */
    private String notDefined(int lineEnd) {
        if (lineEnd < 5 || !tokens[2].isPunctuator("!") || !tokens[3].isIdentifier("defined")) {
            return null;
        }
        if (lineEnd == 5 && tokens[4].kind() == TokenKind.IDENTIFIER) {
            return tokens[4].text();
        }
        return lineEnd == 7 && tokens[4].isPunctuator("(") && tokens[5].kind() == TokenKind.IDENTIFIER
                && tokens[6].isPunctuator(")") ? tokens[5].text() : null;
    }
}
