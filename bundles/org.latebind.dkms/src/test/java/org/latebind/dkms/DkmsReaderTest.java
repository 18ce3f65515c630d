package org.latebind.dkms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.shell.Answer;
import org.latebind.shell.Dialect;
import org.latebind.shell.FileKind;
import org.latebind.shell.ShellHost;
import org.latebind.shell.Unknowns;

class DkmsReaderTest {
    private static final String RELEASE = "6.1.0-57-amd64";
    private static final DkmsKernel KERNEL = DkmsKernel.of(RELEASE, "x86_64");
    private static final String CONFIG = "CONFIG_PCI=y\nCONFIG_USB=m\n";
    private static final SourceFile FILE = new SourceFile("dkms.conf", Origin.MODULE);
    private static final String NAMES = "PACKAGE_NAME=p\nPACKAGE_VERSION=1.0\nDEST_MODULE_LOCATION[0]=/extra\n";

    /** A kernel whose only file is its configuration, or of which nothing is known. */
    private record Host(boolean known) implements ShellHost {
        @Override
        public String folder() {
            return "/";
        }

        @Override
        public Answer<Optional<String>> environment(String name) {
            return Answer.of(Optional.empty());
        }

        @Override
        public Answer<FileKind> kind(String path) {
            if (!known && path.startsWith("/lib/modules/")) {
                return new Answer.Undecided<>("only a kernel has '" + path + "'");
            }
            return Answer.of(path.endsWith("/build/include/config/auto.conf") || path.endsWith("/build/.config")
                    ? FileKind.FILE : path.endsWith("build") ? FileKind.FOLDER : FileKind.ABSENT);
        }

        @Override
        public Answer<String> content(String path) {
            return known ? Answer.of(CONFIG) : new Answer.Undecided<>("only a kernel has '" + path + "'");
        }

        @Override
        public Answer<List<String>> list(String path) {
            return Answer.of(List.of());
        }

        @Override
        public Answer<String> release() {
            return new Answer.Refused<>("dkms builds for another kernel than the one that runs");
        }

        @Override
        public Answer<String> machine() {
            return Answer.of("x86_64");
        }
    }

    private static DkmsPackage read(String text) {
        return new DkmsReader(FILE, text, new Host(true), new Unknowns(), KERNEL).read();
    }

    private static DkmsPossibilities possibilities(String text) {
        var unknowns = new Unknowns();
        var release = unknowns.word("the kernel's release is not known");
        return new DkmsReader(FILE, text, new Host(false), unknowns, DkmsKernel.of(release, unknowns.word("arch"))).possibilities();
    }

    private static String error(String text) {
        return assertThrows(DiagnosticException.class, () -> read(text)).diagnostic().message();
    }

    @Test
    void whatIsNotSaidIsAsDkmsHasIt() {
        var read = read(NAMES);
        assertEquals(List.of(new DkmsModule("p", "", "p", "/extra", true)), read.modules());
        assertEquals("make -j1 KERNELRELEASE=" + RELEASE + " -C /lib/modules/" + RELEASE
                + "/build M=/var/lib/dkms/p/1.0/build", read.make());
        assertEquals(new DkmsVerdict.Builds(), read.verdict());
        assertFalse(read.autoInstall());
    }

    @Test
    void aValueIsExpandedTwiceAndLosesItsQuotes() {
        assertEquals("make -j1 KERNELRELEASE=" + RELEASE + " KVER=" + RELEASE + " V=1 X=y z",
                read(NAMES + "MAKE='make KVER=$kernelver   V=\"1\" X='\"'y'\"' z'\n").make().replace("'", ""));
        assertEquals("cd sub; make", read(NAMES + "MAKE[0]=\"cd sub;   make\"\n").make());
    }

    @Test
    void modulesArePlacedAndNamed() {
        var read = read("PACKAGE_NAME=p\nPACKAGE_VERSION=$((1+1)).${kernelver%%.*}\nBUILT_MODULE_NAME[0]=a\n"
                + "BUILT_MODULE_LOCATION[0]=src\nDEST_MODULE_NAME[0]=b\nDEST_MODULE_LOCATION[0]=/kernel/x\nSTRIP[0]=no\n"
                + "i=1\nBUILT_MODULE_NAME[$i]=c\nDEST_MODULE_LOCATION[i]=/updates\nUNKNOWN=dropped\nAUTOINSTALL=YES\n");
        assertEquals("2.6", read.version());
        assertEquals(List.of(new DkmsModule("a", "src/", "b", "/kernel/x", false),
                new DkmsModule("c", "", "c", "/updates", false)), read.modules());
        assertEquals("src/a.ko", read.modules().getFirst().builtFile());
        assertTrue(read.autoInstall());
    }

    @Test
    void whatDkmsDoesNotAcceptIsRefusedInItsWords() {
        assertEquals("dkms.conf: No 'PACKAGE_VERSION' directive specified. No 'DEST_MODULE_LOCATION' directive "
                + "specified for record #0.", error("PACKAGE_NAME=p\nBUILT_MODULE_NAME=a\n"));
        assertEquals("dkms.conf: Directive 'DEST_MODULE_LOCATION' does not begin with '/kernel', '/updates', or "
                + "'/extra' in record #0.", error(NAMES + "DEST_MODULE_LOCATION[0]=/lib\n"));
        assertEquals("dkms.conf: 'BUILT_MODULE_NAME' directive ends in '.o' or '.ko' in record #0. 'DEST_MODULE_NAME' "
                + "directive ends in '.o' or '.ko' in record #0.", error(NAMES + "BUILT_MODULE_NAME=a.ko\n"));
        assertEquals("dkms.conf: Unsupported AUTOINSTALL value 'maybe'", error(NAMES + "AUTOINSTALL=maybe\n"));
        assertEquals("dkms.conf: Duplicate module 'a' in 'BUILT_MODULE_NAME[1]'. Duplicate module 'a' in "
                + "'DEST_MODULE_NAME[1]'.", error(NAMES + "BUILT_MODULE_NAME=(a a)\nDEST_MODULE_LOCATION[1]=/extra\n"));
    }

    @Test
    void directivesThatDoNotMatchExclude() {
        for (var line : List.of("BUILD_EXCLUSIVE_KERNEL='^5\\.'", "BUILD_EXCLUSIVE_KERNEL_MIN=6.2",
                "BUILD_EXCLUSIVE_KERNEL_MAX=6.0", "OBSOLETE_BY=5.19", "BUILD_EXCLUSIVE_ARCH=aarch64",
                "BUILD_EXCLUSIVE_CONFIG='CONFIG_PCI CONFIG_X'", "BUILD_EXCLUSIVE_CONFIG='!CONFIG_USB'", "build_exclude=1")) {
            assertTrue(read(NAMES + line + "\n").verdict() instanceof DkmsVerdict.Excluded, line);
        }
        for (var line : List.of("BUILD_EXCLUSIVE_KERNEL='^(5|6)\\.'", "BUILD_EXCLUSIVE_KERNEL_MIN=5.10",
                "BUILD_EXCLUSIVE_KERNEL_MAX=6.12", "BUILD_EXCLUSIVE_ARCH='x86.*'",
                "BUILD_EXCLUSIVE_CONFIG='CONFIG_PCI CONFIG_USB !CONFIG_X'")) {
            assertEquals(new DkmsVerdict.Builds(), read(NAMES + line + "\n").verdict(), line);
        }
    }

    @Test
    void patchesAndCommandsAreThoseThatMatch() {
        var read = read(NAMES + "PATCH=(all.patch new.patch old.patch)\nPATCH_MATCH[1]='^6\\.'\nPATCH_MATCH[2]='^5\\.'\n"
                + "MAKE[0]='make old'\nMAKE_MATCH[0]='^5'\nMAKE[1]='make new'\nMAKE_MATCH[1]='^6'\nPRE_BUILD='gen.sh x'\n"
                + "POST_INSTALL=post.sh\nMODPROBE_ON_INSTALL=yes\n");
        assertEquals(List.of("all.patch", "new.patch"), read.patches());
        assertEquals("make -j1 KERNELRELEASE=" + RELEASE + " new", read.make());
        assertEquals(Optional.of("gen.sh x"), read.preBuild());
        assertEquals(Map.of("POST_INSTALL", "post.sh", "MODPROBE_ON_INSTALL", "yes"), read.stated());
    }

    @Test
    void undecidedTestsAreTakenBothWays() {
        var found = possibilities(NAMES + "if grep -q ^CONFIG_X86_32=y $kernel_source_dir/.config 2>/dev/null; then\n"
                + "BUILT_MODULE_NAME[1]=slamr\nDEST_MODULE_LOCATION[1]=/extra\nfi\nBUILT_MODULE_NAME[0]=a\n"
                + "PATCH=(x)\nPATCH_MATCH='^6'\n");
        assertTrue(found.complete());
        assertEquals(Set.of(List.of("x"), List.of()), found.patchSets());
        assertEquals(List.of("a", "slamr"), found.modules().stream().map(DkmsModule::builtName).sorted().toList());
        assertEquals(4, found.packages().size());
    }

    @Test
    void aConfigurationThatIsReadMakesItsVariablesUndecided() {
        var found = possibilities("""
                PACKAGE_NAME=l
                PACKAGE_VERSION=2
                i=0
                . $kernel_source_dir/.config
                V=$(echo $kernelver | sed -e 's/\\([0-9]*\\).*/\\1/')
                for c in A B C D E F G H; do
                    eval "value=\\$CONFIG_$c"
                    if [ -n "$value" ] && [ $V -ge 6 ]; then
                        BUILT_MODULE_NAME[$i]="m$c"
                        DEST_MODULE_LOCATION[$i]="/extra"
                        i=$((i+1))
                    fi
                done
                """);
        assertFalse(found.complete());
        assertEquals(8, found.modules().size());
    }

    @Test
    void tooManySetsOfPatchesAreRefused() {
        var text = new StringBuilder(NAMES);
        for (int i = 0; i < 5; i++) {
            text.append("PATCH[" + i + "]=p" + i + "\nPATCH_MATCH[" + i + "]=^" + i + "\n");
        }
        assertEquals("LB1252", assertThrows(DiagnosticException.class, () -> possibilities(text.toString())).diagnostic().code());
    }

    private static List<BuildCommand> commands(String command) {
        return BuildCommands.read(command, Dialect.BASH, "/var/lib/dkms/p/1.0/build", new Host(true), new Unknowns(),
                new Position(FILE, 1, 1)).calls();
    }

    @Test
    void callsOfMakeAreRead() {
        var one = commands("make -j4 KERNELRELEASE=6.1 -C /lib/modules/6.1/build M=/var/lib/dkms/p/1.0/build X='a b' modules")
                .getFirst();
        assertEquals("/lib/modules/6.1/build", one.folder());
        assertEquals("/var/lib/dkms/p/1.0/build", one.calledIn());
        assertEquals(Optional.of("a b"), one.variable("X"));
        assertEquals(List.of("modules"), one.targets());
        var several = commands("(cd /x/build && 'make' -f Kbuild -C ../y -j $((1+1)) a b); A=1 make B:=2 -k; env C=3 make -s");
        assertEquals(3, several.size());
        assertEquals("/x/y", several.get(0).folder());
        assertEquals(Optional.of("Kbuild"), several.get(0).file());
        assertEquals(List.of("a", "b"), several.get(0).targets());
        assertEquals(Map.of("A", "1"), several.get(1).environment());
        assertTrue(several.get(1).keepsGoing());
        assertEquals(Map.of("C", "3"), several.get(2).environment());
    }

    @Test
    void whatIsNotACallOfMakeIsRefused() {
        for (var command : List.of("./configure && make", "gcc -c x.c", "make -n", "make --eval=x", "x=$(make); echo $x",
                "make && false")) {
            assertThrows(DiagnosticException.class, () -> commands(command), command);
        }
    }
}
