package org.latebind.appliance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.latebind.diagnostics.api.Spelling;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Settings in the folder {@code conf}: {@code PID.cfg}, or {@code PID~NAME.cfg} of a factory, is handed to Configuration
 * Admin when it was compared with what the bundles say of their settings. A setting that nobody knows or that has a
 * wrong value is reported and left out, so that its default holds.
 */
@Component(property = Constants.SERVICE_RANKING + ":Integer=1")
public final class SettingsFiles implements ArtifactInstaller {
    private static final String WRONG = "LB9035";
    private static final String SUFFIX = ".cfg";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final MetaTypeService types;
    private final Complaints complaints;

    @Activate
    public SettingsFiles(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference MetaTypeService types,
            @Reference Complaints complaints) {
        this.context = context;
        this.configurations = configurations;
        this.types = types;
        this.complaints = complaints;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(SUFFIX);
    }

    @Override
    public void install(File file) {
        var read = new Properties();
        try (var in = Files.newBufferedReader(file.toPath())) {
            read.load(in);
            configuration(pid(file)).updateIfDifferent(checked(file, read));
        } catch (IOException | IllegalArgumentException e) {
            complaints.warn(WRONG, file + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) throws IOException {
        configuration(pid(file)).delete();
    }

    private static String pid(File file) {
        return file.getName().substring(0, file.getName().length() - SUFFIX.length());
    }

    private Configuration configuration(String pid) throws IOException {
        int name = pid.indexOf('~');
        return name < 0
                ? configurations.getConfiguration(pid, "?")
                : configurations.getFactoryConfiguration(pid.substring(0, name), pid.substring(name + 1), "?");
    }

    private Dictionary<String, Object> checked(File file, Properties read) {
        var known = new TreeMap<String, ObjectClassDefinition>();
        for (var bundle : context.getBundles()) {
            var type = types.getMetaTypeInformation(bundle);
            if (type != null) {
                Stream.of(type.getPids(), type.getFactoryPids())
                        .flatMap(Stream::of)
                        .forEach(pid -> known.put(pid, type.getObjectClassDefinition(pid, null)));
            }
        }
        var pid = pid(file).replaceFirst("~.*", "");
        var definition = Optional.ofNullable(known.get(pid));
        if (definition.isEmpty()) {
            complaints.warn(WRONG, file + ": no bundle that is here has settings of this name",
                    help(pid, "files", known.keySet(), SUFFIX));
        }
        var settings = new Hashtable<String, Object>();
        for (var key : new TreeSet<>(read.stringPropertyNames())) {
            var value = substituted(read.getProperty(key).strip());
            if (definition.isEmpty() || isRight(file, new Settings(definition.get()), key, value)) {
                settings.put(key, value);
            }
        }
        return settings;
    }

    private boolean isRight(File file, Settings settings, String key, String value) {
        if (!settings.names().contains(key)) {
            complaints.warn(WRONG, file + ": there is no setting '" + key + "'",
                    help(key, "settings", settings.names(), ""));
            return false;
        }
        var problem = settings.problem(key, value);
        problem.ifPresent(text -> complaints.warn(WRONG,
                file + ": setting '" + key + "': " + text, key + ": " + settings.description(key)));
        return problem.isEmpty();
    }

    private static String help(String wanted, String what, Collection<String> names, String suffix) {
        var meant = Spelling.nearest(wanted, names).map(name -> "did you mean '" + name + suffix + "'? ").orElse("");
        return meant + what + " there are: "
                + names.stream().map(name -> name + suffix).collect(Collectors.joining(", "));
    }

    /** {@code ${latebind.home}}: properties of the framework. */
    private String substituted(String value) {
        return VARIABLE.matcher(value).replaceAll(variable -> Matcher.quoteReplacement(
                Optional.ofNullable(context.getProperty(variable.group(1))).orElse(variable.group())));
    }
}
