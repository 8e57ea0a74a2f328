package org.sellmeapen;

import org.sellmeapen.kernel.Problem;

final class CsrfTokenWrong extends Problem {
    CsrfTokenWrong() {
        super(
                Kind.CALLER,
                "csrf-token-wrong",
                403,
                "Send the value of the cookie __Host-csrf as X-CSRF-Token. Nothing was changed; reload the page and repeat it.");
    }
}
