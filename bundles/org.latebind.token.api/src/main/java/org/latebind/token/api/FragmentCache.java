package org.latebind.token.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Fragments of one kernel's preprocessed headers, shared by translation units and safe for use by
 * several threads. A cache, never the truth: with it or without it a preprocessor gives the same
 * tokens.
 *
 * <p>A cache belongs to one kernel and one set of options: two headers of one {@link
 * org.latebind.diagnostics.api.SourceFile} name and origin {@code KERNEL} must have the same tokens,
 * and the same question to {@link FeatureAnswers} the same answer. Files of other origins are never
 * cached.
 */
@ProviderType
public interface FragmentCache {
    /** What was recorded here, ordered by file; what came from the source is not in it. */
    List<HeaderLog> logs();

    Statistics statistics();

    /**
     * What was reused since the cache was made.
     *
     * @param reusedFragments runs taken from the cache
     * @param reusedTokens expanded tokens in them
     * @param processedFragments runs of kernel headers processed from their stored tokens
     * @param processedTokens expanded tokens in those
     */
    record Statistics(long reusedFragments, long reusedTokens, long processedFragments, long processedTokens) {}
}
