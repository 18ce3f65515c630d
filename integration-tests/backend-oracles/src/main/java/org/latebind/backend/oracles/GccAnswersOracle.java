package org.latebind.backend.oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.BuiltinFunction.Property;
import org.latebind.gnuc.Effect;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.kit.Needs;
import org.latebind.target.api.Personality;

/**
 * What gcc answers to {@code __has_attribute} and {@code __has_builtin}: of every row of our tables, and of names outside of
 * them that no gcc 12 has.
 *
 * @param gcc the program, of version 12
 */
public record GccAnswersOracle(String gcc) {
    /** Of clang's and of later versions of gcc. */
    private static final List<String> OTHER_ATTRIBUTES = List.of(
            "address_space", "availability", "diagnose_as_builtin", "enable_if", "ext_vector_type", "guarded_by",
            "loader_uninitialized", "musttail", "no_such_attribute", "noescape", "overloadable", "pass_dynamic_object_size",
            "pass_object_size", "preserve_most", "swiftcall", "type_tag_for_datatype", "xray_always_instrument");
    private static final List<String> OTHER_BUILTINS = List.of(
            "__builtin_assume", "__builtin_bitreverse32", "__builtin_counted_by_ref", "__builtin_dump_struct",
            "__builtin_launder", "__builtin_no_such_thing", "__builtin_readcyclecounter", "__builtin_rotateleft32",
            "__builtin_unpredictable", "__atomic_no_such", "__sync_swap", "clz", "offsetof", "no_such_function");

    /** No difference but where gcc has an attribute that we refuse. */
    public void assertSame(List<String> flags, Personality ours) throws IOException, InterruptedException {
        var questions = questions();
        var theirs = ask(flags, questions);
        var differences = new ArrayList<String>();
        for (var question : questions) {
            int mine = question.answer(ours);
            int wanted = isRefused(question) ? 0 : theirs.contains(question) ? 1 : 0;
            if (mine != wanted) {
                differences.add(question + ": " + wanted + ", we " + mine);
            }
        }
        assertEquals(List.of(), differences);
    }

    private record Question(String operator, String name) {
        int answer(Personality personality) {
            return personality.answer(operator, name);
        }

        @Override
        public String toString() {
            return operator + "(" + name + ")";
        }
    }

    private static List<Question> questions() {
        var attributes = Stream.concat(
                Stream.of(GnuAttribute.values()).map(GnuAttribute::spelling), OTHER_ATTRIBUTES.stream());
        var builtins = Stream.concat(
                Stream.of(BuiltinFunction.values()).flatMap(b -> b.is(Property.LIBRARY)
                        ? Stream.of(b.spelling(), b.bareName()) : Stream.of(b.spelling())),
                OTHER_BUILTINS.stream());
        return Stream.concat(
                attributes.map(name -> new Question("__has_attribute", name)),
                builtins.map(name -> new Question("__has_builtin", name))).toList();
    }

    private static boolean isRefused(Question question) {
        return question.operator().equals("__has_attribute")
                && GnuAttribute.named(question.name()).filter(a -> a.effect() == Effect.REFUSED).isPresent();
    }

    /** The questions that gcc says yes to. */
    private Set<Question> ask(List<String> flags, List<Question> questions) throws IOException, InterruptedException {
        var text = new StringBuilder("#if __GNUC__ == 12\nversion\n#endif\n");
        for (int i = 0; i < questions.size(); i++) {
            text.append("#if ").append(questions.get(i)).append("\nyes ").append(i).append("\n#endif\n");
        }
        var file = Files.createTempFile("answers", ".c");
        try {
            Files.writeString(file, text);
            var lines = run(flags, file);
            Needs.that(lines.contains("version"), "version 12 of " + gcc);
            var yes = new LinkedHashSet<Question>();
            lines.stream().filter(line -> line.startsWith("yes "))
                    .forEach(line -> yes.add(questions.get(Integer.parseInt(line.substring("yes ".length())))));
            return yes;
        } finally {
            Files.delete(file);
        }
    }

    private List<String> run(List<String> flags, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(gcc));
        command.addAll(flags);
        command.addAll(List.of("-E", "-P", file.toString()));
        Needs.programs(gcc);
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), gcc + " fails");
        return output.lines().map(String::strip).toList();
    }
}
