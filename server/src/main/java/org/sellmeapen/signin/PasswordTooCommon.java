package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class PasswordTooCommon extends Problem {
    PasswordTooCommon() {
        super(
                Kind.CALLER,
                "password-too-common",
                400,
                "That password is among the first that anybody would try. Take three or four unrelated words.");
    }
}
