package org.latebind.headers.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.SectionRule;
import org.latebind.headers.api.Skipped;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.TargetSettings;

/** Sections {@code identity} and {@code build}: the small facts, which are read whole. */
record BuildFacts(
        IncludePath includePath,
        List<ConfigAnswer> configAnswers,
        List<SectionRule> moduleSections,
        TargetSettings settings,
        List<String> compilerFlags,
        List<Skipped> skipped) {
    private static final int INPUT = 0;
    private static final int SORTED_INPUT = 1;
    private static final int ALIGN = 2;
    private static final int SYMBOL = 3;

    static void writeIdentity(KernelIdentity identity, ByteSink out) {
        out.text(identity.release());
        out.text(identity.flavor());
        out.text(identity.kernelArchitecture());
        out.text(identity.target());
        out.list(identity.packages(), (sink, each) -> {
            sink.text(each.name());
            sink.text(each.version());
        });
        out.optional(identity.packageId());
        out.text(identity.compiler());
        out.optional(identity.buildId());
        out.optional(identity.btfDigest());
    }

    static KernelIdentity readIdentity(ByteSource in) {
        return new KernelIdentity(in.text(), in.text(), in.text(), in.text(),
                in.list(each -> new KernelIdentity.PackageVersion(each.text(), each.text())),
                in.optional(), in.text(), in.optional(), in.optional());
    }

    /** Section {@code makefiles}. */
    static void writeMakefiles(Kbuild build, ByteSink out) {
        out.text(build.source());
        out.text(build.object());
        for (var map : List.of(build.variables(), build.files())) {
            out.list(map.entrySet(), (sink, each) -> {
                sink.text(each.getKey());
                sink.text(each.getValue());
            });
        }
    }

    static Kbuild readMakefiles(ByteSource in) {
        return new Kbuild(in.text(), in.text(), readMap(in), readMap(in));
    }

    private static SortedMap<String, String> readMap(ByteSource in) {
        var map = new TreeMap<String, String>();
        in.list(each -> map.put(each.text(), each.text()));
        return map;
    }

    static void write(KernelHeaders headers, List<Skipped> skipped, ByteSink out) {
        out.list(headers.includePath().directories(), ByteSink::text);
        out.list(headers.includePath().forcedHeaders(), ByteSink::text);
        out.list(headers.includePath().definitions(), (sink, each) -> {
            sink.text(each.name());
            sink.text(each.value());
        });
        out.list(headers.configAnswers(), (sink, each) -> {
            sink.text(each.option());
            sink.optional(each.value());
            sink.text(each.reason());
        });
        out.list(headers.moduleSections(), BuildFacts::writeRule);
        out.list(new TreeMap<>(headers.settings().toMap()).entrySet(), (sink, each) -> {
            sink.text(each.getKey());
            sink.text(each.getValue());
        });
        out.list(headers.compilerFlags(), ByteSink::text);
        out.list(skipped, BuildFacts::writeSkipped);
    }

    static void writeSkipped(ByteSink out, Skipped skipped) {
        out.text(skipped.reason());
        out.number(skipped.count());
        out.list(skipped.examples(), ByteSink::text);
    }

    static Skipped readSkipped(ByteSource in) {
        return new Skipped(in.text(), (int) in.number(), in.list(ByteSource::text));
    }

    static BuildFacts read(ByteSource in) {
        return new BuildFacts(
                new IncludePath(in.list(ByteSource::text), in.list(ByteSource::text),
                        in.list(each -> new IncludePath.Definition(each.text(), each.text()))),
                in.list(each -> new ConfigAnswer(each.text(), each.optional(), each.text())),
                in.list(BuildFacts::readRule),
                readSettings(in),
                in.list(ByteSource::text),
                in.list(BuildFacts::readSkipped));
    }

    private static TargetSettings readSettings(ByteSource in) {
        try {
            return TargetSettings.fromMap(readMap(in));
        } catch (IllegalArgumentException wrong) {
            throw Damage.in(Sections.BUILD, wrong.getMessage());
        }
    }

    private static void writeRule(ByteSink out, SectionRule rule) {
        out.text(rule.name());
        out.number(rule.alignment());
        out.list(rule.statements(), (sink, statement) -> {
            switch (statement) {
                case SectionRule.Input input -> {
                    sink.u8(input.sorted() ? SORTED_INPUT : INPUT);
                    sink.text(input.pattern());
                }
                case SectionRule.Align align -> {
                    sink.u8(ALIGN);
                    sink.number(align.bytes());
                }
                case SectionRule.Symbol symbol -> {
                    sink.u8(SYMBOL);
                    sink.text(symbol.symbol());
                }
            }
        });
    }

    private static SectionRule readRule(ByteSource in) {
        return new SectionRule(in.text(), (int) in.number(), in.list(each -> switch (each.u8()) {
            case INPUT -> new SectionRule.Input(each.text(), false);
            case SORTED_INPUT -> new SectionRule.Input(each.text(), true);
            case ALIGN -> new SectionRule.Align((int) each.number());
            case SYMBOL -> new SectionRule.Symbol(each.text());
            default -> throw each.damaged();
        }));
    }
}
