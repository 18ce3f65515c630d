package org.latebind.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;

class DownloadTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;

    private final Download download = new Download((what, done, total) -> {});
    private final List<String> ranges = new ArrayList<>();
    private HttpServer server;
    private boolean knowsRanges = true;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
        ranges.add(range.orElse("all"));
        int from = range.filter(text -> knowsRanges)
                .map(text -> Integer.parseInt(text.replaceAll("bytes=(\\d+)-", "$1")))
                .orElse(0);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, CONTENT.length - from);
        try (var out = exchange.getResponseBody()) {
            out.write(CONTENT, from, CONTENT.length - from);
        }
    }

    private String address(String path) {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + path;
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        var file = folder.resolve("deep/a.deb");
        download.file("a.deb", address("/file"), file, sha256(), CONTENT.length);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        download.file("a.deb", address("/file"), file, sha256(), CONTENT.length);
        assertEquals(List.of("all"), ranges);
    }

    @Test
    void anInterruptedDownloadGoesOn() throws Exception {
        var file = folder.resolve("a.deb");
        Files.write(folder.resolve("a.deb.part"), Arrays.copyOf(CONTENT, 123_456));
        download.file("a.deb", address("/file"), file, sha256(), CONTENT.length);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertEquals(List.of("bytes=123456-"), ranges);
        assertFalse(Files.exists(folder.resolve("a.deb.part")));
    }

    @Test
    void aServerWithoutRangesStartsAgain() throws Exception {
        knowsRanges = false;
        var file = folder.resolve("a.deb");
        Files.write(folder.resolve("a.deb.part"), Arrays.copyOf(CONTENT, 1000));
        download.file("a.deb", address("/file"), file, sha256(), CONTENT.length);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
    }

    @Test
    void aPartOfAnotherFileIsThrownAway() throws Exception {
        var file = folder.resolve("a.deb");
        Files.write(folder.resolve("a.deb.part"), new byte[5000]);
        download.file("a.deb", address("/file"), file, sha256(), CONTENT.length);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertEquals(List.of("bytes=5000-", "all"), ranges);
    }

    @Test
    void whatIsNotWhatTheIndexSaysIsRefused() {
        var file = folder.resolve("a.deb");
        var refused = assertThrows(DiagnosticException.class,
                () -> download.file("a.deb", address("/file"), file, "0".repeat(64), CONTENT.length));
        assertEquals("LB9802", refused.diagnostic().code());
        assertTrue(refused.getMessage().contains("SHA256"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void moreThanTheIndexSaysIsRefused() throws Exception {
        var file = folder.resolve("a.deb");
        var sha256 = sha256();
        var refused = assertThrows(DiagnosticException.class,
                () -> download.file("a.deb", address("/file"), file, sha256, CONTENT.length - 70_000));
        assertTrue(refused.getMessage().contains("larger"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void anInterruptEndsADownload() throws Exception {
        var sha256 = sha256();
        Thread.currentThread().interrupt();
        var refused = assertThrows(DiagnosticException.class,
                () -> download.file("a.deb", address("/file"), folder.resolve("a.deb"), sha256, CONTENT.length));
        assertTrue(Thread.interrupted(), "the thread's state is kept");
        assertEquals("LB9801", refused.diagnostic().code());
    }

    @Test
    void aMissingSmallFileIsEmpty() {
        assertEquals(Optional.empty(), download.small(address("/none")));
    }
}
