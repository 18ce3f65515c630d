package org.latebind.make;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.latebind.make.TextFunctions.WrongArgument;

/** Calls of functions (GNU make manual, chapter 8; function.c). */
final class Functions {
    private final State state;
    private final Expander expander;
    private final MakeEvaluator evaluator;
    /** As many of {@code $(1)} and so on as calls around have: a call with fewer hides theirs. */
    private int mostArguments;

    Functions(State state, MakeEvaluator evaluator) {
        this.state = state;
        this.evaluator = evaluator;
        this.expander = new Expander(state, this);
    }

    Expander expander() {
        return expander;
    }

    Value call(FunctionCall call) {
        var function = call.function();
        if (function.lazy()) {
            return lazy(function, call.arguments());
        }
        return eager(function, call.arguments().stream().map(expander::expand).toList());
    }

    private void requireArguments(BuiltIn function, int arguments) {
        if (arguments < function.least()) {
            throw state.stop("insufficient number of arguments (" + arguments + ") to function '"
                    + function.name() + "'");
        }
    }

    private Value lazy(BuiltIn function, List<String> arguments) {
        requireArguments(function, arguments.size());
        return switch (function.name()) {
            case "if" -> condition(arguments);
            case "or" -> or(arguments);
            case "and" -> and(arguments);
            case "foreach" -> forEach(arguments.get(0), arguments.get(1), arguments.get(2));
            case "let" -> let(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> compare(arguments);
        };
    }

    private Value eager(BuiltIn function, List<Value> arguments) {
        requireArguments(function, arguments.size());
        if (function.name().equals("call")) {
            return callVariable(arguments);
        }
        if (arguments.isEmpty()) {
            return Value.EMPTY;
        }
        var text = TextFunctions.named(function.name());
        if (text.isPresent()) {
            return textFunction(text.get(), arguments);
        }
        var first = arguments.getFirst();
        return switch (function.name()) {
            case "wildcard" -> eachWord(first, word -> state.host.wildcard(word, state.at()));
            case "abspath" -> eachWord(first, word -> state.host.absolutePath(word, state.at()));
            case "realpath" -> eachWord(first, word -> state.host.realPath(word, state.at()));
            case "shell" -> known(first, command -> folded(state.host.shell(command, state.at()), true));
            case "value" -> known(first, name -> expander.find(name).map(Variable::body).orElse(Value.EMPTY));
            case "origin" -> known(first, name -> described(name, variable -> variable.origin().text()));
            case "flavor" -> known(first, name -> described(name, v -> v.recursive() ? "recursive" : "simple"));
            case "eval" -> eval(first);
            case "file" -> known(first, operation -> file(operation, arguments.size() > 1));
            case "error" -> {
                state.stops(first);
                yield Value.EMPTY;
            }
            default -> said(function.name(), first);
        };
    }

    private static Value known(Value argument, Function<String, Value> result) {
        return switch (argument) {
            case Value.Known(var text) -> result.apply(text);
            case Value.Undecided u -> Value.undecided(u.reason());
        };
    }

    private Value textFunction(TextFunctions.TextFunction function, List<Value> arguments) {
        var undecided = arguments.stream().flatMap(argument -> argument.why().stream()).findFirst();
        if (undecided.isPresent()) {
            boolean hasWord = function.name().equals("strip")
                    && arguments.getFirst() instanceof Value.Undecided u && u.hasWord();
            return hasWord ? Value.undecidedWord(undecided.get()) : Value.undecided(undecided.get());
        }
        var texts = arguments.stream().map(argument -> argument.known().orElseThrow()).toList();
        texts.forEach(text -> state.budget.spend(text.length()));
        try {
            var result = function.body().apply(texts);
            state.budget.length(result.length());
            state.budget.spend(result.length());
            return Value.of(result);
        } catch (WrongArgument wrong) {
            throw state.stop(wrong.getMessage());
        }
    }

    /** The results for words, those that are empty left out. */
    private Value eachWord(Value words, Function<String, Value> result) {
        return known(words, text -> {
            var out = new ValueBuilder(state.budget);
            boolean any = false;
            for (var word : Text.words(text)) {
                var value = result.apply(word);
                if (!value.isEmpty().isTrue()) {
                    out.add(any ? " " : "").add(value);
                    any = true;
                }
            }
            return out.build();
        });
    }

    /** What a command writes, in one line. */
    static Value folded(Value output, boolean allNewlinesGo) {
        return known(output, text -> {
            var lines = text.replace("\r\n", "\n");
            int end = lines.length();
            while (end > 0 && lines.charAt(end - 1) == '\n' && (allNewlinesGo || end == lines.length())) {
                end--;
            }
            return Value.of(lines.substring(0, end).replace('\n', ' '));
        });
    }

    private Value described(String name, Function<Variable, String> description) {
        var variable = expander.find(name);
        if (variable.isPresent() && !variable.get().certain()) {
            return Value.undecidedWord(variable.get().body().why().orElseGet(() -> new Reason(
                    "it is not decided how '" + name + "' is defined", variable.get().at())));
        }
        return Value.of(variable.map(description).orElse("undefined"));
    }

    private Value said(String function, Value text) {
        var kind = function.equals("info") ? Message.Kind.INFO : Message.Kind.WARNING;
        state.messages.add(new Message(kind, text, state.at(), state.guard()));
        return Value.EMPTY;
    }

    private Value eval(Value text) {
        switch (text) {
            case Value.Known(var lines) -> evaluator.evaluate(Makefile.parse(state.at(), lines));
            case Value.Undecided u -> state.variables.forget(Value.undecided(u.reason()), new Reason(
                    "text that is not decided is evaluated and may set any variable", state.at(),
                    Optional.of(u.reason())));
        }
        return Value.EMPTY;
    }

    private Value file(String operation, boolean hasText) {
        var text = Text.stripped(operation);
        if (text.startsWith(">")) {
            throw state.refused("LB1224", "$(file) writes a file, which is not supported");
        }
        var path = text.startsWith("<") ? Text.stripped(text.substring(1)) : "";
        if (path.isEmpty() || hasText) {
            throw state.stop("file: " + (hasText ? "too many arguments" : "invalid file operation: " + operation));
        }
        return known(state.host.file(path, state.at()),
                content -> Value.of(content.endsWith("\n") ? content.replaceFirst("\r?\n$", "") : content));
    }

    private Value condition(List<String> arguments) {
        var empty = expander.expandStripped(arguments.get(0)).isEmpty();
        var otherwise = arguments.size() > 2 ? arguments.get(2) : "";
        return switch (empty) {
            case Truth.Decided(boolean isEmpty) -> expander.expand(isEmpty ? otherwise : arguments.get(1));
            case Truth.Undecided(var reason) -> state.guarded(reason, () -> Value.either(
                    expander.expand(arguments.get(1)), expander.expand(otherwise), reason));
        };
    }

    private Value or(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var value = expander.expandStripped(arguments.get(i));
            if (value.isEmpty() instanceof Truth.Undecided(var reason)) {
                var rest = arguments.subList(i + 1, arguments.size());
                var other = state.guarded(reason, () -> or(rest));
                return other.known().filter(text -> !text.isBlank()).isPresent()
                        ? Value.undecidedWord(reason) : Value.undecided(reason);
            }
            if (value.isEmpty().isFalse()) {
                return value;
            }
        }
        return Value.EMPTY;
    }

    private Value and(List<String> arguments) {
        Value last = Value.EMPTY;
        for (int i = 0; i < arguments.size(); i++) {
            last = expander.expandStripped(arguments.get(i));
            if (last.isEmpty().isTrue()) {
                return Value.EMPTY;
            }
            if (last.isEmpty() instanceof Truth.Undecided(var reason) && i + 1 < arguments.size()) {
                var rest = arguments.subList(i + 1, arguments.size());
                return Value.either(Value.EMPTY, state.guarded(reason, () -> and(rest)), reason);
            }
        }
        return last;
    }

    private Variable automatic(Value value) {
        return Variable.of(value, false, VariableOrigin.AUTOMATIC, state.at());
    }

    private Value inScope(Map<String, Variable> scope, String body) {
        state.variables.push(scope);
        try {
            return expander.expand(body);
        } finally {
            state.variables.pop();
        }
    }

    private Value forEach(String name, String list, String body) {
        var variable = expander.expand(name);
        var words = expander.expand(list);
        var undecided = variable.why().or(words::why);
        if (undecided.isPresent()) {
            var any = automatic(Value.undecidedWord(undecided.get()));
            state.guarded(undecided.get(), () -> inScope(
                    Map.of(variable.known().map(Text::stripped).orElse(""), any), body));
            return Value.undecided(undecided.get());
        }
        var out = new ValueBuilder(state.budget);
        var separator = "";
        for (var word : Text.words(words.known().orElseThrow())) {
            out.add(separator).add(inScope(
                    Map.of(Text.stripped(variable.known().orElseThrow()), automatic(Value.of(word))), body));
            separator = " ";
        }
        return out.build();
    }

    private Value let(String names, String list, String body) {
        var variables = expander.expand(names);
        var value = expander.expand(list);
        if (variables.why().isPresent()) {
            var reason = variables.why().get();
            state.guarded(reason, () -> expander.expand(body));
            return Value.undecided(reason);
        }
        var scope = new HashMap<String, Variable>();
        var all = Text.words(variables.known().orElseThrow());
        int at = 0;
        var text = value.known().orElse("");
        for (int i = 0; i < all.size(); i++) {
            int start = Text.skipSpace(text, at);
            int end = i + 1 < all.size() ? Text.endOfWord(text, start) : text.length();
            scope.put(all.get(i), automatic(value.why().map(Value::undecided)
                    .orElse(Value.of(text.substring(start, end)))));
            at = end;
        }
        return inScope(scope, body);
    }

    private Value compare(List<String> arguments) {
        var left = expander.expand(arguments.get(0));
        var right = expander.expand(arguments.get(1));
        var undecided = left.why().or(right::why);
        if (undecided.isPresent()) {
            arguments.subList(2, arguments.size()).forEach(
                    part -> state.guarded(undecided.get(), () -> expander.expand(part)));
            return Value.undecided(undecided.get());
        }
        try {
            var leftNumber = TextFunctions.integer(
                    left.known().orElseThrow(), "non-numeric first argument to 'intcmp' function");
            var rightNumber = TextFunctions.integer(
                    right.known().orElseThrow(), "non-numeric second argument to 'intcmp' function");
            int order = leftNumber.compareTo(rightNumber);
            if (arguments.size() == 2) {
                return Value.of(order == 0 ? leftNumber.toString() : "");
            }
            int part = order < 0 ? 2 : order > 0 && arguments.size() > 4 ? 4 : 3;
            return part < arguments.size() ? expander.expand(arguments.get(part)) : Value.EMPTY;
        } catch (WrongArgument wrong) {
            throw state.stop(wrong.getMessage());
        }
    }

    private Value callVariable(List<Value> arguments) {
        return switch (arguments.getFirst()) {
            case Value.Undecided u -> {
                // It may be any function, or a variable that evaluates text.
                state.variables.forget(Value.undecided(u.reason()), new Reason(
                        "a function that is not decided is called and may set any variable", state.at(),
                        Optional.of(u.reason())));
                yield Value.undecided(u.reason());
            }
            case Value.Known(var text) -> {
                int start = Text.skipSpace(text, 0);
                yield callNamed(text.substring(start, Text.endOfWord(text, start)), arguments);
            }
        };
    }

    private Value callNamed(String name, List<Value> arguments) {
        var others = arguments.subList(1, arguments.size());
        var answer = state.host.call(name, others, evaluator, state.at());
        if (answer.isPresent()) {
            return answer.get();
        }
        var function = BuiltIn.named(name);
        if (function.isPresent()) {
            return callFunction(function.get(), others);
        }
        var variable = expander.find(name);
        return variable.isPresent() ? callVariable(name, variable.get(), arguments) : Value.EMPTY;
    }

    private Value callFunction(BuiltIn function, List<Value> arguments) {
        if (!function.lazy()) {
            return eager(function, arguments);
        }
        var undecided = arguments.stream().flatMap(argument -> argument.why().stream()).findFirst();
        return undecided.map(Value::undecided).orElseGet(() ->
                lazy(function, arguments.stream().map(argument -> argument.known().orElseThrow()).toList()));
    }

    private Value callVariable(String name, Variable variable, List<Value> arguments) {
        var scope = new HashMap<String, Variable>();
        for (int i = 0; i < Math.max(arguments.size(), mostArguments); i++) {
            scope.put(Integer.toString(i), automatic(i < arguments.size() ? arguments.get(i) : Value.EMPTY));
        }
        scope.put("0", automatic(Value.of(name)));
        int outer = mostArguments;
        mostArguments = Math.max(arguments.size(), mostArguments);
        state.variables.push(scope);
        try {
            return expander.called(name, variable);
        } finally {
            state.variables.pop();
            mostArguments = outer;
        }
    }
}
