package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class WrongCredentials extends Problem {
    WrongCredentials() {
        super(Kind.CALLER, "wrong-credentials", 401, "That e-mail and password do not open an account here.");
    }
}
