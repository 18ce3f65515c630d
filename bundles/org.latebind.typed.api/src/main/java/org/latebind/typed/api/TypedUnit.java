package org.latebind.typed.api;

import java.util.List;

/**
 * A translation unit bound to one target: only what the module reaches.
 *
 * @param name of the object, {@code drv/main.o}
 * @param variables indexed by id
 * @param functions indexed by id
 * @param fileAsm file-scope assembler in source order
 */
public record TypedUnit(
        String name,
        TypeTable types,
        List<GlobalVariable> variables,
        List<TypedFunction> functions,
        List<FileAsm> fileAsm) {
    public TypedUnit {
        variables = List.copyOf(variables);
        functions = List.copyOf(functions);
        fileAsm = List.copyOf(fileAsm);
    }
}
