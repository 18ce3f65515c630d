package org.latebind.codegen.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How code is generated for one target: everything that the flags of a kernel's build decide below
 * the language.
 *
 * <p>The architecture's bundle makes the record, header data stores it as {@link #toMap() text},
 * lowering prints {@link #functionAttributes}, {@link #moduleFlags}, triple and data layout as they
 * are, and the code generator honors the rest.
 *
 * @param arch the architecture's name
 * @param triple LLVM's normalized target triple
 * @param dataLayout LLVM's data layout string
 * @param cpu LLVM's processor name
 * @param features LLVM's subtarget features, each with {@code +} or {@code -}
 * @param functionAlignment bytes every function is aligned to, 0 for the target's default
 * @param passes the pass pipeline in LLVM's text form; never an O0 pipeline, because inlining and
 *     folding belong to the language that the kernel is written in
 * @param options further settings that only the architecture's generator reads
 */
public record CodegenSettings(
        String arch,
        String triple,
        String dataLayout,
        String cpu,
        List<String> features,
        RelocationModel relocationModel,
        CodeModel codeModel,
        int functionAlignment,
        String passes,
        List<FunctionAttribute> functionAttributes,
        List<ModuleFlag> moduleFlags,
        Map<String, String> options) {

    /** The option that says for which kernel, by its release; absent for user space. */
    public static final String KERNEL = "kernel";

    /** How code refers to symbols. */
    public enum RelocationModel {
        STATIC,
        PIC
    }

    /** Where code and data may lie. */
    public enum CodeModel {
        DEFAULT,
        SMALL,
        KERNEL,
        MEDIUM,
        LARGE
    }

    public CodegenSettings {
        Objects.requireNonNull(arch);
        Objects.requireNonNull(triple);
        Objects.requireNonNull(dataLayout);
        Objects.requireNonNull(cpu);
        features = List.copyOf(features);
        Objects.requireNonNull(relocationModel);
        Objects.requireNonNull(codeModel);
        if (passes.isBlank() || passes.contains("<O0>")) {
            throw new IllegalArgumentException("not a pass pipeline that folds and inlines: '" + passes + "'");
        }
        functionAttributes = List.copyOf(functionAttributes);
        moduleFlags = List.copyOf(moduleFlags);
        options = Map.copyOf(options);
    }

    /** The attributes of a function definition that has these traits, as IR text, in order. */
    public List<String> functionAttributes(Set<FunctionAttribute.Trait> traits) {
        var texts = new ArrayList<String>();
        for (var attribute : functionAttributes) {
            if (attribute.appliesTo(traits)) {
                texts.add(attribute.text());
            }
        }
        return texts;
    }

    /** Whether symbols defined elsewhere are reached directly; lowering then writes {@code dso_local}. */
    public boolean allSymbolsLocal() {
        return relocationModel == RelocationModel.STATIC;
    }

    /** Whether the code is for a kernel's module loader. */
    public boolean isForKernel() {
        return options.containsKey(KERNEL);
    }

    /** The record as text, sorted by key; {@link #fromMap} reads it back. */
    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("arch", arch);
        map.put("triple", triple);
        map.put("data-layout", dataLayout);
        map.put("cpu", cpu);
        map.put("features", String.join(",", features));
        map.put("relocation-model", relocationModel.name());
        map.put("code-model", codeModel.name());
        map.put("function-alignment", Integer.toString(functionAlignment));
        map.put("passes", passes);
        for (int i = 0; i < functionAttributes.size(); i++) {
            var attribute = functionAttributes.get(i);
            map.put(numbered("function-attribute", i), attribute.unless() + " " + attribute.text());
        }
        for (int i = 0; i < moduleFlags.size(); i++) {
            var flag = moduleFlags.get(i);
            map.put(numbered("module-flag", i), flag.behavior() + " " + flag.value() + " " + flag.name());
        }
        options.forEach((key, value) -> map.put("option." + key, value));
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote.
     *
     * @throws IllegalArgumentException when the text is not that of settings
     */
    public static CodegenSettings fromMap(Map<String, String> map) {
        var sorted = new TreeMap<>(map);
        var features = require(map, "features");
        var attributes = new ArrayList<FunctionAttribute>();
        var flags = new ArrayList<ModuleFlag>();
        var options = new TreeMap<String, String>();
        sorted.forEach((key, value) -> {
            if (key.startsWith("function-attribute.")) {
                var words = words(value, 2);
                attributes.add(new FunctionAttribute(words[1], FunctionAttribute.Trait.valueOf(words[0])));
            } else if (key.startsWith("module-flag.")) {
                var words = words(value, 3);
                flags.add(new ModuleFlag(Integer.parseInt(words[0]), words[2], words[1]));
            } else if (key.startsWith("option.")) {
                options.put(key.substring("option.".length()), value);
            }
        });
        return new CodegenSettings(
                require(map, "arch"),
                require(map, "triple"),
                require(map, "data-layout"),
                require(map, "cpu"),
                features.isEmpty() ? List.of() : List.of(features.split(",")),
                RelocationModel.valueOf(require(map, "relocation-model")),
                CodeModel.valueOf(require(map, "code-model")),
                Integer.parseInt(require(map, "function-alignment")),
                require(map, "passes"),
                attributes,
                flags,
                options);
    }

    // Three digits keep the order of the list when keys are sorted as text.
    private static String numbered(String key, int index) {
        return key + "." + Integer.toString(1000 + index).substring(1);
    }

    private static String[] words(String value, int count) {
        var words = value.split(" ", count);
        if (words.length != count) {
            throw new IllegalArgumentException("expected " + count + " words: '" + value + "'");
        }
        return words;
    }

    private static String require(Map<String, String> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("code generation settings lack '" + key + "'");
        }
        return value;
    }
}
