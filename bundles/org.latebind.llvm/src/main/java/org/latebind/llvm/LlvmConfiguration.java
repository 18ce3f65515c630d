package org.latebind.llvm;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What {@link LlvmSettings} are read from, as settings are described to those who write them. */
@ObjectClassDefinition(id = LlvmSettings.PID, name = "LLVM", description = "How code is generated")
@interface LlvmConfiguration {
    @AttributeDefinition(
            description = "worker: in processes of its own, which may end without harm; none: in this process",
            options = {@Option("worker"), @Option("none")})
    String isolation() default "worker";

    @AttributeDefinition(description = "folder of the extracted native libraries; may be read-only", required = false)
    String natives() default "";

    @AttributeDefinition(description = "the bundle's jar as a file, for the class path of workers", required = false)
    String jar() default "";

    @AttributeDefinition(description = "how many workers at most: a whole number from 1 on", min = "1")
    int workers() default 2;

    @AttributeDefinition(description = "after how many seconds a worker is given up: a whole number from 1 on", min = "1")
    long timeout() default 600;
}
