package org.latebind.ir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;

/**
 * Reads what {@link RecordPrinter} prints, guided by the declared types: only records that a sealed
 * interface permits can come out.
 */
final class RecordReader {
    private static final int DEEPEST = 2_000;

    private final TextCursor text;
    private final SourceFile file;
    private final List<Token> tokens;
    private final Map<Class<?>, Map<String, Class<?>>> permitted = new HashMap<>();
    private int depth;

    RecordReader(TextCursor text, SourceFile file, List<Token> tokens) {
        this.text = text;
        this.file = file;
        this.tokens = tokens;
    }

    /** A list of records of one type. */
    <T> List<T> readList(Class<T> element) {
        var result = new ArrayList<T>();
        text.expect('[');
        while (!text.accept(']')) {
            result.add(element.cast(read(element, Map.of())));
        }
        return result;
    }

    private Object read(Type type, Map<TypeVariable<?>, Type> bound) {
        return switch (type) {
            case TypeVariable<?> variable -> read(bound.get(variable), Map.of());
            case ParameterizedType generic -> readGeneric(generic, bound);
            case Class<?> c -> readClass(c, Map.of());
            default -> throw text.wrong("a type this version does not know");
        };
    }

    private Object readGeneric(ParameterizedType generic, Map<TypeVariable<?>, Type> bound) {
        var raw = (Class<?>) generic.getRawType();
        var argument = resolved(generic.getActualTypeArguments()[0], bound);
        if (raw == Optional.class) {
            return text.accept('-') ? Optional.empty() : Optional.of(read(argument, bound));
        }
        if (raw == List.class) {
            var result = new ArrayList<>();
            text.expect('[');
            while (!text.accept(']')) {
                result.add(read(argument, bound));
            }
            return result;
        }
        if (raw == Set.class && argument instanceof Class<?> c && c.isEnum()) {
            return readSet(c);
        }
        return readClass(raw, Map.of(raw.getTypeParameters()[0], argument));
    }

    private static Type resolved(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return bound.get(variable);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            var arguments = Arrays.stream(generic.getActualTypeArguments()).map(a -> resolved(a, bound)).toArray(Type[]::new);
            return new BoundType(raw, arguments);
        }
        return type;
    }

    /** A generic type whose variables have been replaced. */
    private record BoundType(Class<?> raw, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object readSet(Class<?> constants) {
        var result = EnumSet.noneOf((Class<Enum>) constants);
        text.expect('{');
        while (!text.accept('}')) {
            result.add(constant(constants));
        }
        return result;
    }

    private Enum<?> constant(Class<?> constants) {
        var name = text.word();
        return Arrays.stream(constants.getEnumConstants())
                .map(c -> (Enum<?>) c)
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> text.wrong("'" + name + "' is no " + constants.getSimpleName()));
    }

    private Object readClass(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (type == String.class) {
            return text.quoted();
        }
        if (type == int.class) {
            return text.number();
        }
        if (type == boolean.class) {
            return text.word().equals("true");
        }
        if (type == Span.class) {
            return readSpan();
        }
        if (type == Token.class) {
            text.expect('#');
            return token(text.number());
        }
        if (type.isEnum()) {
            return constant(type);
        }
        return readRecord(type, bound);
    }

    private Token token(int index) {
        if (index < 0 || index >= tokens.size()) {
            throw text.wrong("token " + index + " is not in the file");
        }
        return tokens.get(index);
    }

    private Span readSpan() {
        int first = text.number();
        text.expect(':');
        int end = text.number();
        text.expect('@');
        int line = text.number();
        text.expect(':');
        int column = text.number();
        if (first < 0 || end < first || end > tokens.size()) {
            throw text.wrong("tokens " + first + " to " + end + " are not in the file");
        }
        return new Span(line == 0 ? Position.NONE : new Position(file, line, column), first, end);
    }

    private Object readRecord(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (++depth > DEEPEST) {
            throw text.wrong("nested deeper than " + DEEPEST);
        }
        text.expect('(');
        var name = text.word();
        var record = permittedBy(type).get(name);
        if (record == null) {
            throw text.wrong("'" + name + "' is no " + type.getSimpleName());
        }
        var components = record.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(components[i].getGenericType(), bound);
        }
        text.expect(')');
        depth--;
        return construct(record, components, values);
    }

    private Object construct(Class<?> record, RecordComponent[] components, Object[] values) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw text.wrong("not a valid " + record.getSimpleName() + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The records that may stand where a type is declared, by simple name. */
    private Map<String, Class<?>> permittedBy(Class<?> type) {
        var known = permitted.get(type);
        if (known == null) {
            known = new HashMap<>();
            collect(type, known);
            permitted.put(type, known);
        }
        return known;
    }

    private static void collect(Class<?> type, Map<String, Class<?>> into) {
        if (type.isRecord()) {
            into.put(type.getSimpleName(), type);
        } else if (type.isSealed()) {
            for (var sub : type.getPermittedSubclasses()) {
                collect(sub, into);
            }
        }
    }
}
