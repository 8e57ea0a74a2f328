package org.sellmeapen.media;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Problem;

/** The place where recordings are kept does not do what it should. */
public final class StoreTrouble extends Problem {

    private final boolean passing;

    private StoreTrouble(boolean passing, String what, @Nullable Throwable cause) {
        super(Kind.PROVIDER, "recording-store-away", 503, "The store of recordings cannot be used: " + what + ".");
        this.passing = passing;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** Worth another try. */
    static StoreTrouble passing(String what, @Nullable Throwable cause) {
        return new StoreTrouble(true, what, cause);
    }

    /** The same request will fail the same way until somebody changes something. */
    static StoreTrouble lasting(String what, @Nullable Throwable cause) {
        return new StoreTrouble(false, what, cause);
    }

    boolean isPassing() {
        return passing;
    }
}
