/**
 * Passes, the pipelines they form, and what a run gives them.
 *
 * <p>A {@link org.latebind.pass.api.Pass} is an OSGi service that turns artifacts into artifacts.
 * {@link org.latebind.pass.api.PassInfo} says which, once, and becomes both the service's properties
 * and a {@code latebind.pass} capability in the bundle's manifest, so that the OSGi resolver and the
 * planner decide over the same facts:
 *
 * <pre>
 * &#64;Component
 * &#64;PassInfo(name = "count", consumes = TypedUnit.class, produces = {})
 * public final class CountPass implements Pass {
 *     public void run(RunContext context) {
 *         context.all(TypedUnit.class).forEach((unit, tree) -&gt; context.count("declarations", tree.size()));
 *     }
 * }
 * </pre>
 *
 * <p>An artifact is known by its type and, where a module has several translation units, a name.
 * A {@link org.latebind.pass.api.Pipeline} is a short text, planned by the {@link
 * org.latebind.pass.api.PipelineService} before it runs. How an artifact is shown, read and written
 * is told by {@link org.latebind.pass.api.ArtifactPrinter}, {@link org.latebind.pass.api.ArtifactReader}
 * and {@link org.latebind.pass.api.ArtifactWriter} services.
 */
@Export
@Version("1.0.0")
package org.latebind.pass.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
