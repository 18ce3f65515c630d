package org.latebind.cc;

import java.util.List;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.syntax.api.Declaration;

/** A program's file scope: of the system's headers only what makes something, or what is named. */
record ProgramScope(ParsedFileScope scope, HostHeaders headers) implements FileScope {
    @Override
    public List<Declaration> roots() {
        return scope.roots().stream()
                .filter(d -> !(d instanceof Declaration.Simple && headers.isSystem(d.span().at().file())))
                .toList();
    }

    @Override
    public List<Declaration> ordinary(String name) {
        return scope.ordinary(name);
    }

    @Override
    public List<Declaration> typedef(String name) {
        return scope.typedef(name);
    }

    @Override
    public List<Declaration> tag(String name) {
        return scope.tag(name);
    }

    @Override
    public List<Declaration> enumerator(String name) {
        return scope.enumerator(name);
    }

    @Override
    public Pragmas pragmas(Declaration declaration) {
        return scope.pragmas(declaration);
    }
}
