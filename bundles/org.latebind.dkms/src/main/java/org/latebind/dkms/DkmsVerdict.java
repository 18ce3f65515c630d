package org.latebind.dkms;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Whether a package is for a kernel. */
@ProviderType
public sealed interface DkmsVerdict {
    record Builds() implements DkmsVerdict {}

    /** @param reasons sentences without a period, one a directive that does not match */
    record Excluded(List<String> reasons) implements DkmsVerdict {
        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }
}
