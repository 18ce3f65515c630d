package org.latebind.parser;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Choice;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Statement;

/** The names that a function declares inside: parameters, variables, labels. */
final class LocalNames {
    private final Set<String> names = new HashSet<>();

    private LocalNames() {}

    static Set<String> of(Declaration declaration) {
        var local = new LocalNames();
        if (declaration instanceof Declaration.Function function) {
            DeclaratorParser.functionOf(function.declarator()).ifPresent(declarator -> {
                declarator.parameters().forEach(p -> p.declarator().name().ifPresent(local.names::add));
                local.names.addAll(declarator.identifiers());
            });
            local.visit(function.body());
        }
        return local.names;
    }

    private void visit(Optional<Statement> statement) {
        statement.ifPresent(this::visit);
    }

    private void visit(Statement statement) {
        switch (statement) {
            case Statement.Block block -> {
                names.addAll(block.localLabels());
                block.items().forEach(this::visit);
            }
            case Statement.Declared declared -> declared(declared.declaration());
            case Statement.If s -> {
                visit(s.then());
                visit(s.otherwise());
            }
            case Statement.Switch s -> visit(s.body());
            case Statement.While s -> visit(s.body());
            case Statement.DoWhile s -> visit(s.body());
            case Statement.For s -> {
                visit(s.initial());
                visit(s.body());
            }
            case Statement.Label s -> {
                names.add(s.name());
                visit(s.body());
            }
            case Statement.Case s -> visit(s.body());
            case Statement.Default s -> visit(s.body());
            case Statement.MacroUse s -> visit(s.body());
            case Statement.Undecided s -> branches(s.choice());
            case Statement.Evaluate s -> { }
            case Statement.Empty s -> { }
            case Statement.Goto s -> { }
            case Statement.ComputedGoto s -> { }
            case Statement.Break s -> { }
            case Statement.Continue s -> { }
            case Statement.Return s -> { }
            case Statement.Asm s -> { }
        }
    }

    private void branches(Choice<Statement> choice) {
        choice.branches().forEach(branch -> branch.elements().forEach(this::visit));
    }

    private void declared(Declaration declaration) {
        if (declaration instanceof Declaration.Simple simple) {
            simple.declarators().forEach(d -> d.declarator().name().ifPresent(names::add));
        }
    }
}
