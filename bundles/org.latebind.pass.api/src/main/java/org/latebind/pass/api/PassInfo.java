package org.latebind.pass.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * What a pass is called, takes and gives.
 *
 * <p>On a component class this becomes the service properties {@code latebind.pass.name}, {@code
 * .consumes}, {@code .produces} and {@code .arch}, and a capability of namespace {@value
 * #NAMESPACE} with attributes {@code name}, {@code consumes}, {@code produces} and {@code arch}.
 */
@ComponentPropertyType
@Capability(namespace = PassInfo.NAMESPACE)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PassInfo {
    /** The capability's namespace. */
    String NAMESPACE = "latebind.pass";

    /** Prefix of the service properties. */
    String PREFIX_ = "latebind.pass.";

    /** The name by which pipelines call the pass. */
    @Attribute("name")
    String name();

    /** Types of the artifacts that must be there before the pass runs. */
    @Attribute("consumes")
    Class<?>[] consumes();

    /** Types of the artifacts that the pass puts or replaces. */
    @Attribute("produces")
    Class<?>[] produces();

    /** The architecture the pass is for, by its target's name; empty where it serves all. */
    @Attribute("arch")
    String arch() default "";

    /** Names of the options that the pass asks its {@link RunContext#option context} for. */
    @Attribute("options")
    String[] options() default {};
}
