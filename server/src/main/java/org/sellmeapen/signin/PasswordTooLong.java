package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class PasswordTooLong extends Problem {
    PasswordTooLong() {
        super(Kind.CALLER, "password-too-long", 400, "A password has at most 128 characters.");
    }
}
