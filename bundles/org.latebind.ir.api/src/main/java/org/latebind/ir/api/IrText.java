package org.latebind.ir.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.osgi.annotation.versioning.ProviderType;

/** The IR as text: {@code read(print(m))} equals {@code m}, and {@code print(read(t))} is {@code t}. */
@ProviderType
public interface IrText {
    String print(DeferredModule module);

    /**
     * @throws org.latebind.diagnostics.api.DiagnosticException with bad input where the text is not
     *     that of a deferred module
     */
    DeferredModule read(String text, DiagnosticSink sink);
}
