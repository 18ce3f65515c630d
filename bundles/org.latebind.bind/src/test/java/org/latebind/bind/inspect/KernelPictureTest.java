package org.latebind.bind.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.parser.GnuCParser;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;

class KernelPictureTest {
    private static KernelPicture of(SmallHeaders headers) {
        return new KernelPicture(headers, headers.target(),
                UnitPreprocessing.withFragments(new GnuPreprocessorFactory(), headers, headers.target()),
                new GnuLexer(), new GnuCParser());
    }

    @Test
    void aTextualHeaderCostsNoOtherItsDeclarations() {
        var headers = SmallHeaders.of(Map.of(
                "linux/a.h", "M(x)\n",
                "linux/b.h", "int after_a(void);\nint last(void);\n",
                "linux/c.h", "static inline int f(void) {\n",
                "linux/d.h", "int after_c(void);\n"));
        for (var each : new SmallHeaders[] {headers, headers.recorded()}) {
            var names = of(each).declarations(false).keySet();
            assertEquals(Set.of(), difference(Set.of("after_a", "last", "after_c"), names), names.toString());
        }
    }

    /** As linux/bpf_types.h does; but a list's elements may be declarations by themselves, as those of lsm_hook_defs.h. */
    @Test
    void whatATextualHeaderIncludesIsThereAndWhatIsIncludedAmidATypeIsPartOfIt() {
        var picture = of(SmallHeaders.of(Map.of(
                "linux/a.h", "M(x)\n#include <linux/inner.h>\nN(y)\n",
                "linux/inner.h", "#ifndef INNER\n#define INNER\nint inner(void);\n#endif\n",
                "linux/list.h", "int element;\n",
                "linux/z.h", "struct z {\n#include <linux/list.h>\n};\nextern struct z z;\n")).recorded());
        var names = picture.declarations(false).keySet();
        assertEquals(Set.of(), difference(Set.of("inner", "z"), names), names.toString());
    }

    private static Set<String> difference(Set<String> wanted, Set<String> found) {
        return wanted.stream().filter(name -> !found.contains(name)).collect(Collectors.toSet());
    }

    @Test
    void allDefinitionsOfAMacroAreThere() {
        var headers = SmallHeaders.of(Map.of(
                "linux/a.h", "#define NAME \"a\"\n#define ONCE 1\n",
                "linux/b.h", "#undef NAME\n#define NAME \"b\"\n#undef ONCE\n#ifdef MODULES\n#define NAME \"c\"\n#endif\n",
                "linux/e.h", "#define LOST 1\n#error not here\n"));
        for (var each : new SmallHeaders[] {headers, headers.recorded()}) {
            assertEquals(Map.of("NAME", "NAME \"a\"\nNAME \"b\"", "ONCE", "ONCE 1"), of(each).macros());
        }
    }
}
