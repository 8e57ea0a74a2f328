package org.sellmeapen;

import org.sellmeapen.kernel.Problem;

final class TokenNotEnough extends Problem {
    TokenNotEnough(String detail) {
        super(Kind.CALLER, "token-not-enough", 403, detail);
    }
}
