package org.latebind.bind.inspect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.bind.unit.HeaderSpellings;
import org.latebind.bind.unit.HeaderUnit;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.bind.universe.HeaderTypes;
import org.latebind.bind.universe.HeaderTypes.Name;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.target.api.BoundTarget;
import org.latebind.target.api.Targets;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Includes each header as a module would, and prints what it then makes of a name. */
@Component(service = DescribeTypes.class)
public final class DescribeTypes {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public DescribeTypes(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference LayoutService layouts,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.targets = targets;
        this.lexer = lexer;
    }

    /**
     * Each definition of a name as C with offsets, sizes and holes, in the way of pahole.
     *
     * @param name a tag or a typedef name, or {@code tag.member.member}
     * @param paths of the headers that may define it
     * @return no text twice; empty where these headers define no such type
     */
    List<String> describe(HeaderData headers, String name, List<String> paths) {
        var target = targets.bind(headers.identity().target(), headers.settings());
        var preprocessing = UnitPreprocessing.withFragments(preprocessors, headers, target);
        var texts = new LinkedHashSet<String>();
        for (var header : HeaderSpellings.of(headers)) {
            if (paths.contains(header.path())) {
                try {
                    texts.addAll(new IncludeContext(headers, preprocessing, target, header.name()).of(name));
                } catch (DiagnosticException notForThisKernel) {
                    // Then there is no layout of it to tell.
                }
            }
        }
        return List.copyOf(texts);
    }

    /** What a unit sees that includes one header behind the usual first one. */
    private final class IncludeContext {
        private final UnitScope scope;
        private final BoundTarget target;

        IncludeContext(HeaderData headers, UnitPreprocessing preprocessing, BoundTarget target, String header) {
            this.target = target;
            scope = new UnitScope(parser, target.description().addressSpaces().keySet(), d -> { });
            var feed = new ScopeFeed(scope, preprocessing.fragments());
            var unit = new HeaderUnit(headers, preprocessing, lexer, feed);
            unit.include(HeaderSpellings.FIRST, feed, true, complaints -> true);
            unit.include(header, feed, true, complaints -> true);
            feed.flush();
        }

        List<String> of(String name) {
            var path = List.of(name.split("\\."));
            var found = new HeaderTypes(scope, lexer, parser, analysis, target);
            found.find((each, places) -> each.name().equals(path.getFirst()));
            var texts = new ArrayList<String>();
            found.types().forEach((type, qualified) -> text(type, qualified, path, found).ifPresent(texts::add));
            return texts;
        }

        private Optional<String> text(Name name, QualifiedType type, List<String> path, HeaderTypes found) {
            var resolved = layouts.layouts(found.unit().types(), target.description().dataModel());
            if (path.size() > 1) {
                return type.type() instanceof Type.Record record
                        ? new MemberText(found.unit().types(), resolved).of(name.toString(), record.id(), path.subList(1, path.size()))
                        : Optional.empty();
            }
            var text = new TypeText(found.unit().types(), resolved);
            return switch (name.kind()) {
                case "enum" -> Optional.of(text.enumeration((Type.Enum) type.type()) + ";\n");
                case "typedef" -> typedef(name.name(), type, text);
                default -> definition(scope.tag(name.name()), name.name())
                        .map(record -> text.record(record, ((Type.Record) type.type()).id()) + ";\n");
            };
        }

        /** Of a typedef with a body of its own. */
        private Optional<String> typedef(String name, QualifiedType type, TypeText text) {
            return scope.typedef(name).stream()
                    .filter(Declaration.Simple.class::isInstance).map(Declaration.Simple.class::cast)
                    .map(declaration -> declaration.specifiers().type())
                    .filter(TypeSpecifier.Record.class::isInstance).map(TypeSpecifier.Record.class::cast)
                    .filter(record -> record.members().isPresent() && type.type() instanceof Type.Record)
                    .findFirst()
                    .map(record -> "typedef " + text.record(record, ((Type.Record) type.type()).id()) + " " + name + ";\n");
        }
    }

    private static Optional<TypeSpecifier.Record> definition(List<Declaration> declarations, String tag) {
        return declarations.stream().flatMap(d -> switch (d) {
            case Declaration.Simple simple -> definition(simple.specifiers(), tag);
            case Declaration.Function function -> definition(function.specifiers(), tag);
            default -> Stream.<TypeSpecifier.Record>empty();
        }).findFirst();
    }

    private static Stream<TypeSpecifier.Record> definition(Specifiers specifiers, String tag) {
        if (!(specifiers.type() instanceof TypeSpecifier.Record record) || record.members().isEmpty()) {
            return Stream.empty();
        }
        return record.tag().filter(tag::equals).isPresent() ? Stream.of(record)
                : record.members().get().stream().flatMap(member -> member instanceof Specifiers.Member.Fields fields
                        ? definition(fields.specifiers(), tag) : Stream.empty());
    }
}
