package org.latebind.bind.universe;

import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;

/** Whether a tag's definition is a {@code struct}, a {@code union} or an {@code enum}. */
final class TagKinds {
    static final List<String> ALL = List.of("struct", "union", "enum");

    private TagKinds() {}

    static Optional<String> of(List<Declaration> definitions, String tag) {
        return definitions.stream().flatMap(d -> switch (d) {
            case Declaration.Simple simple -> in(simple.specifiers(), tag).stream();
            case Declaration.Function function -> in(function.specifiers(), tag).stream();
            default -> Optional.<String>empty().stream();
        }).findFirst();
    }

    private static Optional<String> in(Specifiers specifiers, String tag) {
        return switch (specifiers.type()) {
            case TypeSpecifier.Record record when record.members().isPresent() -> record.tag().filter(tag::equals).isPresent()
                    ? Optional.of(record.union() ? "union" : "struct")
                    : record.members().get().stream()
                            .filter(Specifiers.Member.Fields.class::isInstance)
                            .flatMap(m -> in(((Specifiers.Member.Fields) m).specifiers(), tag).stream())
                            .findFirst();
            case TypeSpecifier.Enum enumeration when enumeration.enumerators().isPresent() ->
                enumeration.tag().filter(tag::equals).map(t -> "enum");
            case TypeSpecifier.TypeofType typeof -> in(typeof.operand().specifiers(), tag);
            case TypeSpecifier.Atomic atomic -> in(atomic.operand().specifiers(), tag);
            default -> Optional.empty();
        };
    }
}
