package org.sellmeapen.signin;

import org.sellmeapen.kernel.Problem;

/** No proof of who asks, or one that holds no longer. */
public final class NotSignedIn extends Problem {
    public NotSignedIn() {
        super(Kind.CALLER, "not-signed-in", 401, "Sign in first; a former sign-in may have ended.");
    }
}
