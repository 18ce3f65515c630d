package org.latebind.kbuild;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelIdentity;

/** A kernel of which nothing is known but its kbuild, in the shape of 6.1's, and which headers it has. */
final class StubKernel {
    private static final String MAKEFILE_BUILD = """
            src := $(obj)
            obj-y :=
            obj-m :=
            ccflags-y :=
            subdir-ccflags-y :=
            EXTRA_CFLAGS :=
            -include include/config/auto.conf
            include $(or $(wildcard $(src)/Kbuild),$(src)/Makefile)
            include $(srctree)/scripts/Makefile.lib
            """;
    private static final String MAKEFILE_LIB = """
            ccflags-y += $(EXTRA_CFLAGS)
            KBUILD_CFLAGS += $(subdir-ccflags-y)
            obj-m := $(filter-out $(obj-y),$(obj-m))
            obj-m := $(patsubst %/,%/modules.order,$(filter %/,$(obj-y)) $(obj-m))
            obj-m := $(addprefix $(obj)/,$(obj-m))
            subdir-modorder := $(filter %/modules.order,$(obj-m))
            subdir-builtin :=
            target-stem = $(basename $(patsubst $(obj)/%,%,$@))
            _c_flags = $(filter-out $(CFLAGS_REMOVE_$(target-stem).o), $(KBUILD_CPPFLAGS) $(KBUILD_CFLAGS) \\
            	$(ccflags-y) $(CFLAGS_$(target-stem).o))
            c_flags = -Wp,-MMD,x.d $(NOSTDINC_FLAGS) $(LINUXINCLUDE) $(_c_flags) -DMODULE \\
            	-DKBUILD_BASENAME='"$(basename $(notdir $@))"'
            ld_flags = $(KBUILD_LDFLAGS) $(ldflags-y)
            """;

    private final SortedMap<String, String> config = new TreeMap<>();

    static StubKernel with(String... symbols) {
        var kernel = new StubKernel();
        for (var symbol : symbols) {
            kernel.config.put(symbol.replaceFirst("=.*", ""), symbol.replaceFirst(".*=", ""));
        }
        return kernel;
    }

    HeaderData headers() {
        var files = new TreeMap<String, String>();
        files.put("scripts/Makefile.build", MAKEFILE_BUILD);
        files.put("scripts/Makefile.lib", MAKEFILE_LIB);
        files.put("Makefile", "VERSION = 6\nKBUILD_CFLAGS += $(KCFLAGS)\n");
        var auto = new StringBuilder();
        config.forEach((name, value) -> auto.append(name).append('=').append(value).append('\n'));
        files.put("include/config/auto.conf", auto.toString());
        files.put("include/linux/fs.h", "struct file;\nvoid *since_6_1(struct file *f);\n");
        var variables = new TreeMap<String, String>();
        variables.put("srctree", Kbuild.SOURCE);
        variables.put("objtree", Kbuild.OBJECT);
        variables.put("KERNELRELEASE", "6.1-cpu");
        variables.put("VERSION", "6");
        variables.put("PATCHLEVEL", "1");
        variables.put("KBUILD_CPPFLAGS", "-D__KERNEL__");
        variables.put("KBUILD_CFLAGS", "-O2 -pg -fno-strict-aliasing");
        variables.put("LINUXINCLUDE", "-I" + Kbuild.SOURCE + "/include -I" + Kbuild.OBJECT + "/include/generated");
        variables.put("KBUILD_LDFLAGS", "-m elf");
        var kbuild = new Kbuild("linux-headers-6.1-common", "linux-headers-6.1-cpu", variables, files);
        var identity = new KernelIdentity("6.1-cpu", "cpu", "cpu", "cpu64", List.of(), Optional.empty(), "gcc",
                Optional.empty(), Optional.empty());
        return (HeaderData) Proxy.newProxyInstance(HeaderData.class.getClassLoader(), new Class<?>[] {HeaderData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "kbuild" -> kbuild;
                    case "identity" -> identity;
                    case "headerPaths" -> new TreeSet<>(List.of("include/linux/fs.h"));
                    case "header" -> Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
