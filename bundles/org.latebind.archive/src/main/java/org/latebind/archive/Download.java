package org.latebind.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** Fetches files over HTTP, each checked against its SHA256, interrupted ones resumed. */
public final class Download {
    /** The code of what cannot be fetched. */
    static final String NOT_FETCHED = "LB9802";

    private static final int TRIES = 3;
    private static final int BLOCK = 1 << 16;

    /** Told about progress: bytes done and expected (0 when not known). */
    @FunctionalInterface
    public interface Watcher {
        void progress(String what, long done, long total);
    }

    private final HttpClient client;
    private final Watcher watcher;

    public Download(Watcher watcher) {
        this.watcher = watcher;
        var builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(Duration.ofSeconds(30));
        proxy(System.getenv("http_proxy")).ifPresent(builder::proxy);
        client = builder.build();
    }

    private static Optional<ProxySelector> proxy(String setting) {
        if (setting == null || setting.isBlank()) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(setting.contains("://") ? setting : "http://" + setting);
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return Optional.of(ProxySelector.of(new InetSocketAddress(uri.getHost(), port)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A small file; empty when the server has none of that name. */
    public Optional<byte[]> small(String address) {
        IOException last = new IOException("no try");
        for (int i = 0; i < TRIES; i++) {
            try {
                var response = client.send(request(address, 0), HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == 404) {
                    return Optional.empty();
                }
                if (response.statusCode() == 200) {
                    return Optional.of(response.body());
                }
                last = new IOException("status " + response.statusCode());
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throw failed(address, last);
    }

    /**
     * Makes sure that a file is there and is what the index says.
     *
     * @param what the file's name for people
     * @param sha256 hexadecimal
     * @param size in bytes
     */
    public void file(String what, String address, Path to, String sha256, long size) {
        if (Files.isRegularFile(to) && sha256.equals(sha256(to))) {
            return;
        }
        var part = to.resolveSibling(to.getFileName() + ".part");
        IOException last = new IOException("no try");
        for (int i = 0; i < TRIES; i++) {
            try {
                Files.createDirectories(to.getParent());
                fetch(what, address, part, size);
                if (!sha256.equals(sha256(part))) {
                    Files.delete(part);
                    last = new IOException("its SHA256 is not what the archive's index says");
                    continue;
                }
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throw failed(address, last);
    }

    private void fetch(String what, String address, Path part, long size) throws IOException, InterruptedException {
        long have = Files.isRegularFile(part) ? Files.size(part) : 0;
        if (have >= size) {
            Files.deleteIfExists(part);
            have = 0;
        }
        var response = client.send(request(address, have), HttpResponse.BodyHandlers.ofInputStream());
        boolean resumed = response.statusCode() == 206;
        if (!resumed && response.statusCode() != 200) {
            response.body().close();
            throw new IOException("status " + response.statusCode());
        }
        long done = resumed ? have : 0;
        var mode = resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (var in = response.body();
                var out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
                done += n;
                if (done > size) {
                    throw new IOException("it is larger than the archive's index says");
                }
                watcher.progress(what, done, size);
            }
        }
    }

    private static HttpRequest request(String address, long from) {
        var builder = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMinutes(10));
        if (from > 0) {
            builder.header("Range", "bytes=" + from + "-");
        }
        return builder.build();
    }

    static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DiagnosticException interrupted() {
        Thread.currentThread().interrupt();
        return DiagnosticException.refused(Diagnostic.error("LB9801", "the download was interrupted"));
    }

    private static DiagnosticException failed(String address, IOException why) {
        var reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return DiagnosticException.badInput(
                Diagnostic.error(NOT_FETCHED, "cannot fetch " + address + ": " + reason)
                        .withHelp("check the network, or name another mirror with --mirror; what was fetched is kept"));
    }
}
