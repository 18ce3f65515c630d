package org.latebind.llvm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How LLVM is run; from the component's configuration ({@value #PID}), else from framework
 * properties that begin with {@code org.latebind.llvm.}.
 *
 * @param worker {@code isolation=worker}: in processes of its own; else in this process
 * @param natives {@code natives}: folder of the extracted native libraries, may be read-only; where
 *     it is not given they are extracted at each start
 * @param jar {@code jar}: this bundle's jar as a file, for workers' class path
 * @param workers {@code workers}: how many processes at most
 * @param timeoutSeconds {@code timeout}: after how long a worker is given up
 */
record LlvmSettings(boolean worker, Optional<Path> natives, Optional<Path> jar, int workers, long timeoutSeconds) {
    static final String PID = "org.latebind.llvm";

    static LlvmSettings from(Map<String, Object> configuration, Function<String, String> framework) {
        Function<String, Optional<String>> get = key -> Optional.ofNullable(configuration.get(key))
                .map(Object::toString)
                .or(() -> Optional.ofNullable(framework.apply(PID + "." + key)))
                .filter(value -> !value.isBlank());
        return new LlvmSettings(
                get.apply("isolation").filter("worker"::equals).isPresent(),
                get.apply("natives").map(Path::of),
                get.apply("jar").map(Path::of),
                Math.max(1, get.apply("workers").map(Integer::parseInt).orElse(2)),
                Math.max(1, get.apply("timeout").map(Long::parseLong).orElse(600L)));
    }
}
