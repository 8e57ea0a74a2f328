package org.sellmeapen;

import org.sellmeapen.kernel.Problem;

final class CrossSiteRefused extends Problem {
    CrossSiteRefused() {
        super(Kind.CALLER, "cross-site", 403, "This change was sent by a page of another site. Nothing was changed.");
    }
}
