package org.latebind.sema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/** A block's or prototype's names, C11 6.2.1; the outermost scope asks {@link FileNames}. */
final class Scope {
    private final Optional<Scope> parent;
    private final FileNames file;
    private final Optional<FunctionContext> function;
    private final Map<String, Entity> ordinary = new HashMap<>();
    private final Map<String, Entity.Tag> tags = new HashMap<>();

    private Scope(Optional<Scope> parent, FileNames file, Optional<FunctionContext> function) {
        this.parent = parent;
        this.file = file;
        this.function = function;
    }

    static Scope file(FileNames file) {
        return new Scope(Optional.empty(), file, Optional.empty());
    }

    Scope inner() {
        return new Scope(Optional.of(this), file, function);
    }

    Scope inner(FunctionContext context) {
        return new Scope(Optional.of(this), file, Optional.of(context));
    }

    boolean isFile() {
        return parent.isEmpty();
    }

    /** The function whose body this is in; empty at file scope and in prototypes there. */
    Optional<FunctionContext> function() {
        return function;
    }

    Optional<Entity> ordinary(String name) {
        var scope = this;
        while (!scope.isFile()) {
            var found = scope.ordinary.get(name);
            if (found != null) {
                return Optional.of(found);
            }
            scope = scope.parent.orElseThrow();
        }
        return file.ordinary(name);
    }

    Optional<Entity.Tag> tag(String name) {
        var scope = this;
        while (!scope.isFile()) {
            var found = scope.tags.get(name);
            if (found != null) {
                return Optional.of(found);
            }
            scope = scope.parent.orElseThrow();
        }
        return file.tag(name);
    }

    Optional<Entity> ordinaryHere(String name) {
        return isFile() ? file.ordinary(name) : Optional.ofNullable(ordinary.get(name));
    }

    Optional<Entity.Tag> tagHere(String name) {
        return isFile() ? file.tagSoFar(name) : Optional.ofNullable(tags.get(name));
    }

    void declare(String name, Entity entity) {
        if (isFile()) {
            file.declare(name, entity);
        } else {
            ordinary.put(name, file.isMacro(name) ? new Entity.Unresolved(entity.at()) : entity);
        }
    }

    void declareTag(String name, Entity.Tag tag) {
        if (isFile()) {
            file.declareTag(name, tag);
        } else {
            tags.put(name, tag);
        }
    }

    /** Hides what this scope does not declare itself: a macro or a conditional may declare it here. */
    void speculative(java.util.Collection<String> names, Position at) {
        names.forEach(name -> ordinary.putIfAbsent(name, new Entity.Unresolved(at)));
    }

    /** Hides what text declares that may or may not stand in this scope. */
    void speculative(Scope perhaps, Position at) {
        speculative(perhaps.ordinary.keySet(), at);
        perhaps.tags.keySet().forEach(tag -> tags.putIfAbsent(tag, new Entity.Tag.Unresolved()));
    }

    /** Every ordinary name in block scopes from here outwards, for suggestions. */
    java.util.List<String> names() {
        var all = new java.util.TreeSet<String>();
        for (var scope = this; !scope.isFile(); scope = scope.parent.orElseThrow()) {
            all.addAll(scope.ordinary.keySet());
        }
        return java.util.List.copyOf(all);
    }
}
