package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class LinkNotValid extends Problem {
    LinkNotValid() {
        super(
                Kind.CALLER,
                "link-not-valid",
                404,
                "This link is not valid: unknown, used or expired. Ask for a new one.");
    }
}
