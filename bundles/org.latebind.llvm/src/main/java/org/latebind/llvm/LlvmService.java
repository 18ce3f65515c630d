package org.latebind.llvm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.latebind.codegen.api.CodegenMessage;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.llvm.api.Llvm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Runs jobs in this process or in workers. LLVM is loaded when the first job comes. */
@Component(service = {Llvm.class, LlvmService.class}, configurationPid = LlvmSettings.PID)
@Designate(ocd = LlvmConfiguration.class)
public final class LlvmService implements Llvm {
    private final Supplier<LlvmSettings> settings;
    private final Optional<Path> bundleJar;
    private Optional<Runner> runner = Optional.empty();

    private interface Runner extends AutoCloseable {
        Outcome run(Job job);

        String version() throws IOException;

        @Override
        void close();
    }

    /** For the component runtime. */
    @Activate
    public LlvmService(BundleContext context, Map<String, Object> configuration) {
        // Read when they are needed: a wrong one is an error of the command that needs LLVM, and names the setting.
        this(() -> LlvmSettings.from(configuration, context::getProperty), fileOf(context.getBundle().getLocation()));
    }

    LlvmService(Supplier<LlvmSettings> settings, Optional<Path> bundleJar) {
        this.settings = settings;
        this.bundleJar = bundleJar;
    }

    /** LLVM in this process, without a framework; for tests of code generators. */
    public static LlvmService inProcess(Optional<Path> natives) {
        return new LlvmService(() -> new LlvmSettings(false, natives, Optional.empty(), 1, 600), Optional.empty());
    }

    @Deactivate
    synchronized void close() {
        runner.ifPresent(Runner::close);
        runner = Optional.empty();
    }

    @Override
    public CodegenResult compile(CodegenRequest request) {
        return result(start().run(job(request)));
    }

    /** A module of any target as bitcode. */
    CodegenResult bitcode(byte[] module) {
        return result(start().run(new Job(module, "", "", "", "", "", "", "", Output.BITCODE.name())));
    }

    @Override
    public String version() {
        try {
            return start().version();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private synchronized Runner start() {
        if (runner.isEmpty()) {
            try {
                var chosen = settings.get();
                runner = Optional.of(chosen.worker() ? workers(chosen) : inProcess(chosen));
            } catch (IllegalArgumentException e) {
                throw DiagnosticException.badInput(Diagnostic.error("LB7513", e.getMessage())
                        .withHelp("it is set in the file conf/" + LlvmSettings.PID + ".cfg or conf/framework.properties"
                                + " of the installation"));
            } catch (IOException e) {
                throw unavailable(e);
            }
        }
        return runner.get();
    }

    private Runner inProcess(LlvmSettings settings) throws IOException {
        Natives.load(settings.natives());
        var engine = new Engine(LlvmService::endProcess);
        return new Runner() {
            @Override
            public Outcome run(Job job) {
                return engine.run(job);
            }

            @Override
            public String version() {
                return engine.version();
            }

            @Override
            public void close() {
                // The native libraries go with the class loader.
            }
        };
    }

    private Runner workers(LlvmSettings settings) throws IOException {
        var jar = settings.jar()
                .or(() -> bundleJar)
                .orElseThrow(() -> new IOException("the worker needs the path of this bundle's jar: set '"
                        + LlvmSettings.PID + ".jar'"));
        var pool = new WorkerPool(jar, settings.natives(), settings.workers(), settings.timeoutSeconds());
        return new Runner() {
            @Override
            public Outcome run(Job job) {
                return pool.run(job);
            }

            @Override
            public String version() throws IOException {
                return pool.version();
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    /** LLVM ends the process after this in any case, by way of exit handlers that hang a JVM. */
    private static void endProcess(String reason) {
        System.err.println("error[LB7507]: LLVM failed: " + reason);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }

    private static DiagnosticException unavailable(IOException e) {
        return DiagnosticException.badInput(Diagnostic.error("LB7509", e.getMessage())
                .withHelp("check the installation's native libraries and the property '" + LlvmSettings.PID
                        + ".natives'"));
    }

    private static Job job(CodegenRequest request) {
        var settings = request.settings();
        return new Job(
                request.module(),
                settings.triple(),
                settings.dataLayout(),
                settings.cpu(),
                String.join(",", settings.features()),
                settings.relocationModel().name(),
                settings.codeModel().name(),
                settings.passes(),
                request.output().name());
    }

    private static CodegenResult result(Outcome outcome) {
        return new CodegenResult(
                outcome.failed() ? Optional.empty() : Optional.of(outcome.output()),
                outcome.messages().stream().map(LlvmService::message).toList(),
                outcome.steps().stream()
                        .map(step -> new CodegenResult.Timing(step.name(), step.nanoseconds()))
                        .toList());
    }

    private static CodegenMessage message(Outcome.Message message) {
        return new CodegenMessage(
                message.error() ? Severity.ERROR : Severity.WARNING,
                message.code(),
                message.text(),
                message.function().isEmpty() ? Optional.empty() : Optional.of(message.function()),
                message.location() < 0 ? OptionalInt.empty() : OptionalInt.of(message.location()));
    }

    /** The file behind {@code file:...} or {@code reference:file:...}. */
    private static Optional<Path> fileOf(String location) {
        var url = location.startsWith("reference:") ? location.substring("reference:".length()) : location;
        if (!url.startsWith("file:")) {
            return Optional.empty();
        }
        var path = url.startsWith("file:/") ? Path.of(URI.create(url.replace(" ", "%20"))) : Path.of(url.substring(5));
        return Optional.of(path.toAbsolutePath()).filter(Files::isReadable);
    }
}
