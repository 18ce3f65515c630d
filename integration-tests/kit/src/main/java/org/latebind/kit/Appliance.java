package org.latebind.kit;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** The distribution's core bundles in a framework of this process: commands without a start each. */
public final class Appliance implements AutoCloseable {
    /** What a command gave. */
    public record Ran(int status, String out, String err) {
        @Override
        public String toString() {
            return "exit " + status + "\n" + out + err;
        }
    }

    private final TestContainer container;
    private final BundleContext context;

    private Appliance(TestContainer container, BundleContext context) {
        this.container = container;
        this.context = context;
    }

    public static Appliance start() throws Exception {
        var options = new ArrayList<Option>(List.of(
                cleanCaches(),
                frameworkProperty("latebind.pipelines").value(Distribution.HOME.resolve("pipelines").toString()),
                frameworkProperty("org.latebind.llvm.natives").value(Distribution.HOME.resolve("native").toString())));
        Distribution.jars("core").forEach(jar -> options.add(bundle("reference:" + jar.toUri())));
        var system = PaxExamRuntime.createServerSystem(options.toArray(Option[]::new));
        var container = PaxExamRuntime.createContainer(system);
        container.start();
        return new Appliance(container, framework(container).getBundleContext());
    }

    /** One for all tests of this process that only run commands. It ends with the process. */
    public static Appliance shared() {
        return Shared.APPLIANCE;
    }

    private static final class Shared {
        static final Appliance APPLIANCE = start();

        private static Appliance start() {
            try {
                var appliance = Appliance.start();
                Runtime.getRuntime().addShutdownHook(new Thread(appliance::close));
                return appliance;
            } catch (Exception e) {
                throw new IllegalStateException("the distribution does not start", e);
            }
        }
    }

    public BundleContext context() {
        return context;
    }

    /** The container does not hand its framework out, and a probe could not stop bundles it is wired to. */
    private static Framework framework(TestContainer container) throws ReflectiveOperationException {
        var field = container.getClass().getDeclaredField("framework");
        field.setAccessible(true);
        return (Framework) field.get(container);
    }

    /** The launcher's own door: commands as lists of words. */
    public ToIntFunction<List<String>> entry() throws Exception {
        var filter = FrameworkUtil.createFilter(
                "(&(objectClass=java.util.function.ToIntFunction)(latebind.entry=command))");
        var tracker = new ServiceTracker<ToIntFunction<List<String>>, ToIntFunction<List<String>>>(
                context, filter, null);
        tracker.open();
        return tracker.waitForService(TimeUnit.SECONDS.toMillis(60));
    }

    /** One command by that door. */
    public Ran run(Object... words) throws Exception {
        var entry = entry();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var usualOut = System.out;
        var usualErr = System.err;
        try {
            System.setOut(new PrintStream(out, true));
            System.setErr(new PrintStream(err, true));
            int status = entry.applyAsInt(Arrays.stream(words).map(Object::toString).toList());
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
