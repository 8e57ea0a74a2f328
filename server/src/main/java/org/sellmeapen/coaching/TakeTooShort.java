package org.sellmeapen.coaching;

import java.util.Locale;
import org.sellmeapen.kernel.Problem;

/** Too little speech to say how it went. */
final class TakeTooShort extends Problem {

    TakeTooShort(double heard, double needed) {
        super(
                Kind.CALLER,
                "take-too-short",
                422,
                String.format(Locale.ROOT, "%.1f s of speech were heard; a drill needs %.0f s.", heard, needed));
    }
}
