package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class EmailTaken extends Problem {
    EmailTaken() {
        super(Kind.CALLER, "email-taken", 409, "There is an account with that e-mail already. Sign in with it.");
    }
}
