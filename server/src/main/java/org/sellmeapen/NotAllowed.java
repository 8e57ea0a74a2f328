package org.sellmeapen;

import org.sellmeapen.kernel.Problem;

final class NotAllowed extends Problem {
    NotAllowed() {
        super(
                Kind.CALLER,
                "not-allowed",
                403,
                "Your role does not include this. Ask an administrator of your organisation.");
    }
}
