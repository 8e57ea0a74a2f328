package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

final class RecoveryElsewhere extends Problem {
    RecoveryElsewhere() {
        super(
                Kind.CALLER,
                "recovery-elsewhere",
                409,
                "This account belongs to another organisation too, so only its owner can recover it: by mail from the sign-in page, or through the operator of this installation.");
    }
}
