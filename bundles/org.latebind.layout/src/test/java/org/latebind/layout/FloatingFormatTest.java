package org.latebind.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.DataModel.FloatFormat;

/** IEEE 754 encodings, with the JVM's own as the oracle. */
class FloatingFormatTest {
    @Test
    void doublesAreEncodedAsTheJvmDoes() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                var bits = FloatingFormat.DOUBLE.encode(new Constant.Real(new BigDecimal(value)));
                assertEquals(Double.doubleToRawLongBits(value), bits.longValue(), () -> "of " + value);
            }
        }
    }

    @Test
    void decimalsAreRoundedToTheNearestFloat() {
        for (var text : new String[] {"0.1", "1e-45", "3.4028235e38", "16777217", "1.17549435e-38", "7.006e-46"}) {
            var bits = FloatingFormat.SINGLE.encode(new Constant.Real(new BigDecimal(text)));
            assertEquals(Float.floatToRawIntBits(Float.parseFloat(text)), bits.intValue(), text);
        }
    }

    @Test
    void negativeZeroKeepsItsSign() {
        assertEquals(
                BigInteger.ONE.shiftLeft(63), FloatingFormat.DOUBLE.encode(new Constant.Real(BigDecimal.ZERO, true)));
    }

    @Test
    void extendedPrecisionStoresItsLeadingBit() {
        var one = FloatingFormat.of(FloatFormat.EXTENDED_80).encode(new Constant.Real(BigDecimal.ONE));
        assertEquals("3fff8000000000000000", one.toString(16));
    }
}
