package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.Problem;

final class LastOwner extends Problem {
    LastOwner() {
        super(
                Kind.CALLER,
                "last-owner",
                409,
                "This is the last active owner. Make somebody else an owner first; an organisation is never without one.");
    }
}
