package org.latebind.lowering;

import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.lowering.api.Lowering;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.typed.api.LaidOutUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Lowers C to LLVM IR.
 *
 * <pre>
 * int add(int a, int b) { return a + b; }
 *
 *     define dso_local i32 @add(i32 %p0, i32 %p1) #0 {
 *     entry:
 *       %a0 = alloca i32, align 4
 *       %a1 = alloca i32, align 4
 *       store i32 %p0, ptr %a0, align 4
 *       ...
 *       %v4 = add i32 %v2, %v3
 *       ret i32 %v4
 *     }
 * </pre>
 *
 * <p>What it rests on: LLVM's optimizer always runs (locals are allocas, {@code "i"} operands become
 * constants by inlining). What it guarantees: offsets are the layout's; arithmetic wraps; no access
 * is claimed to be aligned, in bounds or of a type beyond what gcc assumes with
 * {@code -fno-strict-aliasing -fno-strict-overflow}.
 */
@Component
public final class LowerToLlvm implements Lowering {
    @Override
    public Optional<LlvmModule> lower(
            LaidOutUnit unit, TargetDescription target, TargetSettings settings, DiagnosticSink diagnostics) {
        var lowering = new UnitLowering(unit, target, settings, diagnostics);
        var text = lowering.lower();
        return lowering.failed()
                ? Optional.empty()
                : Optional.of(new LlvmModule(text, lowering.module().locations()));
    }
}
