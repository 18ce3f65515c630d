package org.latebind.backend;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.codegen.api.CodegenMessage;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfReader;
import org.latebind.elf.RelocatableObject;

/**
 * Checks that an object has only relocations that the kernel's module loader knows, and no
 * floating-point arithmetic.
 */
final class LoadableObject {
    /** libgcc's names for arithmetic on floating types without registers for them, {@code __adddf3}. */
    private static final Pattern FLOATING_POINT = Pattern.compile(
            "__(add|sub|mul|div|neg|eq|ne|lt|le|gt|ge|unord|fix|fixuns|float|floatun|extend|trunc|pow)"
                    + "\\w*[hsdxt]f\\w*");

    private LoadableObject() {}

    /**
     * Everything that is wrong with an object, as errors.
     *
     * @param known relocation types that {@code apply_relocate_add} of the kernel's architecture knows
     */
    static List<CodegenMessage> check(byte[] object, Set<Integer> known) {
        try {
            return offenses(ElfReader.read("output of LLVM", Bytes.sharing(object)), known).stream()
                    .map(offense -> CodegenMessage.error("LB7511", "a kernel module cannot have " + offense))
                    .toList();
        } catch (DiagnosticException e) {
            return List.of(CodegenMessage.error("LB7512", e.diagnostic().message()));
        }
    }

    private static TreeSet<String> offenses(RelocatableObject object, Set<Integer> known) {
        var offenses = new TreeSet<String>();
        for (var section : object.sections()) {
            for (var relocation : section.relocations()) {
                var name = relocation.symbol() < 0 ? "" : object.symbols().get(relocation.symbol()).name();
                if (!known.contains(relocation.type())) {
                    offenses.add("relocation type " + relocation.type() + " against '" + name + "'");
                } else if (FLOATING_POINT.matcher(name).matches()) {
                    offenses.add("floating-point arithmetic: it became a call of '" + name + "'");
                }
            }
        }
        return offenses;
    }
}
