package org.latebind.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.AbiLowering.FunctionAbi;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.TypeShape;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.Rvalue;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.SymbolAttributes.Flag;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.VariableId;

/** One unit on its way: its symbols, and what all of its functions ask for. */
final class UnitLowering {
    private final LaidOutUnit unit;
    private final TargetSettings settings;
    private final AbiLowering abi;
    private final Optional<AbiLowering> msAbi;
    private final InlineAsmRules asmRules;
    private final DiagnosticSink diagnostics;
    private final IrTypes types;
    private final ModuleWriter module;
    private final FunctionAttributes attributes;
    private final Map<Integer, List<LabelId>> labelsInData = new HashMap<>();
    private final Set<String> defined = new LinkedHashSet<>();
    /** Those of {@link #defined} whose definition is another unit's. */
    private final Set<String> elsewhere = new HashSet<>();
    private final int largestAtomic;
    private final ReturnTypes returnTypes;
    /** The function that is being lowered, or null. */
    private TypedFunction current;
    private boolean failed;

    UnitLowering(LaidOutUnit unit, TargetDescription target, TargetSettings settings, DiagnosticSink diagnostics) {
        this.unit = unit;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.abi = target.abi(settings);
        this.msAbi = target.msAbi(settings);
        this.asmRules = target.inlineAsm(settings);
        this.largestAtomic = target.largestAtomic();
        this.types = new IrTypes(unit, target.dataModel(), settings.language().charIsSigned());
        this.module = new ModuleWriter(unit.unit().name(), settings.codegen(), target.dataModel());
        this.attributes = new FunctionAttributes(settings.codegen());
        this.returnTypes = new ReturnTypes(settings.language().warnings());
    }

    IrTypes types() {
        return types;
    }

    TargetSettings settings() {
        return settings;
    }

    AbiLowering abi() {
        return abi;
    }

    InlineAsmRules asmRules() {
        return asmRules;
    }

    ModuleWriter module() {
        return module;
    }

    TypedFunction function(FunctionId id) {
        return unit.unit().functions().get(id.index());
    }

    GlobalVariable variable(VariableId id) {
        return unit.unit().variables().get(id.index());
    }

    String symbol(VariableId id) {
        return IrText.global(variable(id).linkName());
    }

    ReturnTypes returnTypes() {
        return returnTypes;
    }

    /** What {@code &function} is. */
    String address(FunctionId id) {
        returnTypes.refers(current, id);
        return IrText.global(function(id).linkName());
    }

    /** Bytes of the largest object that this architecture has atomic instructions for. */
    int largestAtomic() {
        return largestAtomic;
    }

    /** The symbol has a declaration here and no definition. */
    void definedElsewhere(String symbol) {
        elsewhere.add(symbol);
    }

    /** The symbol that an alias is another name of: one that is defined here, and not only declared. */
    String aliased(String name, Position at) {
        var symbol = IrText.global(name);
        if (!defined.contains(symbol) || elsewhere.contains(symbol)) {
            throw Refusal.because(Refusal.SYMBOL, at, "alias of '" + name + "', which this unit does not define");
        }
        return symbol;
    }

    /** What a direct call calls. */
    String callee(FunctionId id) {
        returnTypes.refers(current, id);
        var function = function(id);
        return IrText.global(isInlineCopy(function) ? inlineCopy(function) : function.linkName());
    }

    /**
     * {@code extern inline __attribute__((always_inline, gnu_inline))} wraps a function of the same
     * name: calls in the source mean the wrapper, what the wrapper's builtins call means the symbol.
     */
    private static boolean isInlineCopy(TypedFunction function) {
        return function.linkage() == Linkage.AVAILABLE_EXTERNALLY
                && function.body().isPresent()
                && function.attributes().is(Flag.ALWAYS_INLINE);
    }

    private static String inlineCopy(TypedFunction function) {
        return function.linkName() + ".inline";
    }

    /** Labels whose differences or addresses static objects hold. */
    List<LabelId> labelsInData(FunctionId id) {
        return labelsInData.getOrDefault(id.index(), List.of());
    }

    /**
     * The calling convention of a signature, or of one call of it.
     *
     * @param at what to name when the convention has no way for it
     */
    FunctionAbi abiOf(Type.Function type, List<Rvalue> arguments, Position at) {
        var shapes = new ArrayList<TypeShape>();
        type.parameters().forEach(p -> shapes.add(types.shape(p)));
        int fixed = shapes.size();
        for (int i = shapes.size(); i < arguments.size(); i++) {
            shapes.add(types.shape(FunctionLowering.plain(arguments.get(i).type())));
        }
        boolean prototype = type.prototype();
        return abiOf(type, shapes, prototype ? fixed : shapes.size(), type.variadic() || !prototype, at);
    }

    private FunctionAbi abiOf(Type.Function type, List<TypeShape> shapes, int fixed, boolean variadic, Position at) {
        try {
            return convention(type, at).function(types.shape(type.result()), shapes, fixed, variadic);
        } catch (DiagnosticException e) {
            throw e.diagnostic().where().equals(Position.NONE) ? DiagnosticException.refused(e.diagnostic().at(at)) : e;
        }
    }

    private AbiLowering convention(Type.Function type, Position at) {
        return type.foreign()
                ? msAbi.orElseThrow(() -> Refusal.unsupported(at, "attribute 'ms_abi' on this architecture"))
                : abi;
    }

    /**
     * The calling convention of a definition. One without a prototype takes its parameters as callers
     * that know nothing pass them: with the default promotions applied (C11 6.9.1p10, 6.5.2.2p6).
     */
    FunctionAbi abiOf(TypedFunction definition) {
        var type = definition.type();
        if (type.prototype()) {
            return abiOf(type, List.of(), definition.at());
        }
        var body = definition.body().orElseThrow();
        var shapes = body.parameters().stream()
                .map(p -> types.shape(FunctionLowering.plain(
                        types.promoted(body.locals().get(p.index()).type().type()))))
                .toList();
        return abiOf(type, shapes, shapes.size(), false, definition.at());
    }

    String lower() {
        findLabelsInData();
        unit.unit().fileAsm().forEach(asm -> module.fileAsm(asm.text()));
        var statics = new StaticData(this, unit, module);
        // A declaration gives way to a definition of its symbol, an alias needs its target.
        objects(statics, v -> v.defined() && v.attributes().alias().isEmpty());
        objects(statics, v -> !v.defined() && v.attributes().alias().isEmpty());
        objects(statics, v -> v.attributes().alias().isPresent());
        for (var function : unit.unit().functions()) {
            if (function.body().isPresent()) {
                guarded(function.at(), () -> define(function));
            }
        }
        for (var function : unit.unit().functions()) {
            if (function.body().isEmpty()) {
                guarded(function.at(), () -> declare(function));
            } else if (isInlineCopy(function)) {
                declareSymbol(function);
            }
        }
        for (var finding : returnTypes.findings(unit.unit().functions())) {
            failed |= finding.severity() == Severity.ERROR;
            diagnostics.report(finding);
        }
        return module.finish(defined);
    }

    private void objects(StaticData statics, Predicate<GlobalVariable> which) {
        unit.unit().variables().stream()
                .filter(which)
                .forEach(variable -> guarded(variable.at(), () -> statics.lower(variable, defined)));
    }

    boolean failed() {
        return failed;
    }

    private void guarded(Position at, Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            failed = true;
            diagnostics.report(e.diagnostic());
        } catch (StackOverflowError e) {
            failed = true;
            diagnostics.report(Diagnostic.error(Refusal.UNSUPPORTED, at, "nested too deeply to be lowered"));
        }
    }

    private void findLabelsInData() {
        for (var image : unit.images().values()) {
            for (var piece : image.pieces()) {
                switch (piece) {
                    case StaticImage.Piece.Address address
                            when address.symbol() instanceof StaticImage.Symbol.OfLabel label ->
                        remember(label.function(), label.label());
                    case StaticImage.Piece.LabelDifference difference -> {
                        remember(difference.function(), difference.left());
                        remember(difference.function(), difference.right());
                    }
                    default -> {}
                }
            }
        }
    }

    private void remember(FunctionId function, LabelId label) {
        labelsInData.computeIfAbsent(function.index(), i -> new ArrayList<>()).add(label);
    }

    private void define(TypedFunction function) {
        boolean copy = isInlineCopy(function);
        var symbol = IrText.global(copy ? inlineCopy(function) : function.linkName());
        if (!defined.add(symbol)) {
            throw Refusal.because(
                    Refusal.SYMBOL, function.at(), "symbol '" + function.linkName() + "' is defined twice");
        }
        if (!copy && function.linkage() == Linkage.AVAILABLE_EXTERNALLY) {
            definedElsewhere(symbol);
        }
        var head = new StringBuilder("define ");
        head.append(copy ? "internal " : linkage(function)).append(Visibilities.local(function.attributes()));
        var abi = abiOf(function);
        head.append(Calls.conventionHead(abi)).append(FunctionAttributes.ofResult(function.attributes(), function.type()))
                .append(Calls.resultAttributes(abi));
        var tail = new StringBuilder(module.attributes(attributes.ofDefinition(function)));
        function.attributes().section().ifPresent(s -> tail.append(" section ").append(IrText.quoted(s)));
        int alignment = attributes.alignment(function);
        if (alignment != 0) {
            tail.append(" align ").append(alignment);
        }
        if (function.attributes().is(Flag.USED)) {
            module.keep(symbol);
        }
        if (function.attributes().is(Flag.CONSTRUCTOR)) {
            module.runAtStart(symbol);
        }
        if (function.attributes().is(Flag.DESTRUCTOR)) {
            module.runAtEnd(symbol);
        }
        current = function;
        try {
            module.functions().append(new FunctionLowering(this, function, symbol).lower(head.toString(), tail.toString()));
        } finally {
            current = null;
        }
    }

    private static String linkage(TypedFunction function) {
        boolean weak = function.attributes().is(Flag.WEAK);
        return switch (function.linkage()) {
            case EXTERNAL -> weak ? "weak " : "";
            case INTERNAL -> "internal ";
            case AVAILABLE_EXTERNALLY -> "available_externally ";
        };
    }

    private void declare(TypedFunction function) {
        var alias = function.attributes().alias();
        if (alias.isPresent()) {
            var symbol = IrText.global(function.linkName());
            if (!defined.contains(symbol)) {
                module.objects().append(symbol).append(" = ").append(Aliases.head(function.linkage(), function.attributes()))
                        .append("i8, ptr ").append(aliased(alias.get(), function.at())).append('\n');
                defined.add(symbol);
                if (function.attributes().is(Flag.USED)) {
                    module.keep(symbol);
                }
            }
            return;
        }
        declareSymbol(function);
    }

    private void declareSymbol(TypedFunction function) {
        var symbol = IrText.global(function.linkName());
        if (defined.contains(symbol)) {
            return;
        }
        var type = function.type();
        var abi = abiOf(type, List.of(), function.at());
        var parameters = new ArrayList<String>();
        if (abi.result() instanceof AbiLowering.Passing.Memory memory) {
            parameters.add(FunctionLowering.with("ptr", memory.attributes()));
        }
        for (var passing : abi.arguments()) {
            switch (passing) {
                case AbiLowering.Passing.Value value ->
                    parameters.add(FunctionLowering.with(value.llvmType(), value.attributes()));
                case AbiLowering.Passing.Memory memory ->
                    parameters.add(FunctionLowering.with("ptr", memory.attributes()));
                default -> parameters.addAll(Calls.passedTypes(passing));
            }
        }
        if (type.variadic() || !type.prototype()) {
            parameters.add("...");
        }
        boolean local = settings.codegen().allSymbolsLocal();
        var weak = function.attributes().is(Flag.WEAK) ? "extern_weak " : "";
        module.declare(
                symbol,
                weak + (local ? "dso_local " : "") + Visibilities.text(function.attributes())
                        + Calls.conventionHead(abi) + FunctionAttributes.ofResult(function.attributes(), type)
                        + Calls.resultAttributes(abi)
                        + Calls.resultType(abi.result()) + " " + symbol + "(" + String.join(", ", parameters) + ")"
                        + module.attributes(attributes.ofDeclaration(function)));
    }
}
