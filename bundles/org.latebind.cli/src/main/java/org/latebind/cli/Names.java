package org.latebind.cli;

import java.util.Iterator;
import java.util.List;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.PipelineService;
import picocli.CommandLine;

/** Names that a command's words may be, looked up when somebody completes one. */
final class Names {
    private Names() {}

    /** Those of the passes that are there. */
    record OfPasses(PipelineService pipelines) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return pipelines.passes().stream().map(PassDescription::name).distinct().iterator();
        }
    }

    /** Those of the pipelines that are there. */
    record OfPipelines(PipelineService pipelines) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return pipelines.pipelines().iterator();
        }
    }

    /** Those of the bundles that generate code. */
    record OfBackends(PipelineService pipelines) implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return pipelines.passes().stream()
                    .filter(pass -> !pass.arch().isEmpty())
                    .map(PassDescription::bundle)
                    .distinct()
                    .iterator();
        }
    }

    /** The forms in which a link can end. */
    static final class OfForms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bc", "ll", "o", "ko").iterator();
        }
    }

    /** Makes these with the services they ask, and everything else as usual. */
    record Factory(PipelineService pipelines) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == OfPasses.class) {
                return type.cast(new OfPasses(pipelines));
            }
            if (type == OfPipelines.class) {
                return type.cast(new OfPipelines(pipelines));
            }
            return type == OfBackends.class
                    ? type.cast(new OfBackends(pipelines))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
