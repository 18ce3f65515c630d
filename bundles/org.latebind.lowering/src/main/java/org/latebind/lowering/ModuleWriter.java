package org.latebind.lowering;

import java.util.stream.Collectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.Position;
import org.latebind.target.api.DataModel;
import org.latebind.typed.api.StringData;

/**
 * The parts of a module that functions and objects share, and its final text.
 *
 * <pre>
 * source_filename, target lines, module asm
 * declarations of functions                sorted by name
 * declarations of objects                  in the order of the unit
 * string literals, objects, aliases        in the order of the unit
 * functions                                in the order of the unit
 * attributes, metadata                     numbered as they came up
 * </pre>
 */
final class ModuleWriter {
    private final String name;
    private final CodegenSettings settings;
    private final DataModel model;
    private final StringBuilder fileAsm = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder externals = new StringBuilder();
    private final StringBuilder objects = new StringBuilder();
    private final StringBuilder functions = new StringBuilder();
    private final Map<StringData, String> textNames = new HashMap<>();
    private final TreeMap<String, String> declarations = new TreeMap<>();
    private final LinkedHashMap<String, Integer> attributeGroups = new LinkedHashMap<>();
    private final LinkedHashSet<String> kept = new LinkedHashSet<>();
    private final List<String> constructors = new ArrayList<>();
    private final List<String> destructors = new ArrayList<>();
    private final List<Position> locations = new ArrayList<>();
    private final Map<String, Integer> metadataNumbers = new LinkedHashMap<>();
    private int constants;

    ModuleWriter(String name, CodegenSettings settings, DataModel model) {
        this.name = name;
        this.settings = settings;
        this.model = model;
    }

    /**
     * Declarations of objects. Declarations stand first: LLVM's reader makes an initializer anew for each
     * name in it that it has not seen.
     */
    StringBuilder externals() {
        return externals;
    }

    StringBuilder objects() {
        return objects;
    }

    StringBuilder functions() {
        return functions;
    }

    void fileAsm(String text) {
        for (var line : text.split("\n", -1)) {
            fileAsm.append("module asm ").append(IrText.quoted(line)).append('\n');
        }
    }

    /** The symbol of a string literal's array; equal literals are one. */
    String text(StringData data) {
        return textNames.computeIfAbsent(data, d -> {
            var symbol = "@.str." + textNames.size();
            int width = d.elementBytes();
            texts.append(symbol).append(" = private unnamed_addr constant ");
            if (width == 1) {
                texts.append('[').append(d.elements().size()).append(" x i8] ")
                        .append(IrText.bytes(IrText.memoryOf(d, model.littleEndian())));
            } else {
                texts.append('[').append(d.elements().size()).append(" x i").append(8 * width).append("] [");
                var separator = "";
                for (int element : d.elements()) {
                    texts.append(separator).append('i').append(8 * width).append(' ').append(element);
                    separator = ", ";
                }
                texts.append(']');
            }
            texts.append(", align ").append(Math.max(width, model.leastObjectAlignment())).append('\n');
            return symbol;
        });
    }

    /** A private constant object that initializes automatic ones. */
    String constant(String type, String value, long alignment) {
        var symbol = "@.init." + constants++;
        texts.append(symbol).append(" = private unnamed_addr constant ").append(type).append(' ').append(value)
                .append(", align ").append(Math.max(alignment, model.leastObjectAlignment())).append('\n');
        return symbol;
    }

    /**
     * Declares an intrinsic or library function once.
     *
     * @param symbol with {@code @}
     * @param declaration what stands between {@code declare} and the end of the line
     */
    String declare(String symbol, String declaration) {
        declarations.putIfAbsent(symbol, declaration);
        return symbol;
    }

    /** {@code #n}: a group of function attributes; empty for none. */
    String attributes(List<String> attributes) {
        if (attributes.isEmpty()) {
            return "";
        }
        var text = String.join(" ", attributes);
        return " #" + attributeGroups.computeIfAbsent(text, t -> attributeGroups.size());
    }

    /** The symbol stays even when nothing that LLVM sees refers to it. */
    void keep(String symbol) {
        kept.add(symbol);
    }

    /** The function is run when the program or library begins, or ends. */
    void runAtStart(String symbol) {
        constructors.add(symbol);
    }

    void runAtEnd(String symbol) {
        destructors.add(symbol);
    }

    private static void functionList(StringBuilder out, String name, List<String> symbols) {
        if (!symbols.isEmpty()) {
            out.append('@').append(name).append(" = appending global [").append(symbols.size())
                    .append(" x { i32, ptr, ptr }] [")
                    .append(symbols.stream().map(s -> "{ i32, ptr, ptr } { i32 65535, ptr " + s + ", ptr null }")
                            .collect(Collectors.joining(", ")))
                    .append("]\n");
        }
    }

    /** {@code , !srcloc !n}: the cookie by which code generation names a place. */
    String location(Position at) {
        locations.add(at);
        return ", !srcloc " + metadata("!{i32 " + (locations.size() - 1) + "}");
    }

    /** The number of a metadata node with this content. */
    String metadata(String node) {
        return "!" + metadataNumbers.computeIfAbsent(node, n -> metadataNumbers.size());
    }

    List<Position> locations() {
        return locations;
    }

    String finish(java.util.Set<String> defined) {
        var flags = settings.moduleFlags().stream().map(ModuleFlag::text).map(this::metadata).toList();
        var out = new StringBuilder(
                4096 + externals.length() + texts.length() + objects.length() + functions.length() + fileAsm.length());
        out.append("source_filename = ").append(IrText.quoted(name)).append('\n');
        out.append("target datalayout = ").append(IrText.quoted(settings.dataLayout())).append('\n');
        out.append("target triple = ").append(IrText.quoted(settings.triple())).append("\n\n");
        out.append(fileAsm);
        declarations.forEach((symbol, declaration) -> {
            if (!defined.contains(symbol)) {
                out.append("declare ").append(declaration).append('\n');
            }
        });
        out.append(externals).append(texts).append(objects);
        if (!kept.isEmpty()) {
            out.append("@llvm.compiler.used = appending global [").append(kept.size()).append(" x ptr] [ptr ")
                    .append(String.join(", ptr ", kept)).append("], section \"llvm.metadata\"\n");
        }
        functionList(out, "llvm.global_ctors", constructors);
        functionList(out, "llvm.global_dtors", destructors);
        out.append('\n').append(functions);
        attributeGroups.forEach(
                (text, number) -> out.append("attributes #").append(number).append(" = { ").append(text).append(" }\n"));
        if (!flags.isEmpty()) {
            out.append("!llvm.module.flags = !{").append(String.join(", ", flags)).append("}\n");
        }
        metadataNumbers.forEach((node, number) -> out.append('!').append(number).append(" = ").append(node).append('\n'));
        return out.toString();
    }
}
