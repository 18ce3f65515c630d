package org.latebind.headers.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tells what the types of a kernel's headers are under that kernel's configuration; a service. */
@ProviderType
public interface TypeDescriber {
    /**
     * Each definition of a name as C with offsets, sizes and holes, in the way of pahole.
     *
     * @param name a tag or a typedef name, or {@code tag.member.member}
     * @param paths of the headers that may define it
     * @return no text twice; empty where no such type is to be had from these headers
     */
    List<String> describe(HeaderData headers, String name, List<String> paths);
}
