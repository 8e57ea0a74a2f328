package org.sellmeapen.coaching;

import java.util.Locale;
import org.sellmeapen.kernel.Problem;

/** A drill is a minute or so. */
final class TakeTooLong extends Problem {

    TakeTooLong(double seconds) {
        super(Kind.CALLER, "take-too-long", 422, String.format(Locale.ROOT, "A drill lasts %.0f s at most.", seconds));
    }
}
