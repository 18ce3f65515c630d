package org.latebind.shell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that read text and write text. */
final class Filters {
    private final Call call;

    Filters(Call call) {
        this.call = call;
    }

    int cat() {
        var options = Options.read(call, "u", "", Map.of());
        boolean failed = false;
        for (var input : call.inputs(options.operands())) {
            input.ifPresent(call::print);
            failed |= input.isEmpty();
        }
        return failed ? call.fail(1) : 0;
    }

    private int count(String text) {
        if (!text.matches("[0-9]{1,7}")) {
            throw call.notCovered(text);
        }
        return Integer.parseInt(text);
    }

    /** {@code -3} is {@code -n 3}. */
    private Call oldCount() {
        var words = new ArrayList<String>();
        for (var word : call.arguments()) {
            if (word.matches("-[0-9]+")) {
                words.add("-n");
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return new Call(call.name(), words, call.io(), call.interpreter());
    }

    int head() {
        var options = Options.read(oldCount(), "q", "nc", Map.of("lines", 'n', "bytes", 'c'));
        return ends(options, text -> options.has('c')
                ? text.substring(0, Math.min(text.length(), count(options.value('c').get())))
                : firstLines(text, options.value('n').orElse("10")));
    }

    private String firstLines(String text, String number) {
        boolean allBut = number.startsWith("-");
        int lines = count(allBut ? number.substring(1) : number);
        int total = Call.lines(text).size();
        return prefix(text, allBut ? Math.max(0, total - lines) : Math.min(lines, total));
    }

    /** The first lines with their line feeds. */
    private static String prefix(String text, int lines) {
        int at = 0;
        for (int i = 0; i < lines; i++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return text.substring(0, at);
    }

    int tail() {
        var options = Options.read(oldCount(), "q", "nc", Map.of("lines", 'n', "bytes", 'c'));
        return ends(options, text -> {
            if (options.has('c')) {
                return text.substring(Math.max(0, text.length() - count(options.value('c').get())));
            }
            var number = options.value('n').orElse("10");
            int total = Call.lines(text).size();
            int skipped = number.startsWith("+") ? Math.max(0, count(number.substring(1)) - 1)
                    : Math.max(0, total - count(number));
            return text.substring(prefix(text, Math.min(total, skipped)).length());
        });
    }

    private int ends(Options options, java.util.function.UnaryOperator<String> part) {
        if (options.operands().size() > 1) {
            throw call.notCovered("several files");
        }
        var input = call.inputs(options.operands()).getFirst();
        if (input.isEmpty()) {
            return call.fail(1);
        }
        call.print(part.apply(call.world().inspect(input.get())));
        return 0;
    }

    private Optional<List<String>> lines(List<String> files) {
        var lines = new ArrayList<String>();
        for (var input : call.inputs(files)) {
            if (input.isEmpty()) {
                return Optional.empty();
            }
            lines.addAll(Call.lines(call.world().inspect(input.get())));
        }
        return Optional.of(lines);
    }

    int cut() {
        var options = Options.read(call, "sn", "dfcb",
                Map.of("delimiter", 'd', "fields", 'f', "characters", 'c', "bytes", 'b', "only-delimited", 's'));
        var list = options.value('f').or(() -> options.value('c')).or(() -> options.value('b'));
        if (list.isEmpty() || options.value('d').filter(d -> d.length() != 1).isPresent()) {
            throw call.notCovered("that");
        }
        var ranges = ranges(list.get());
        var lines = lines(options.operands());
        if (lines.isEmpty()) {
            return call.fail(1);
        }
        for (var line : lines.get()) {
            if (options.has('f')) {
                cutFields(line, options.value('d').orElse("\t"), ranges, options.has('s'));
            } else {
                var kept = new StringBuilder();
                for (int i = 0; i < line.length(); i++) {
                    if (isIn(ranges, i + 1)) {
                        kept.append(line.charAt(i));
                    }
                }
                call.print(kept + "\n");
            }
        }
        return 0;
    }

    private void cutFields(String line, String delimiter, List<int[]> ranges, boolean onlyDelimited) {
        if (!line.contains(delimiter)) {
            call.print(onlyDelimited ? "" : line + "\n");
            return;
        }
        var fields = line.split(java.util.regex.Pattern.quote(delimiter), -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < fields.length; i++) {
            if (isIn(ranges, i + 1)) {
                kept.add(fields[i]);
            }
        }
        call.print(String.join(delimiter, kept) + "\n");
    }

    private List<int[]> ranges(String list) {
        var ranges = new ArrayList<int[]>();
        for (var range : list.split("[, ]")) {
            if (!range.matches("[0-9]+|[0-9]+-[0-9]*|-[0-9]+")) {
                throw call.notCovered(list);
            }
            int dash = range.indexOf('-');
            int from = dash == 0 ? 1 : count(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : dash + 1 == range.length() ? Integer.MAX_VALUE : count(range.substring(dash + 1));
            if (from == 0 || to < from) {
                throw call.notCovered(list);
            }
            ranges.add(new int[] {from, to});
        }
        return ranges;
    }

    private static boolean isIn(List<int[]> ranges, int number) {
        return ranges.stream().anyMatch(range -> number >= range[0] && number <= range[1]);
    }

    int tr() {
        var options = Options.read(call, "dscC", "", Map.of("delete", 'd', "squeeze-repeats", 's', "complement", 'c'));
        boolean delete = options.has('d');
        boolean squeeze = options.has('s');
        boolean complement = options.has('c') || options.has('C');
        var sets = options.operands();
        if (sets.isEmpty() || sets.size() > 2 || sets.size() == 2 && delete || sets.size() == 1 && !delete && !squeeze) {
            throw call.notCovered("that");
        }
        var from = new CharacterSet(call, sets.getFirst()).characters();
        var to = sets.size() == 2 ? new CharacterSet(call, sets.get(1)).characters() : "";
        if (sets.size() == 2 && to.isEmpty() || complement && to.length() > 1) {
            throw call.notCovered("that");
        }
        var result = new StringBuilder();
        for (char c : call.world().inspect(call.standardInput()).toCharArray()) {
            int index = from.lastIndexOf(c);
            boolean is = index >= 0 != complement;
            char mapped = is && !to.isEmpty() ? to.charAt(complement ? 0 : Math.min(index, to.length() - 1)) : c;
            if (is && delete) {
                continue;
            }
            boolean squeezed = squeeze && !result.isEmpty() && result.charAt(result.length() - 1) == mapped
                    && (to.isEmpty() ? is : to.indexOf(mapped) >= 0);
            if (!squeezed) {
                result.append(mapped);
            }
        }
        call.print(result.toString());
        return 0;
    }

    int uniq() {
        var options = Options.read(call, "cdu", "", Map.of());
        if (options.operands().size() > 1) {
            throw call.notCovered("an output");
        }
        var lines = lines(options.operands());
        if (lines.isEmpty()) {
            return call.fail(1);
        }
        for (int i = 0; i < lines.get().size(); ) {
            int next = i;
            while (next < lines.get().size() && lines.get().get(next).equals(lines.get().get(i))) {
                next++;
            }
            int times = next - i;
            if (!(options.has('d') && times == 1) && !(options.has('u') && times > 1)) {
                call.print((options.has('c') ? String.format("%7d ", times) : "") + lines.get().get(i) + "\n");
            }
            i = next;
        }
        return 0;
    }

    int wc() {
        var options = Options.read(call, "lwcm", "", Map.of("lines", 'l', "words", 'w', "bytes", 'c', "chars", 'm'));
        long kinds = "lwcm".chars().filter(c -> options.has((char) c)).count();
        if (kinds != 1 || options.operands().size() > 1) {
            throw call.notCovered("several counts");
        }
        var input = call.inputs(options.operands()).getFirst();
        if (input.isEmpty()) {
            return call.fail(1);
        }
        var text = call.world().inspect(input.get());
        long number = options.has('l') ? text.chars().filter(c -> c == '\n').count()
                : options.has('w') ? java.util.Arrays.stream(text.split("[ \t\n\u000b\f\r]+"))
                        .filter(word -> !word.isEmpty()).count()
                : text.length();
        call.print(number + (options.operands().isEmpty() ? "" : " " + options.operands().getFirst()) + "\n");
        return 0;
    }

    int tac() {
        var lines = lines(Options.read(call, "", "", Map.of()).operands());
        if (lines.isEmpty()) {
            return call.fail(1);
        }
        lines.get().reversed().forEach(line -> call.print(line + "\n"));
        return 0;
    }

    int rev() {
        var lines = lines(Options.read(call, "", "", Map.of()).operands());
        if (lines.isEmpty()) {
            return call.fail(1);
        }
        lines.get().forEach(line -> call.print(new StringBuilder(line).reverse() + "\n"));
        return 0;
    }

    int sort() {
        var options = Options.read(call, "VnruCcsf", "kt",
                Map.of("version-sort", 'V', "numeric-sort", 'n', "reverse", 'r', "unique", 'u', "key", 'k'));
        if (options.has('f')) {
            throw call.notCovered("-f");
        }
        var lines = lines(options.operands());
        if (lines.isEmpty()) {
            return call.fail(2);
        }
        var keys = keys(options);
        Comparator<String> order = options.has('s') || options.has('u') ? keys
                : keys.thenComparing(options.has('r') ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder());
        if (options.has('C') || options.has('c')) {
            for (int i = 1; i < lines.get().size(); i++) {
                int compared = order.compare(lines.get().get(i - 1), lines.get().get(i));
                if (compared > 0 || compared == 0 && options.has('u')) {
                    return options.has('C') ? 1 : call.fail(1);
                }
            }
            return 0;
        }
        var sorted = new ArrayList<>(lines.get());
        sorted.sort(order);
        for (int i = 0; i < sorted.size(); i++) {
            if (!options.has('u') || i == 0 || keys.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
                call.print(sorted.get(i) + "\n");
            }
        }
        return 0;
    }

    private Comparator<String> keys(Options options) {
        if (options.all('k').isEmpty()) {
            return key(options, "");
        }
        if (options.all('k').size() > 1 || options.value('t').filter(t -> t.length() == 1).isEmpty()) {
            throw call.notCovered("-k without -t");
        }
        var key = options.value('k').get();
        if (!key.matches("[1-9][0-9]?(,[1-9][0-9]?)?[nrV]*")) {
            throw call.notCovered("-k " + key);
        }
        var numbers = key.replaceAll("[nrV]", "").split(",");
        int from = count(numbers[0]);
        int to = numbers.length > 1 ? count(numbers[1]) : Integer.MAX_VALUE;
        var separator = options.value('t').get();
        var own = key.replaceAll("[^nrV]", "");
        return Comparator.comparing(line -> {
            var fields = List.of(line.split(java.util.regex.Pattern.quote(separator), -1));
            return from > fields.size() ? ""
                    : String.join(separator, fields.subList(from - 1, Math.max(from - 1, Math.min(to, fields.size()))));
        }, key(options, own));
    }

    private static Comparator<String> key(Options options, String own) {
        boolean inherits = own.isEmpty();
        Comparator<String> order = inherits && options.has('V') || own.contains("V") ? Versions::compare
                : inherits && options.has('n') || own.contains("n") ? Comparator.comparing(Filters::number)
                : Comparator.naturalOrder();
        return inherits && options.has('r') || own.contains("r") ? order.reversed() : order;
    }

    private static BigDecimal number(String line) {
        var matcher = java.util.regex.Pattern.compile("[ \t]*(-?[0-9]*(?:\\.[0-9]*)?)").matcher(line);
        var digits = matcher.lookingAt() ? matcher.group(1) : "";
        if (digits.matches("-?\\.?")) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits).stripTrailingZeros();
    }
}
