package org.latebind.headers.kbuild;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a build tree that evaluate a module's makefiles, and those that these ask about the kernel. */
final class BuildFiles {
    private static final List<String> FACTS = List.of(
            ".config", "include/config/auto.conf", "include/config/kernel.release", "include/generated/autoconf.h",
            "include/generated/compile.h", "include/generated/uapi/linux/version.h", "include/generated/utsrelease.h",
            "include/generated/package.h");

    private BuildFiles() {}

    static SortedMap<String, String> of(BuildTree tree) {
        var files = new TreeMap<String, String>();
        add(tree, "Makefile", files);
        add(tree, "scripts/Kbuild.include", files);
        for (var folder : List.of("scripts", "arch/" + tree.kernelArchitecture())) {
            tree.names(folder).stream().filter(name -> name.startsWith("Makefile"))
                    .forEach(name -> add(tree, folder + "/" + name, files));
        }
        FACTS.forEach(path -> tree.generated(path).ifPresent(text -> files.put(path, text)));
        return files;
    }

    private static void add(BuildTree tree, String path, SortedMap<String, String> files) {
        tree.text(path).ifPresent(text -> files.put(path, text));
    }
}
