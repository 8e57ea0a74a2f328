package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class PasswordTooShort extends Problem {
    PasswordTooShort() {
        super(
                Kind.CALLER,
                "password-too-short",
                400,
                "A password has at least 12 characters. Three or four unrelated words make a good one.");
    }
}
