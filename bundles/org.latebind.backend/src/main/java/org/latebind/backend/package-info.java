/**
 * A kit for authors of backends: what every architecture's bundle would otherwise write again.
 *
 * <p>A backend is four components and what they are made of. Each component extends a class of the kit, so that
 * its own code is what is odd about the architecture:
 *
 * <pre>
 * component                              made of
 * BackendTarget      target description  Lp64 (sizes), KernelFlags and UserSpaceCode (settings), GccMacros,
 *                    and pass 'target'   GccPersonality, PerArgumentAbi (calls), MachineInlineAsm (constraints)
 * LlvmCodeGenerator  code generator      Relocations that the kernel's module loader knows
 *                    and pass 'codegen'
 * BackendModules     packaging           Relocations, LoaderSections
 * QemuMachine        demonstration       -
 * </pre>
 *
 * <p>Nothing here knows an architecture by name, and nothing outside of backends uses it: what front end and
 * lowering ask of a target is {@code org.latebind.target.api}.
 *
 * <p>A component extends a class of the kit and also names the interface that it is: so its bundle imports that
 * contract as a provider does, and the resolver refuses a backend that is older than the contract.
 */
@Export
@Version("1.0.0")
package org.latebind.backend;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
