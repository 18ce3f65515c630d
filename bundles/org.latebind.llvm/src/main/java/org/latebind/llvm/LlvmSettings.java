package org.latebind.llvm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How LLVM is run; from the component's configuration ({@value #PID}), else from framework
 * properties that begin with {@code org.latebind.llvm.}.
 *
 * @param worker {@code isolation=worker}: in processes of its own; {@code none}: in this process
 * @param natives {@code natives}: folder of the extracted native libraries, may be read-only; where
 *     it is not given they are extracted at each start
 * @param jar {@code jar}: this bundle's jar as a file, for workers' class path
 * @param workers {@code workers}: how many processes at most
 * @param timeoutSeconds {@code timeout}: after how long a worker is given up
 */
record LlvmSettings(boolean worker, Optional<Path> natives, Optional<Path> jar, int workers, long timeoutSeconds) {
    static final String PID = "org.latebind.llvm";

    /** @throws IllegalArgumentException with the setting's name, where a value is wrong */
    static LlvmSettings from(Map<String, Object> configuration, Function<String, String> framework) {
        Function<String, Optional<String>> get = key -> Optional.ofNullable(configuration.get(key))
                .map(Object::toString)
                .or(() -> Optional.ofNullable(framework.apply(PID + "." + key)))
                .filter(value -> !value.isBlank());
        return new LlvmSettings(
                isWorker(get.apply("isolation").orElse("none")),
                get.apply("natives").map(Path::of),
                get.apply("jar").map(Path::of),
                (int) positive("workers", get.apply("workers").orElse("2"), Integer.MAX_VALUE),
                positive("timeout", get.apply("timeout").orElse("600"), Integer.MAX_VALUE));
    }

    private static boolean isWorker(String isolation) {
        return switch (isolation) {
            case "worker" -> true;
            case "none" -> false;
            default -> throw wrong("isolation", isolation, "one of worker, none");
        };
    }

    private static long positive(String key, String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(key, value, "a whole number from 1 on");
    }

    private static IllegalArgumentException wrong(String key, String value, String right) {
        return new IllegalArgumentException("setting '" + PID + "." + key + "': '" + value + "' is not " + right);
    }
}
