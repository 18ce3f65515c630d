package org.latebind.headers.store;

import java.util.Optional;
import org.latebind.syntax.api.DeclarationOutline.Kind;
import org.latebind.token.api.Macro.Form;

/** Numbers of the event logs' format; they do not change with the enums. */
final class EventCodes {
    /** What follows a run. */
    static final int END = 0;
    static final int COMPUTED = 1;
    static final int INCLUDE = 8;
    /** Flags of {@link #INCLUDE}. */
    static final int ANGLED = 1;
    static final int NEXT = 2;
    static final int ONCE = 4;

    /** A declaration's shape: its kind, and these flags. */
    static final int KIND_MASK = 7;
    static final int MAKES_SOMETHING = 8;
    /** The first of four lists of names is there; the others' flags follow. */
    static final int FIRST_LIST = 16;

    private EventCodes() {}

    static int code(Kind kind) {
        return switch (kind) {
            case FUNCTION_DEFINITION -> 0;
            case DECLARATION -> 1;
            case ASSERTION -> 2;
            case FILE_ASM -> 3;
            case PRAGMA -> 4;
            case EMPTY -> 5;
        };
    }

    static Optional<Kind> kind(int code) {
        return java.util.Arrays.stream(Kind.values()).filter(kind -> code(kind) == code).findFirst();
    }

    static int code(Form form) {
        return switch (form) {
            case OBJECT -> 0;
            case FUNCTION -> 1;
            case BUILT_IN -> 2;
        };
    }

    static Optional<Form> form(int code) {
        return java.util.Arrays.stream(Form.values()).filter(form -> code(form) == code).findFirst();
    }
}
