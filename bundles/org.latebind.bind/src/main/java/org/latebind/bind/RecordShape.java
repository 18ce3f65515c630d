package org.latebind.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Takes records of the syntax tree apart and puts them together, whatever their type. */
record RecordShape(List<RecordComponent> components, Constructor<?> constructor) {
    static RecordShape of(Class<?> type) {
        var components = List.of(type.getRecordComponents());
        try {
            return new RecordShape(components, type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    Object[] values(Record node) {
        var values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = components.get(i).getAccessor().invoke(node);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + node.getClass(), e);
            }
        }
        return values;
    }

    Record with(Object[] values) {
        try {
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor + " of " + Arrays.toString(values), e);
        }
    }
}
