package org.latebind.appliance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/** What a bundle says of the settings of one of its services. */
final class Settings {
    private final Map<String, AttributeDefinition> attributes;

    Settings(ObjectClassDefinition definition) {
        attributes = Stream.of(definition.getAttributeDefinitions(ObjectClassDefinition.ALL))
                .collect(Collectors.toMap(AttributeDefinition::getID, each -> each, (a, b) -> a, TreeMap::new));
    }

    TreeSet<String> names() {
        return new TreeSet<>(attributes.keySet());
    }

    String description(String name) {
        return attributes.get(name).getDescription();
    }

    /** What is wrong with a value. */
    Optional<String> problem(String name, String value) {
        var attribute = attributes.get(name);
        var problem = attribute.validate(value);
        if (problem == null || problem.isEmpty()) {
            return Optional.empty();
        }
        var options = attribute.getOptionValues();
        return Optional.of("'" + value + "' is not " + (options != null && options.length > 0
                ? "one of " + Arrays.stream(options).collect(Collectors.joining(", "))
                : typeName(attribute.getType())));
    }

    private static String typeName(int type) {
        return switch (type) {
            case AttributeDefinition.INTEGER, AttributeDefinition.LONG, AttributeDefinition.SHORT -> "a number that it takes";
            case AttributeDefinition.BOOLEAN -> "true or false";
            default -> "a value that it takes";
        };
    }
}
