package org.latebind.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

class UndecidedTest {
    private static final Position AT = new Position(new SourceFile("Makefile", Origin.MODULE), 7, 1);

    private record Host(Unknowns unknowns) implements ShellHost {
        @Override
        public String folder() {
            return "/m";
        }

        @Override
        public Answer<Optional<String>> environment(String name) {
            return switch (name) {
                case "KVER" -> Answer.of(Optional.of(unknowns.word("the release is not known")));
                case "ANY" -> Answer.of(Optional.of(unknowns.text("nothing is known of it")));
                default -> Answer.of(Optional.empty());
            };
        }

        @Override
        public Answer<FileKind> kind(String path) {
            return path.startsWith("/k") ? new Answer.Undecided<>("only a kernel has it")
                    : path.startsWith("/proc") ? new Answer.Refused<>("asks for the build machine")
                    : Answer.of(path.equals("/m") ? FileKind.FOLDER : FileKind.ABSENT);
        }

        @Override
        public Answer<String> content(String path) {
            return new Answer.Undecided<>("only a kernel has it");
        }

        @Override
        public Answer<List<String>> list(String path) {
            return Answer.of(List.of());
        }

        @Override
        public Answer<String> release() {
            return new Answer.Undecided<>("the release is not known");
        }

        @Override
        public Answer<String> machine() {
            return Answer.of("x86_64");
        }

        @Override
        public boolean mayWrite(String path) {
            return path.startsWith("/m/");
        }
    }

    private static ShellResult run(String script) {
        var unknowns = new Unknowns();
        return new Shell(new Host(unknowns), Dialect.SH, ShellLimits.DEFAULT, unknowns, Decider.NONE).run(script, AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grep -q X /k/a.h && echo -DX", "uname -r", "echo $(uname -r | cut -d. -f1)",
        "[ -f /k/.config ] && echo yes", "if grep -q X /k/a.h; then :; else :; fi", "cat /k/a.h 2>/dev/null || true",
        "case $KVER in 6*) echo six;; esac", "[ $KVER = 6.1 ]", "echo $KVER | sed s/6/7/", "echo ${KVER%%.*}",
        "for i in $ANY; do echo $i; done", "test -n \"$ANY\"", "expr $KVER : 6", "echo $((KVER + 1))", "ls /k", ". /k/.config",
        "cd /k && pwd", "test -d /m -a -f /k/x", "echo ${#KVER}", "echo /k/*.h", "printf '%5s' $KVER", "cat < /k/x"})
    void whatDependsOnAKernelIsUndecided(String script) {
        assertInstanceOf(ShellResult.Undecided.class, run(script), script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test -d /m || grep -q X /k/a.h", "test -n \"x$ANY\"", "true || uname -r", "[ -z $KVER ] || true",
        "x=$ANY; y=$KVER; : $y", "case x in x) ;; $ANY) ;; esac", "test \"$ANY\" = \"$ANY\""})
    void whatDoesNotDependOnItIsKnown(String script) {
        assertInstanceOf(ShellResult.Known.class, run(script), script);
    }

    @Test
    void unknownTextIsPassedOn() {
        var known = assertInstanceOf(ShellResult.Known.class, run("echo \"/lib/modules/$KVER/build\""));
        assertEquals("/lib/modules/\uE000/build\n", known.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcc -dumpversion", "cat /proc/version", "date", "echo 'a", "if true; then", "x=$(ls", "a | | b",
        "sleep 1 &", "rm -rf /k", "echo x > /etc/passwd", "sed -i s/a/b/ x", "git clone x", "dpkg --version", "which gcc",
        "while :; do :; done", "f() { f; }; f", "x=aaaaaaaaaa; while :; do x=$x$x; done", "cat", "echo $$", "grep -f x y",
        "awk '{while(1){}}' /dev/null", "grep x /none 2>&1"})
    void whatIsNotCoveredIsRefused(String script) {
        assertEquals(7, assertInstanceOf(ShellResult.Refused.class, run(script), script).diagnostic().where().line());
    }

    @Test
    void filesThatAreWrittenAreStated() {
        var known = assertInstanceOf(ShellResult.Known.class,
                run("t=$(mktemp); echo a > $t; mkdir d; mv $t d/f; echo b >> d/f; cat d/f; touch e"));
        assertEquals("a\nb\n", known.output());
        assertEquals(Map.of("/m/d/f", "a\nb\n", "/m/e", ""), known.written());
    }
}
