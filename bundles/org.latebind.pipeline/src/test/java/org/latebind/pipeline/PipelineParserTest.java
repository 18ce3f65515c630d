package org.latebind.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latebind.diagnostics.api.DiagnosticException;

class PipelineParserTest {
    @Test
    void readsEveryKindOfLine() {
        var pipeline = PipelineParser.parse("p", """
                # comment
                input A
                input org.b.B
                output C

                pass bind
                pass codegen (&(arch=${arch})(bundle=*x)) level=2 name=a=b # why
                pass (produces=*.D)
                """);
        assertEquals(List.of("A", "org.b.B"), pipeline.inputs());
        assertEquals(List.of("C"), pipeline.outputs());
        assertEquals(3, pipeline.stages().size());
        var codegen = pipeline.stages().get(1);
        assertEquals(Optional.of("codegen"), codegen.passName());
        assertEquals(Optional.of("(&(arch=${arch})(bundle=*x))"), codegen.filter());
        assertEquals(Map.of("level", "2", "name", "a=b"), codegen.options());
        assertEquals("p.pipeline:7:1", codegen.where().toString());
        assertEquals(Optional.empty(), pipeline.stages().get(2).passName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stage bind           | p.pipeline:1:1 | 'stage' does not begin a pipeline line
            pass                 | p.pipeline:1:1 | a pass line needs a name or a filter
            pass a b             | p.pipeline:1:1 | 'b' has no place in a pass line
            pass a (x=1          | p.pipeline:1:1 | the filter's parentheses do not match: (x=1
            input                | p.pipeline:1:1 | expected the name of an artifact type, found ''
            # nothing            | p.pipeline:1:1 | pipeline 'p' has no pass
            """)
    void tellsWhatIsWrong(String text, String where, String message) {
        var thrown = assertThrows(DiagnosticException.class, () -> PipelineParser.parse("p", text));
        assertTrue(thrown.isBadInput());
        assertEquals("LB9001", thrown.diagnostic().code());
        assertEquals(where, thrown.diagnostic().where().toString());
        assertEquals(message, thrown.diagnostic().message());
    }
}
