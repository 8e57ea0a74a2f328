package org.sellmeapen.ai.setup;

import org.sellmeapen.kernel.Problem;

/** Nothing is left of the month's cap of the model that is to be tested. */
public final class MonthsCapSpent extends Problem {
    MonthsCapSpent(ModelEntry entry) {
        super(
                Kind.CALLER,
                "months-cap-spent",
                409,
                "The cap for this month of " + entry.provider()
                        + " is spent, and a test is paid for like any answer. Raise the"
                        + " cap, or wait for the next month.");
    }
}
