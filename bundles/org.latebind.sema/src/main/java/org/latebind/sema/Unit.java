package org.latebind.sema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.AnalysisMode;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.FileScope;
import org.latebind.typed.api.ConstantEvaluator;
import org.latebind.typed.api.FileAsm;
import org.latebind.typed.api.FunctionId;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.Layouts;
import org.latebind.typed.api.QualifiedType;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.VariableId;

/** One run of semantic analysis: what its parts share. */
final class Unit {
    final AnalysisOptions options;
    final FileScope source;
    final Reports reports;
    final TypeRegistry registry = new TypeRegistry();
    final Types types;
    final TypeText text;
    final Layouts layouts;
    final ConstantEvaluator evaluator;
    final Conversions conversions = new Conversions(this);
    final Compatibility compatibility = new Compatibility(registry, conversions);
    final Constants constants = new Constants(this);
    final Literals literals;
    final AttributeReader attributes = new AttributeReader(this);
    final Vectors vectors = new Vectors(this);
    final TypeBuilder typeBuilder = new TypeBuilder(this);
    final SpecifierRules specifierRules = new SpecifierRules(this);
    final Initializers initializers = new Initializers(this);
    final Expressions expressions = new Expressions(this);
    final FileNames file = new FileNames(this);
    final Suggestions suggestions = new Suggestions(this);
    final Scope fileScope = Scope.file(file);
    final Declarations declarations = new Declarations(this);

    final List<VariableEntity> variables = new ArrayList<>();
    final List<FunctionEntity> functions = new ArrayList<>();
    final List<FileAsm> fileAsm = new ArrayList<>();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private int unevaluated;

    Unit(FileScope source, AnalysisOptions options, DiagnosticSink sink, LayoutService layoutService) {
        this.source = source;
        this.options = options;
        this.reports = new Reports(sink, options);
        this.types = new Types(registry, options.dataModel(), options.language());
        this.text = new TypeText(new PeekingTable(registry));
        this.layouts = layoutService.layouts(registry, options.dataModel());
        this.evaluator =
                layoutService.evaluator(registry, layouts, options.dataModel(), options.language());
        this.literals = new Literals(this);
    }

    boolean isDeferred() {
        return options.mode() == AnalysisMode.DEFERRED_CHECK;
    }

    /** Analyses what a macro of the kernel's may drop or change: nothing of it is reported then. */
    void perhaps(Runnable work) {
        if (isDeferred()) {
            reports.quietly(work);
        } else {
            work.run();
        }
    }

    /** Whether the module itself makes a macro of the name. */
    boolean isMacro(String name) {
        return isDeferred() && source.speculation().isMacro(name);
    }

    void later(Runnable work) {
        queue.add(work);
    }

    void work() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** Operands between these calls are not evaluated: what they name need not be emitted. */
    void enterUnevaluated() {
        unevaluated++;
    }

    void leaveUnevaluated() {
        unevaluated--;
    }

    boolean isUnevaluated() {
        return unevaluated > 0;
    }

    VariableId id(VariableEntity variable) {
        if (variable.id.isEmpty()) {
            variable.id = java.util.Optional.of(new VariableId(variables.size()));
            variables.add(variable);
        }
        return variable.id.get();
    }

    FunctionId id(FunctionEntity function) {
        if (function.id.isEmpty()) {
            function.id = java.util.Optional.of(new FunctionId(functions.size()));
            functions.add(function);
        }
        return function.id.get();
    }

    /** An expression that is evaluated names the object: it has to be there. */
    VariableId reference(VariableEntity variable) {
        if (unevaluated == 0 && !variable.used) {
            use(variable);
        }
        return id(variable);
    }

    void use(VariableEntity variable) {
        variable.used = true;
        id(variable);
        variable.attributes.alias().ifPresent(this::useAliased);
        later(() -> initializers.analyzePending(variable));
    }

    /** What an alias is another name of has to be there too. */
    private void useAliased(String target) {
        switch (file.ordinary(target).orElse(new Entity.Unresolved(Position.NONE))) {
            case VariableEntity v when !v.used -> use(v);
            case FunctionEntity f when !f.used -> use(f);
            default -> { }
        }
    }

    FunctionId reference(FunctionEntity function) {
        if (unevaluated == 0) {
            use(function);
        }
        return id(function);
    }

    void use(FunctionEntity function) {
        boolean first = !function.used;
        function.used = true;
        id(function);
        if (first) {
            function.attributes.alias().ifPresent(this::useAliased);
        }
        if (!function.queued && function.definition.isPresent()) {
            function.queued = true;
            later(() -> new FunctionBodies(this).analyze(function));
        }
    }

    boolean requireComplete(QualifiedType type, Position at) {
        if (Types.isUnknown(type.type()) || types.isComplete(type.type())) {
            return true;
        }
        incomplete(type, at);
        return false;
    }

    void incomplete(QualifiedType type, Position at) {
        // An array without a length may have one that a kernel's constant gives.
        if (isDeferred() && (isKernelRecord(type.type()) || type.type() instanceof Type.Array)) {
            return;
        }
        var diagnostic = Diagnostic.error(Codes.INCOMPLETE, at,
                text.quoted(type) + (Types.isVoid(type.type()) ? " has no values" : " is an incomplete type here"));
        if (type.type() instanceof Type.Record r && registry.peek(r.id()).at().isKnown()) {
            diagnostic = diagnostic.withNote("declared here, never defined", registry.peek(r.id()).at());
        }
        reports.report(diagnostic);
    }

    /** In a check without a kernel, a record that nothing defines may be a kernel's. */
    boolean isKernelRecord(Type type) {
        return isDeferred() && type instanceof Type.Record r && !registry.isDefined(r.id());
    }

    /** Whether size or members of a type are a kernel's to decide. */
    boolean dependsOnUnknown(QualifiedType type) {
        return isDeferred() && new UnknownSearch(this).in(type);
    }

    /** A deferred node got this far: the binder has to replace all of them. */
    void unbound(Position at, String name) {
        if (!isDeferred()) {
            reports.error(Codes.UNBOUND, at, "'" + name + "' is a macro use that was not bound (internal error)");
        }
    }
}
