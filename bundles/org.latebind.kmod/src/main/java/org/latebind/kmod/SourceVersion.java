package org.latebind.kmod;

import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.kmod.api.ObjectSources.OwnFile;

/**
 * {@code srcversion}: a checksum of each object's source and of the headers that lie in the object's folder, as
 * scripts/mod/sumversion.c makes it of what the compiler lists.
 */
final class SourceVersion {
    /** {@code srcversion} of {@code struct module} in modpost.h, without its end. */
    private static final int DIGITS = 23;

    private final ModpostVersion modpost;

    SourceVersion(ModpostVersion modpost) {
        this.modpost = modpost;
    }

    /** Whether the module gets one. */
    static boolean isWanted(ModuleInfo info, ModuleKernel kernel) {
        return !info.values("version").isEmpty() || kernel.isEnabled("CONFIG_MODULE_SRCVERSION_ALL");
    }

    /** @throws org.latebind.diagnostics.api.DiagnosticException where a file's text is not known */
    String of(String module, List<ObjectSources> objects, ByteOrder machine) {
        if (objects.isEmpty()) {
            throw unknown(module);
        }
        var sum = new Md4();
        for (ObjectSources object : objects) {
            Stream.concat(Stream.of(object.source()), headers(object))
                    .forEach(file -> sum.update(file.text().orElseThrow(() -> unknown(file.name())).bytes()));
        }
        return sum.finish(machine).substring(0, DIGITS);
    }

    private static RuntimeException unknown(String name) {
        return Refusal.of(
                "LB8025", "the module wants a srcversion, and the text of '" + name + "' is not known", "compile the module again");
    }

    private Stream<OwnFile> headers(ObjectSources object) {
        var headers = modpost.countsHeadersTwice() ? object.headers() : distinct(object.headers());
        return headers.stream().filter(file -> isBeside(object.object(), file.name()));
    }

    private static Collection<OwnFile> distinct(List<OwnFile> files) {
        var byName = new LinkedHashMap<String, OwnFile>();
        files.forEach(file -> byName.putIfAbsent(file.name(), file));
        return byName.values();
    }

    /** "Check if this file is in same dir as objfile", which modpost decides of the names as they are written. */
    private boolean isBeside(String object, String header) {
        // A compiler that runs in the module's folder writes no "./" before names, and kbuild does so before objects.
        String top = modpost.worksInModuleFolder() ? "./" : "/module/";
        String line = modpost.worksInModuleFolder() ? header.replaceFirst("^(\\./+)+", "") : top + header;
        String folder = top + object.substring(0, object.lastIndexOf('/') + 1);
        int found = line.indexOf(folder);
        return found >= 0 && found + folder.length() - 1 == line.lastIndexOf('/');
    }
}
