package org.latebind.sema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Declaration;

/**
 * Names at file scope. A name is resolved when it is first needed, from all of its declarations at
 * once: in valid C the order of declarations only ever adds to what is known.
 */
final class FileNames {
    private final Unit unit;
    private final Map<String, Entity> ordinary = new HashMap<>();
    private final Map<String, Entity.Tag> tags = new HashMap<>();
    private final Set<String> resolvedOrdinary = new HashSet<>();
    private final Set<String> resolvedTags = new HashSet<>();

    FileNames(Unit unit) {
        this.unit = unit;
    }

    boolean isMacro(String name) {
        return unit.isMacro(name);
    }

    Optional<Entity> ordinary(String name) {
        if (resolvedOrdinary.add(name)) {
            resolve(name);
        }
        return Optional.ofNullable(ordinary.get(name));
    }

    private void resolve(String name) {
        var declarations = unit.source.ordinary(name);
        var typedefs = unit.source.typedef(name);
        var enumerators = unit.source.enumerator(name);
        declareAll(name, declarations);
        declareAll(name, typedefs);
        enumerators.forEach(unit.declarations::completeTypes);
    }

    private void declareAll(String name, List<Declaration> declarations) {
        for (var declaration : declarations) {
            if (hasSpecifiers(declaration)) {
                unit.declarations.declareAtFile(declaration, name);
            }
        }
    }

    /** What a source outlines as one declaration may turn out to be several, a stray semicolon among them. */
    private static boolean hasSpecifiers(Declaration declaration) {
        return declaration instanceof Declaration.Simple || declaration instanceof Declaration.Function;
    }

    Optional<Entity.Tag> tag(String name) {
        if (resolvedTags.add(name)) {
            for (var declaration : unit.source.tag(name)) {
                if (hasSpecifiers(declaration)) {
                    unit.declarations.base(declaration);
                    if (!tags.containsKey(name)) {
                        unit.declarations.completeTypes(declaration);
                    }
                }
            }
        }
        return Optional.ofNullable(tags.get(name));
    }

    /** Without looking further: what a definition of the tag completes. */
    Optional<Entity.Tag> tagSoFar(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    /** Without looking further. */
    Optional<Entity> ordinarySoFar(String name) {
        return Optional.ofNullable(ordinary.get(name));
    }

    void declare(String name, Entity entity) {
        resolvedOrdinary.add(name);
        ordinary.put(name, entity);
    }

    void declareTag(String name, Entity.Tag tag) {
        tags.put(name, tag);
    }
}
