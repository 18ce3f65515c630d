package org.latebind.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of {@code latebind shell}, the one command that takes other bundles than the rest.
 *
 * @param deployFolder {@code --deploy}
 * @param script commands to run
 * @param isInteractive whether a person types
 */
record ShellWords(Optional<String> deployFolder, List<String> script, boolean isInteractive) {

    /** Empty where the words are another command's, or not right: then the command's own parser tells. */
    static Optional<ShellWords> of(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("shell")) {
            return Optional.empty();
        }
        var deploy = Optional.<String>empty();
        var script = new ArrayList<String>();
        for (int i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--deploy") && i + 1 < words.size()) {
                deploy = Optional.of(words.get(++i));
            } else if (word.startsWith("--deploy=")) {
                deploy = Optional.of(word.substring("--deploy=".length()));
            } else if (word.startsWith("-")) {
                return Optional.empty();
            } else {
                script.add(word);
            }
        }
        boolean interactive = script.isEmpty() && System.getProperty("latebind.terminals", "").startsWith("01");
        return Optional.of(new ShellWords(deploy, script, interactive));
    }
}
