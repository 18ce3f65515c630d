package org.latebind.pass.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A pass that is there now.
 *
 * @param consumes full names of artifact types
 * @param produces full names of artifact types
 * @param arch empty where it serves all
 * @param options names of the options that it reads
 * @param bundle symbolic name of the bundle that provides it
 * @param version that bundle's version
 * @param attributes all attributes of its capability, the ones above included, for filters
 */
public record PassDescription(
        String name,
        List<String> consumes,
        List<String> produces,
        String arch,
        List<String> options,
        String bundle,
        String version,
        Map<String, Object> attributes) {
    public PassDescription {
        Objects.requireNonNull(name);
        consumes = List.copyOf(consumes);
        produces = List.copyOf(produces);
        Objects.requireNonNull(arch);
        options = List.copyOf(options);
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(version);
        attributes = Map.copyOf(attributes);
    }
}
