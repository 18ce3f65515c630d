package org.latebind.headers.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The numbers of the spellings that the sections of tokens hold. */
final class SpellingNumbers {
    private final Map<String, Integer> shared = new HashMap<>();
    private final List<Map<String, Integer>> local = new ArrayList<>();

    void share(Spelling spelling, int number) {
        shared.putIfAbsent(spelling.text(), number);
    }

    void add(int block, Spelling spelling, int number) {
        while (local.size() <= block) {
            local.add(new HashMap<>());
        }
        local.get(block).putIfAbsent(spelling.text(), number);
    }

    OptionalInt shared(String text) {
        var number = shared.get(text);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    OptionalInt local(int block, String text) {
        var number = block < local.size() ? local.get(block).get(text) : null;
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
