package org.latebind.fuzzing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.latebind.bind.universe.BindParts;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.VmlinuxFacts;
import org.latebind.headers.btf.BtfFile;
import org.latebind.headers.deb.DebReader;
import org.latebind.headers.store.ForgedKhd;
import org.latebind.ir.ForgedDko;

/**
 * What is handed input that nobody vouches for. An input is taken or refused with a diagnostic; anything
 * else that happens is a finding.
 */
enum Target {
    /** A kernel's header: ingested, all its declarations parsed, a module linked to it. */
    HEADERS {
        @Override
        void take(byte[] input, Product product) throws IOException {
            var khd = product.ingest(SmallTree.usual().with(SmallTree.HEADER, input), "headers.khd");
            try (var data = product.store.open(khd)) {
                product.unite(data);
                product.check(product.module(), data);
            }
        }

        @Override
        List<byte[]> seeds(Product product) {
            return List.of(SmallTree.usual().content(SmallTree.HEADER));
        }
    },

    /** A module's source: compiled, printed, read again, bound. */
    MODULE {
        @Override
        void take(byte[] input, Product product) throws IOException {
            var module = product.compile(input);
            if (module.isPresent()) {
                var text = product.irText.print(module.get());
                if (!product.irText.print(product.irText.read(text, NOBODY)).equals(text)) {
                    throw new IllegalStateException("the deferred module reads otherwise than it prints");
                }
                try (var kernel = product.store.open(product.kernel())) {
                    product.check(module.get(), kernel);
                }
            }
        }

        @Override
        List<byte[]> seeds(Product product) {
            return List.of(utf8(SmallTree.MODULE));
        }
    },

    /** A {@code .dko}; what one holds, without the packing that a fuzzer would not come through; its text. */
    DKO {
        @Override
        void take(byte[] input, Product product) throws IOException {
            var module = startsWith(input, "latebind-ir")
                    ? product.irText.read(new String(input, StandardCharsets.UTF_8), NOBODY)
                    : product.dko.read(file(input, product), NOBODY);
            product.irText.print(module);
            try (var kernel = product.store.open(product.kernel())) {
                product.check(module, kernel);
            }
        }

        private static Path file(byte[] input, Product product) throws IOException {
            var file = product.file("m.dko", input);
            if (!startsWith(input, "LATEBIND-DKO")) {
                ForgedDko.write(file, input);
            }
            return file;
        }

        @Override
        List<byte[]> seeds(Product product) throws IOException {
            var module = product.module();
            var file = product.folder.resolve("seed.dko");
            product.dko.write(module, file, NOBODY);
            return List.of(utf8(product.irText.print(module)), Files.readAllBytes(file), ForgedDko.content(module));
        }
    },

    /** A {@code .khd}: the first byte chooses a section to be replaced, under right checksums; or none. */
    KHD {
        @Override
        void take(byte[] input, Product product) throws IOException {
            var usual = product.kernel();
            var sections = ForgedKhd.sections(usual);
            int choice = input.length == 0 ? 0 : input[0] & 0xFF;
            var content = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
            var forged = product.folder.resolve("forged.khd");
            if (choice < sections.size()) {
                ForgedKhd.write(usual, forged, sections.get(choice), content);
            } else {
                Files.write(forged, content);
            }
            use(() -> product.store.open(forged), data -> Product.readAll(data));
            use(() -> product.store.open(forged), data -> product.check(product.module(), data));
        }

        @Override
        List<byte[]> seeds(Product product) throws IOException {
            var usual = product.kernel();
            var sections = ForgedKhd.sections(usual);
            var seeds = new ArrayList<byte[]>();
            for (int i = 0; i < sections.size(); i++) {
                seeds.add(after(i, ForgedKhd.content(usual, sections.get(i))));
            }
            seeds.add(after(0xFF, Files.readAllBytes(usual)));
            return seeds;
        }
    },

    /** A kernel image, or BTF: ingested alone, and compared with itself. */
    BTF {
        @Override
        void take(byte[] input, Product product) throws IOException {
            VmlinuxFacts.of(input);
            var file = product.file("vmlinux.btf", input);
            var btf = new BtfFile().read(file, NOBODY);
            for (int i = 0; i < btf.types().size(); i++) {
                btf.resolved(i);
                btf.bytes(i, 8);
            }
            try {
                BindParts.shape(btf, 8);
            } catch (DiagnosticException tooWide) {
                // It may be ingested nevertheless.
            }
            try (var data = product.store.open(product.ingestAlone(file))) {
                product.checkLayouts(data, btf);
            }
        }
    },

    /** A Debian package. */
    DEB {
        @Override
        void take(byte[] input, Product product) throws IOException {
            var tree = new DebReader().open(List.of(product.file("p.deb", input)));
            product.interpret(tree);
        }
    },

    /** A file of a kernel's build tree; the first byte chooses which. */
    TREE {
        @Override
        void take(byte[] input, Product product) {
            var paths = SmallTree.paths();
            int choice = input.length == 0 ? 0 : (input[0] & 0xFF) % paths.size();
            var content = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
            product.interpret(SmallTree.usual().with(paths.get(choice), content))
                    .headers().values().forEach(text -> text.get());
        }

        @Override
        List<byte[]> seeds(Product product) {
            var paths = SmallTree.paths();
            return paths.stream().map(path -> after(paths.indexOf(path), SmallTree.usual().content(path))).toList();
        }
    };

    private static final DiagnosticSink NOBODY = diagnostic -> {};

    /** Hands the input over. */
    abstract void take(byte[] input, Product product) throws IOException;

    /** Well-formed inputs to begin with, besides those of the corpus. */
    List<byte[]> seeds(Product product) throws IOException {
        return List.of();
    }

    /** Its name on the command line and in the corpus. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Hands the input over; a diagnostic is an answer. */
    final void answer(byte[] input, Product product) throws IOException {
        try {
            take(input, product);
        } catch (DiagnosticException refused) {
            // That is what hostile input is to get.
        }
    }

    private interface Opening {
        HeaderData open();
    }

    private interface Use {
        void of(HeaderData data) throws IOException;
    }

    private static void use(Opening opening, Use use) throws IOException {
        try (var data = opening.open()) {
            use.of(data);
        } catch (DiagnosticException refused) {
            // The next use may get further.
        }
    }

    private static boolean startsWith(byte[] input, String text) {
        var wanted = utf8(text);
        return input.length >= wanted.length && Arrays.equals(input, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] after(int first, byte[] rest) {
        var all = new byte[rest.length + 1];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
