package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.bind.AnalyzeUnit;
import org.latebind.bind.api.AnalysisOptions;
import org.latebind.bind.api.ParsedFileScope;
import org.latebind.codegen.aarch64.AArch64Target;
import org.latebind.codegen.riscv64.RiscVTarget;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.cparser.parser.GnuCParser;
import org.latebind.cparser.preprocessor.GnuPreprocessorFactory;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Severity;
import org.latebind.elf.api.Bytes;
import org.latebind.elf.api.ElfReader;
import org.latebind.elf.api.Symbol;
import org.latebind.layout.LayoutProvider;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.typed.api.StaticImage;

/**
 * Records made at random, laid out as compilers lay them out: sizes, alignments, offsets, and the bits
 * of a member.
 *
 * <p>Some hundred records; with {@code -Dlatebind.test.layouts=10000} as many as that for each target
 * and compiler.
 */
class LayoutsAgainstCompilersTest {
    private static final int COUNT = Integer.getInteger("latebind.test.layouts", 400);
    private static final int CHUNK = 500;

    record Case(TargetDescription target, List<String> compiler) {
        @Override
        public String toString() {
            return target.names().arch() + " " + compiler.get(0);
        }
    }

    static List<Case> cases() {
        var all = new ArrayList<Case>();
        for (var target : List.of(new X86Target(), new AArch64Target(), new RiscVTarget())) {
            var type = target.names().gnuType();
            all.add(new Case(target, List.of(type + "-gcc-12")));
            all.add(new Case(target, List.of("clang-16", "--target=" + type)));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void laidOutAlike(Case each, @TempDir Path folder) throws IOException, InterruptedException {
        for (int done = 0; done < COUNT; done += CHUNK) {
            int count = Math.min(CHUNK, COUNT - done);
            var source = RandomRecords.of(7_000 + done, count);
            var theirs = theirs(each.compiler(), source, folder);
            var ours = ours(each.target(), folder.resolve("records.c"));
            assertTrue(ours.size() > count, "objects of every record");
            assertEquals(theirs.keySet(), ours.keySet());
            for (var name : theirs.keySet()) {
                assertEquals(theirs.get(name), ours.get(name), () -> each + ": " + name + " of\n" + declaration(source, name));
            }
        }
    }

    private static String declaration(String source, String object) {
        var index = object.substring(1);
        return String.join("\n", source.lines()
                .filter(line -> line.matches("(struct|union) r" + index + " \\{.*|.* [sv]" + index + "\\b.*"))
                .toList());
    }

    /** Bytes of each object in hexadecimal, by its name. */
    private static Map<String, String> theirs(List<String> compiler, String source, Path folder)
            throws IOException, InterruptedException {
        var in = folder.resolve("records.c");
        var out = folder.resolve("records.o");
        Files.writeString(in, source);
        var command = new ArrayList<>(compiler);
        command.addAll(List.of("-c", "-w", "-O0", "-fno-zero-initialized-in-bss", "-o", out.toString(), in.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException absent) {
            assumeTrue(false, "SKIPPED: " + compiler.get(0) + " is not installed");
            throw absent;
        }
        assertEquals(0, process.waitFor(), command.toString());
        var object = ElfReader.read("records.o", Bytes.of(Files.readAllBytes(out)));
        var result = new TreeMap<String, String>();
        for (var symbol : object.symbols()) {
            if (symbol.type() == Symbol.OBJECT && symbol.isInSection()) {
                var section = object.sections().get(symbol.section()).contents();
                var bytes = new byte[(int) symbol.size()];
                for (int i = 0; i < bytes.length && section.size() > 0; i++) {
                    bytes[i] = (byte) section.u8(symbol.value() + i);
                }
                result.put(symbol.name(), HexFormat.of().formatHex(bytes));
            }
        }
        return result;
    }

    private static Map<String, String> ours(TargetDescription target, Path source) {
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        var problems = new ArrayList<Diagnostic>();
        var tokens = new ArrayList<Token>();
        var headers = new HostHeaders(List.of());
        new GnuPreprocessorFactory()
                .open(PreprocessorOptions.of(target.predefinedMacros(settings), nothing()), headers, problems::add)
                .process(headers.load(source).orElseThrow(), tokens::add);
        var declarations = new GnuCParser().parseDeclarations(tokens, n -> false, problems::add);
        var layout = new LayoutProvider();
        var options = AnalysisOptions.of("records.c", target.dataModel(), settings.language());
        var unit = new AnalyzeUnit(layout).analyze(new ParsedFileScope(declarations), options, problems::add);
        assertEquals(List.of(), problems.stream().filter(p -> p.severity() == Severity.ERROR).toList());
        var layouts = layout.layouts(unit.types(), target.dataModel());
        var evaluator = layout.evaluator(unit.types(), layouts, target.dataModel(), settings.language());
        var result = new HashMap<String, String>();
        for (var variable : unit.variables()) {
            result.put(variable.name(), hex(evaluator.image(variable.type(), variable.initializer())));
        }
        return new TreeMap<>(result);
    }

    private static String hex(StaticImage image) {
        var bytes = new byte[(int) image.size()];
        for (var piece : image.pieces()) {
            int at = (int) piece.offset().bytes();
            switch (piece) {
                case StaticImage.Piece.Bytes raw -> System.arraycopy(raw.content(), 0, bytes, at, raw.bytes());
                case StaticImage.Piece.Number number -> {
                    for (int i = 0; i < number.bytes(); i++) {
                        bytes[at + i] = number.value().shiftRight(8 * i).byteValue();
                    }
                }
                default -> throw new IllegalStateException(piece.toString());
            }
        }
        return HexFormat.of().formatHex(bytes);
    }

    private static FeatureAnswers nothing() {
        return new FeatureAnswers() {
            @Override
            public Set<String> operators() {
                return Set.of();
            }

            @Override
            public int answer(String operator, String operand) {
                return 0;
            }
        };
    }
}
