package org.latebind.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.latebind.command.api.CommandService;
import org.latebind.pass.api.PassDescription;
import picocli.CommandLine.Command;

@Command(name = "passes",
        header = "List the available passes: name, what they consume and produce, and their bundle.")
final class PassesCommand extends JobCommand {
    PassesCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        var passes = tools.pipelines().passes();
        job.report().answer("available", passes.stream().map(PassesCommand::toMap).toList());
        if (!job.isJson()) {
            passes.forEach(pass -> tools.io().out().println(toLine(pass)));
        }
        return CommandService.OK;
    }

    static String toLine(PassDescription pass) {
        var arch = pass.arch().isEmpty() ? "" : " (arch=" + pass.arch() + ")";
        return String.format(Locale.ROOT, "pass    %-24s %s -> %s   [%s %s]",
                pass.name() + arch, types(pass.consumes()), types(pass.produces()), pass.bundle(), pass.version());
    }

    private static String types(List<String> names) {
        return names.isEmpty()
                ? "nothing"
                : names.stream().map(n -> n.replaceFirst("^.*[.$]", "")).collect(Collectors.joining(" + "));
    }

    static Map<String, Object> toMap(PassDescription pass) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", pass.name());
        map.put("arch", pass.arch());
        map.put("consumes", pass.consumes());
        map.put("produces", pass.produces());
        map.put("options", pass.options());
        map.put("bundle", pass.bundle());
        map.put("version", pass.version());
        return map;
    }
}
