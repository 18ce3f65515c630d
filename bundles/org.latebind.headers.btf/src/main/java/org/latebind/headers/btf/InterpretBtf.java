package org.latebind.headers.btf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderInterpreter;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelFiles;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.Skipped;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;

/** Makes header data of BTF: one header with all types. */
final class InterpretBtf implements HeaderInterpreter {
    @Override
    public KernelFiles locate(FileTree tree) {
        return new KernelFiles(tree, ((BtfKernel) tree).architecture().names().kernelSourceArch(), this);
    }

    @Override
    public KernelHeaders interpret(KernelFiles files, TargetDescription target, DiagnosticSink diagnostics) {
        var kernel = (BtfKernel) files.tree();
        var text = new BtfText(kernel.btf(), target.dataModel().pointer().size()).text();
        SortedMap<String, Supplier<byte[]>> headers = new TreeMap<>();
        headers.put(HeaderData.BTF_HEADER, () -> text.getBytes(StandardCharsets.UTF_8));
        return new KernelHeaders(
                new KernelIdentity(kernel.release(), "", files.architecture(), target.names().arch(), List.of(),
                        Optional.empty(), "", kernel.btf().buildId(), Optional.of(kernel.btf().sha256())),
                new IncludePath(List.of(HeaderData.BTF_HEADER.substring(0, HeaderData.BTF_HEADER.lastIndexOf('/'))),
                        List.of(HeaderData.BTF_HEADER), List.of()),
                headers, new TreeMap<>(), List.of(), List.of(), List.of(),
                // For layouts alone: no code is made for a kernel whose flags are not known.
                target.userSpaceSettings(new UserSpaceOptions(
                        LanguageSettings.Dialect.GNU11, UserSpaceOptions.Optimization.O2, false)),
                List.of(),
                Kbuild.NONE,
                List.of(new Skipped("all but types: BTF has no macros, functions, config and symbol versions", 0, List.of())));
    }
}
