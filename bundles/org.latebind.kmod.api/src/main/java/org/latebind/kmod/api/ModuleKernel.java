package org.latebind.kmod.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.SectionRule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What packaging asks of the target kernel. Everything is answered from its header data, so that a
 * link can record each answer as a fact.
 */
@ConsumerType
public interface ModuleKernel {
    /** For example {@code 6.1.0-50-amd64}; for messages only. */
    String release();

    /** The text of {@code VERMAGIC_STRING}, as {@code <linux/vermagic.h>} puts it together. */
    String vermagic();

    /** The output sections of the kernel's {@code module.lds}, in its order. */
    List<SectionRule> moduleSections();

    /**
     * Value of a configuration symbol.
     *
     * @param name with {@code CONFIG_}
     * @return {@code y}, {@code m}, a number or a text without quotes; empty when not set
     */
    Optional<String> config(String name);

    /** Whether a configuration symbol is {@code y}. */
    default boolean isEnabled(String name) {
        return config(name).filter("y"::equals).isPresent();
    }

    /** The export of that name by the kernel image or one of its modules. */
    Optional<ExportedSymbol> symbol(String name);

    /**
     * Integer constant expressions, evaluated where only the given header has been included after
     * the ones that every translation unit of this kernel includes.
     *
     * <p>For example {@code sizeof(struct module)} and {@code __builtin_offsetof(struct module,
     * init)} of {@code linux/module.h}.
     *
     * @param header as written between angle brackets
     * @return one answer per expression; empty where it is not an integer constant expression,
     *     because the header, a type, a member or a macro is missing
     */
    List<OptionalLong> constants(String header, List<String> expressions);

    /** One constant expression. */
    default OptionalLong constant(String header, String expression) {
        return constants(header, List.of(expression)).get(0);
    }
}
