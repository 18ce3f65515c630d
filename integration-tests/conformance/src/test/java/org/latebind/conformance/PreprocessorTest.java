package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.kit.AptPackages;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * Other people's C has the token stream that {@code gcc -E} gives it: the sources of some Debian packages, a tenth
 * of gcc's torture suite; with {@code LATEBIND_PREPROCESSOR=all} all of that suite, and the folders {@code lib} and
 * {@code crypto} of Debian's kernel with the kernel's own search path. {@code skip} for nothing.
 */
class PreprocessorTest {
    private static final String WISH = System.getenv().getOrDefault("LATEBIND_PREPROCESSOR", "");
    private static final int LONGEST_SECONDS = 30 * 60;
    private static final Pattern COUNTS = Pattern.compile("(\\d+) agree, (\\d+) are refused by both, (\\d+) differ");

    /** Asks for an assertion ({@code #if #cpu(m68k)}): gcc calls them obsolescent, clang has none, nor have we. */
    private static final Set<String> WITH_ASSERTIONS = Set.of("950919-1.c");

    /** Debian's own lines for packages are made lines for sources; what is fetched is input of this test only. */
    private static final String SOURCES = """
            set -e
            mkdir -p apt/parts apt/lists/partial
            for f in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
              [ ! -f "$f" ] || sed 's/^Types:.*/Types: deb-src/; s/^deb /deb-src /' "$f" >"apt/parts/${f##*/}"
            done
            get() {
              apt-get -q --allow-unauthenticated -o Acquire::AllowInsecureRepositories=true \\
                -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$PWD/apt/parts" \\
                -o "Dir::State::Lists=$PWD/apt/lists" "$@" >&2
            }
            get update || true
            . /etc/os-release
            for p in bzip2 libzstd lua5.4 lz4 zlib; do
              # A mirror may lack the sources of security updates; the release's own are as good.
              get source --download-only $p || get source --download-only $p/$VERSION_CODENAME
            done
            for t in *.orig.tar.*; do case $t in *.asc) ;; *) tar -xf "$t" ;; esac; done
            rm -rf apt *.orig.tar.* *.dsc *.debian.tar.*
            """;

    /** The kernel's source package, what of it lib and crypto need, and the headers that its build made. */
    private static final String KERNEL = """
            set -e
            headers=$(apt-cache depends linux-headers-amd64 | sed -n 's/^ *Depends: //p')
            source=$(apt-cache depends linux-source | sed -n 's/^ *Depends: //p')
            apt-get download -q "$headers" "$source" >&2
            mkdir build source
            dpkg-deb --fsys-tarfile "$headers"_*.deb | tar -xf - -C build --strip-components=4 ./usr/src
            dpkg-deb --fsys-tarfile "$source"_*.deb | tar -xf - ./usr/src
            tar -xf usr/src/linux-source-*.tar.xz -C source --strip-components=1 --wildcards \\
              '*/lib/*' '*/crypto/*' '*/include/*' '*/arch/x86/*.h' '*/mm/*.h' '*/kernel/*.h' '*/fs/*.h'
            rm -rf usr *.deb
            """;

    @Test
    void sourcesOfPackages() throws Exception {
        var folder = fetched("sources", SOURCES);
        var flags = new ArrayList<>(hostFlags());
        // What differs from day to day is refused here unless it is given.
        flags.addAll(List.of("-D__DATE__=\"\"", "-D__TIME__=\"\""));
        under(folder, ".h").stream().map(Path::getParent).distinct().forEach(f -> flags.add(1, "-I" + f));
        assertAgree(flags, under(folder, ".c"), 200);
    }

    @Test
    void tortureSuite() throws Exception {
        assumeWished();
        var suite = Needs.found(TortureSuite.fetch(), "the package with gcc's torture suite; what apt said is above");
        var files = new ArrayList<Path>();
        for (var part : List.of("compile", "execute")) {
            var programs = suite.programs(part);
            int step = isAll() ? 1 : 10;
            IntStream.range(0, programs.size()).filter(i -> i % step == 0).mapToObj(programs::get)
                    .filter(f -> !WITH_ASSERTIONS.contains(f.getFileName().toString())).forEach(files::add);
        }
        assertAgree(hostFlags(), files, files.size() * 9 / 10);
    }

    @Test
    void kernelSources() throws Exception {
        Needs.asked(isAll(), "wants LATEBIND_PREPROCESSOR=all");
        var folder = fetched("kernel-source", KERNEL);
        var source = folder.resolve("source");
        var files = new ArrayList<>(under(source.resolve("lib"), ".c"));
        files.addAll(under(source.resolve("crypto"), ".c"));
        assertAgree(kernelFlags(source, folder.resolve("build")), files, 400);
    }

    private static boolean isAll() {
        return WISH.equals("all");
    }

    private static void assumeWished() {
        Needs.asked(!WISH.equals("skip"), "LATEBIND_PREPROCESSOR=skip");
        Needs.programs("gcc");
    }

    private static Path fetched(String name, String script) throws IOException, InterruptedException {
        assumeWished();
        return Needs.found(AptPackages.folder(name, script), "packages with sources; what apt said is above");
    }

    private static List<Path> under(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** The search path of the machine's gcc, spelled out. */
    private static List<String> hostFlags() throws IOException, InterruptedException {
        var said = Command.of(Path.of("."), "gcc", "-E", "-v", "-x", "c", "/dev/null").run().text();
        var flags = new ArrayList<>(List.of("-std=gnu11", "-nostdinc"));
        said.lines().dropWhile(line -> !line.startsWith("#include <...>")).skip(1)
                .takeWhile(line -> line.startsWith(" "))
                .forEach(line -> flags.addAll(List.of("-isystem", line.strip())));
        return flags;
    }

    /** What kbuild gives the preprocessor. */
    private static List<String> kernelFlags(Path source, Path build) {
        var flags = new ArrayList<>(List.of("-std=gnu11", "-nostdinc", "-O2", "-fno-pie", "-mcmodel=kernel", "-mno-sse",
                "-D__KERNEL__", "-DMODULE", "-DKBUILD_MODNAME=\"x\"", "-DKBUILD_BASENAME=\"x\"", "-D__KBUILD_MODNAME=kmod_x"));
        var folders = List.of("arch/x86/include", "arch/x86/include/generated", "include", "arch/x86/include/uapi",
                "arch/x86/include/generated/uapi", "include/uapi", "include/generated/uapi");
        for (var folder : folders) {
            Stream.of(source, build).map(tree -> tree.resolve(folder)).filter(Files::isDirectory)
                    .forEach(f -> flags.add("-I" + f));
        }
        for (var forced : List.of("compiler-version.h", "kconfig.h", "compiler_types.h")) {
            Optional.of(source.resolve("include/linux").resolve(forced)).filter(Files::isRegularFile)
                    .ifPresent(f -> flags.addAll(List.of("-include", f.toString())));
        }
        return flags;
    }

    private static void assertAgree(List<String> flags, List<Path> files, int fewest)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", classes(),
                "org.latebind.preprocessor.oracle.CompareWithGcc"));
        command.addAll(flags);
        command.add("--");
        files.forEach(f -> command.add(f.toString()));
        var ended = Command.of(Path.of("."), command).within(LONGEST_SECONDS).run();
        var counts = COUNTS.matcher(ended.text());
        assertTrue(ended.status() == 0 && counts.find(), ended.text());
        System.err.println("preprocessor: " + counts.group());
        assertEquals(files.size(), Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2)));
        assertTrue(Integer.parseInt(counts.group(1)) >= fewest, ended.text());
    }

    /** The comparison is a program among the preprocessor's tests. */
    private static String classes() {
        var bundles = Distribution.ROOT.resolve("bundles");
        return String.join(":",
                Stream.of("preprocessor/target/classes", "preprocessor/target/test-classes", "token.api/target/classes",
                                "diagnostics.api/target/classes")
                        .map(folder -> bundles.resolve("org.latebind." + folder).toString()).toList());
    }
}
