package org.latebind.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Units that include some headers in an order drawn at random. Between them stand the definitions that kernels tell
 * modules to make, those of real modules, and what goes at a header's weak spots: names that it asks for or uses are
 * defined, its own definitions and guards taken back, headers included once more.
 */
final class HeaderDraw {
    /** What kernels tell modules to define, and names of the kernel that many define anew. */
    private static final List<String> USUAL = List.of(
            "#define pr_fmt(fmt) KBUILD_MODNAME \": \" fmt\n", "#undef pr_fmt\n#define pr_fmt(fmt) \"%s:%d: \" fmt, __func__, __LINE__\n",
            "#define dev_fmt(fmt) \"drv: \" fmt\n", "#define DEBUG\n", "#define DEBUG 1\n", "#undef DEBUG\n", "#define VERBOSE_DEBUG\n",
            "#define DYNAMIC_DEBUG_MODULE\n", "#define CREATE_TRACE_POINTS\n", "#undef TRACE_SYSTEM\n#define TRACE_SYSTEM drv\n",
            "#undef TRACE_INCLUDE_PATH\n#define TRACE_INCLUDE_PATH .\n", "#define NOTRACE\n", "#define __NO_VERSION__\n",
            "#define KMSG_COMPONENT \"drv\"\n", "#define kmalloc(size, type) malloc(size)\n", "#define bool int\n",
            "#undef likely\n#define likely(x) (x)\n", "#undef __always_inline\n#define __always_inline inline\n", "#undef CONFIG_SMP\n",
            "#undef min\n#define min(a, b) ((a) < (b) ? (a) : (b))\n", "#undef __init\n#define __init\n",
            "#undef BIT\n#define BIT(n) (1 << (n))\n", "#define list_entry(p, t, m) container_of(p, t, m)\n");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\\\\\\n", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("(?m)^[ \\t]*#[ \\t]*(?:if|ifdef|ifndef|elif)\\b(.*)$");
    private static final Pattern DEFINED = Pattern.compile("(?m)^[ \\t]*#[ \\t]*define[ \\t]+(\\w+)");
    private static final Pattern GUARD = Pattern.compile("\\s*#[ \\t]*ifndef[ \\t]+(\\w+)\\s*#[ \\t]*define[ \\t]+\\1\\b");
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*");
    /** Names that compilers keep for themselves: gcc takes no definition of some, and modules make none. */
    private static final Pattern RESERVED = Pattern.compile("defined|_Pragma|__has_\\w+|__VA_\\w+|__(FILE|LINE|COUNTER|BASE_FILE"
            + "|INCLUDE_LEVEL|DATE|TIME|TIMESTAMP)__|if|ifdef|ifndef|elif");

    private final ModuleDefinitions modules;
    private final Function<String, String> text;

    /** @param text of a header */
    HeaderDraw(ModuleDefinitions modules, Function<String, String> text) {
        this.modules = modules;
        this.text = text;
    }

    /** @param headers in the order in which they are included */
    String source(List<String> headers, Random random) {
        var unit = new StringBuilder();
        if (random.nextBoolean()) {
            unit.append("#include <linux/module.h>\n");
        }
        for (int i = 0; i < headers.size(); i++) {
            while (random.nextInt(3) == 0) {
                unit.append(definition(headers.get(i), random));
            }
            unit.append(include(headers.get(i)));
            if (random.nextInt(8) == 0) {
                unit.append(again(headers.get(random.nextInt(i + 1)), random));
            }
        }
        return unit.append(end()).toString();
    }

    /** A header behind the one that all modules include. */
    static String alone(String header) {
        return include("linux/module.h") + include(header) + end();
    }

    private static String include(String header) {
        return "#include <" + header + ">\n";
    }

    /** What names are after the headers. */
    private static String end() {
        return """
                static const void *const texts[] = { pr_fmt("x"), dev_fmt("y") };
                static const long numbers[] = { BIT(3), likely(1), min(1, 2), ARRAY_SIZE(texts), __COUNTER__, __LINE__ };
                static int __init start(void) { return READY + INITIALIZED + IER; }
                """;
    }

    private String definition(String header, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> modules.any(random);
            case 4 -> USUAL.get(random.nextInt(USUAL.size()));
            case 5 -> one(asked(header), random, "#define %s\n", "#undef %s\n#define %<s 0\n", "#undef %s\n#define %<s 1\n", "#undef %s\n");
            case 6 -> one(names(NAME, plain(header), 0), random, "#define %s drv_%<s\n", "#undef %s\n#define %<s(x, y...) x\n");
            default -> one(names(DEFINED, plain(header), 1), random, "#define %s drv\n", "#define %s\n", "#define %s(x) (x)\n");
        };
    }

    /** A header that was included: some of what it defined is taken back, it is included again, or as if for the first time. */
    private String again(String header, Random random) {
        var plain = plain(header);
        return switch (random.nextInt(3)) {
            case 0 -> one(names(DEFINED, plain, 1), random, "#undef %s\n");
            case 1 -> include(header);
            default -> {
                var guard = GUARD.matcher(plain);
                yield (guard.lookingAt() ? "#undef " + guard.group(1) + "\n" : "") + include(header);
            }
        };
    }

    private String plain(String header) {
        return COMMENT.matcher(text.apply(header)).replaceAll(" ");
    }

    /** Names on which a header's conditional groups depend. */
    private List<String> asked(String header) {
        var lines = new StringBuilder();
        CONDITION.matcher(plain(header)).results().forEach(line -> lines.append(line.group(1)).append('\n'));
        return names(NAME, lines.toString(), 0);
    }

    /** All names in a text. */
    static List<String> words(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> names(Pattern pattern, String text, int group) {
        var names = new ArrayList<String>();
        pattern.matcher(text).results().map(found -> found.group(group))
                .filter(name -> !RESERVED.matcher(name).matches()).forEach(names::add);
        return names;
    }

    /** One of some lines for one of some names; nothing where there are none. */
    private static String one(List<String> names, Random random, String... lines) {
        return names.isEmpty() ? "" : lines[random.nextInt(lines.length)].formatted(names.get(random.nextInt(names.size())));
    }
}
