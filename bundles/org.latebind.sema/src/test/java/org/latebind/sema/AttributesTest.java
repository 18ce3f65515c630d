package org.latebind.sema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latebind.gnuc.GnuAttribute;

/** Each row of the table of attributes is read: none is unknown, and those without effect are passed over. */
class AttributesTest {
    @ParameterizedTest
    @EnumSource(GnuAttribute.class)
    void isKnown(GnuAttribute attribute) {
        var messages = Source.of("int f(void) __attribute__((__" + attribute.spelling() + "__));").messages();
        switch (attribute.effect()) {
            case WARNINGS, INSTRUMENTATION, PROMISE, DONE_ANYWAY -> assertEquals("", messages);
            case REFUSED -> assertTrue(messages.contains("error[LB4020]"), messages);
            case OTHER_CONVENTION -> assertTrue(messages.contains("warning[LB4019]"), messages);
            default -> assertTrue(!messages.contains("is not known"), messages);
        }
    }
}
