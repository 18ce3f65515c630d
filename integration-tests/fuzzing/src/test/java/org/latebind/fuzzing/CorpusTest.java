package org.latebind.fuzzing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a fuzzer found once, and the seeds it begins with: taken, or refused with a diagnostic. */
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("latebind.corpus"));
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicContainer> targets() {
        var product = new Product();
        return Stream.of(Target.values()).map(target -> DynamicContainer.dynamicContainer(target.id(), tests(target, product)));
    }

    private static Stream<DynamicTest> tests(Target target, Product product) {
        var seeds = DynamicTest.dynamicTest("seeds", () -> {
            for (var seed : target.seeds(product)) {
                // A seed that is refused would lead a fuzzer nowhere.
                target.take(seed, product);
            }
        });
        return Stream.concat(Stream.of(seeds), files(target).stream().map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(), file.toUri(), () -> handOver(file, target, product))));
    }

    private static void handOver(Path file, Target target, Product product) throws IOException {
        var input = Files.readAllBytes(file);
        assertTimeoutPreemptively(LONGEST, () -> target.answer(input, product));
    }

    private static List<Path> files(Target target) {
        var folder = CORPUS.resolve(target.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
