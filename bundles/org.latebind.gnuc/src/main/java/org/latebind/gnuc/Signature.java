package org.latebind.gnuc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a builtin takes and gives, written as C writes a function's type: {@code size_t(const char *)}.
 *
 * <p>Types are those of {@link SignatureType.Base}. A {@code ?} behind a parameter's type: the argument, and those
 * after it, may be left out. {@code ...} at the end: more arguments.
 */
public record Signature(SignatureType result, List<SignatureType> parameters, int required, boolean variadic) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    static Signature parse(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            throw new IllegalArgumentException("no signature: '" + text + "'");
        }
        var parameters = new ArrayList<SignatureType>();
        boolean variadic = false;
        int required = -1;
        var list = text.substring(open + 1, text.length() - 1);
        for (var part : list.isEmpty() ? List.<String>of() : List.of(list.split(", "))) {
            if (part.equals("...")) {
                variadic = true;
            } else {
                if (part.endsWith("?") && required < 0) {
                    required = parameters.size();
                }
                parameters.add(SignatureType.parse(part.replace("?", "")));
            }
        }
        return new Signature(SignatureType.parse(text.substring(0, open)), parameters,
                required < 0 ? parameters.size() : required, variadic);
    }

    @Override
    public String toString() {
        var list = new ArrayList<String>();
        for (int i = 0; i < parameters.size(); i++) {
            list.add(parameters.get(i) + (i < required ? "" : "?"));
        }
        return Stream.concat(list.stream(), variadic ? Stream.of("...") : Stream.empty())
                .collect(Collectors.joining(", ", result + "(", ")"));
    }
}
