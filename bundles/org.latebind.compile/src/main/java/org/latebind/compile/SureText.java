package org.latebind.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.DeferredItem.Form;
import org.latebind.syntax.api.DeferredItem.ItemBranch;
import org.latebind.syntax.api.DeferredItem.Kind;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * What a translation unit holds on every kernel.
 *
 * <pre>
 * #include "own.h"        sure, when the file lies beside: quotes look there first
 * #include "other.h"      not sure, when it is found through -I: the kernel's folders come before
 * struct a { int x; };    known
 * #ifdef CONFIG_X
 * struct b { int y; };    not sure: 'struct b' is in question
 * #endif
 * </pre>
 *
 * <p>An include guard is taken for the module's own. A name is in question when text that is not sure
 * declares it, or when the module makes a macro of it anywhere.
 */
final class SureText {
    private final Map<String, DeferredFile> files = new HashMap<>();
    private final Set<String> sureFiles = new HashSet<>();
    private final List<Declaration> known = new ArrayList<>();
    private final Set<String> speculative = new HashSet<>();

    /** @param files all files of the module */
    SureText(UnitPlan unit, List<DeferredFile> files, Set<String> units) {
        files.forEach(file -> this.files.put(file.path(), file));
        read(unit.source());
        for (var file : files) {
            if (!sureFiles.contains(file.path()) && (!units.contains(file.path()) || isIncluded(file.path()))) {
                speculative(file.items());
            }
        }
    }

    /** Declarations in source order, those of headers where they are included. */
    List<Declaration> known() {
        return known;
    }

    /** Names that other text may declare. */
    Set<String> speculative() {
        return speculative;
    }

    private void read(String path) {
        if (sureFiles.add(path)) {
            items(files.get(path), unguarded(files.get(path)));
        }
    }

    private void items(DeferredFile file, List<DeferredItem> items) {
        for (var item : items) {
            switch (item.form()) {
                case Form.Structured structured -> known.add(structured.tree());
                case Form.Directive directive -> include(file, item);
                case Form.Conditional choice -> choice.branches().forEach(branch -> speculative(branch.items()));
                case Form.TokensOnly tokens -> speculative(List.of(item));
            }
        }
    }

    private void speculative(List<DeferredItem> items) {
        items.forEach(item -> item.defines().forEach(name -> speculative.add(withoutKeyword(name))));
    }

    private static String withoutKeyword(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The items inside of an include guard, if there is one. */
    private static List<DeferredItem> unguarded(DeferredFile file) {
        if (file.items().size() == 1 && file.items().getFirst().form() instanceof Form.Conditional choice
                && choice.branches().size() == 1 && isGuard(file, choice.branches().getFirst())) {
            return choice.branches().getFirst().items();
        }
        return file.items();
    }

    private static boolean isGuard(DeferredFile file, ItemBranch branch) {
        var tokens = file.tokens().tokens();
        int directive = branch.directive().first();
        return tokens.get(directive).isIdentifier("ifndef") && !branch.items().isEmpty()
                && branch.items().getFirst().kind() == Kind.MACRO_DEFINITION
                && branch.items().getFirst().defines().equals(List.of(tokens.get(directive + 1).text()));
    }

    private void include(DeferredFile file, DeferredItem item) {
        if (item.kind() == Kind.INCLUDE) {
            var name = file.tokens().tokens().get(item.span().first() + 2);
            var folder = Optional.ofNullable(Path.of(file.path()).getParent()).orElse(Path.of(""));
            ModuleFiles.below(folder, spelling(name)).map(Path::toString)
                    .filter(beside -> name.kind() == TokenKind.STRING && files.containsKey(beside))
                    .ifPresent(this::read);
        }
    }

    private static String spelling(Token name) {
        var text = name.text();
        return text.length() < 2 ? text : text.substring(1, text.length() - 1);
    }

    /** Whether an include directive may name a unit's source. */
    private boolean isIncluded(String path) {
        var name = Path.of(path).getFileName().toString();
        return files.values().stream().flatMap(file -> file.tokens().tokens().stream())
                .filter(token -> token.kind() == TokenKind.STRING || token.kind() == TokenKind.HEADER_NAME)
                .anyMatch(token -> spelling(token).endsWith(name));
    }
}
