package org.latebind.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.s390x.S390Target;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.TargetDescription;

class DeployedTargetsTest {
    private final TargetDescription older = new X86Target();
    private final TargetDescription newer = new X86Target();
    private final TargetDescription other = new S390Target();
    private final DeployedTargets targets = new DeployedTargets();

    private static Map<String, Object> id(long number) {
        return Map.of("service.id", number);
    }

    @Test
    void theNewerRevisionIsTakenWhicheverComesFirst() {
        targets.add(newer, id(30));
        targets.add(other, id(20));
        targets.add(older, id(10));
        assertEquals(List.of(other, newer), targets.all());
        assertSame(newer, targets.named("x86_64"));
    }

    @Test
    void theOlderIsBackWhenTheNewerGoes() {
        targets.add(older, id(10));
        targets.add(newer, id(30));
        targets.remove(newer, id(30));
        assertSame(older, targets.named("x86_64"));
        targets.remove(older, id(10));
        assertEquals(List.of(), targets.all());
    }

    @Test
    void anArchitectureHasSeveralNames() {
        targets.add(older, id(10));
        assertEquals(Optional.of(older), targets.called("amd64"));
        assertEquals(Optional.empty(), targets.called("pdp11"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        var told = assertThrows(DiagnosticException.class, () -> targets.named("pdp11"));
        assertEquals("LB9102", told.diagnostic().code());
    }
}
