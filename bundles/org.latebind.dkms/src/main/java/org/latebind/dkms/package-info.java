/**
 * {@code dkms.conf} as dkms 3.2 (Debian 13 and later) reads it, and the commands of make in it and in recipes.
 *
 * <pre>
 * text --DkmsReader.read over a ShellHost--> DkmsPackage          for one kernel
 * text --DkmsReader.possibilities---------> DkmsPossibilities     for all kernels: undecided tests are taken both ways
 * command --BuildCommands.read------------> BuildCommand ...      each call of make, with its folder and variables
 * </pre>
 *
 * <p>dkms lets bash run the file with a few variables set, prints the variables that it knows between double quotes, and
 * has bash read what it printed. So a value is expanded a second time, its quotes are gone, and its runs of white space
 * are one blank; what dkms does not know is dropped without a word. The same is done here by {@code
 * org.latebind.shell}. Nothing is run: {@code PRE_BUILD} and its like are stated.
 *
 * <p>dkms 3.0 (Debian 12) differs in this: it does not know {@code BUILD_EXCLUSIVE_KERNEL_MIN} and {@code _MAX} before
 * 3.0.11, takes {@code BUILD_EXCLUSIVE_CONFIG} from {@code .config} and not from {@code auto.conf}, gives {@code CC=clang}
 * and {@code LD=ld.lld} for {@code LLVM=1}, counts array elements for the number of modules, and does not insist on values
 * of {@code AUTOINSTALL}.
 *
 * <p>A new directive needs: {@link org.latebind.dkms.DkmsReader}, {@link org.latebind.dkms.DkmsPackage}, and a file in the
 * tests' {@code confs}.
 *
 * <p>Codes: LB1250 what dkms does not accept, LB1251 not decided, LB1252 too many variants, LB1253 a command that is not
 * covered.
 */
@Export
@Version("1.0.0")
package org.latebind.dkms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
