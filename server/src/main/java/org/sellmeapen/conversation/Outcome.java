package org.sellmeapen.conversation;

import java.util.Locale;

/**
 * How a conversation ended. {@code SALE}: the buyer commits to buy in it; {@code NEXT_STEP}: a dated or otherwise firm
 * follow-up, no decision yet; {@code NO_SALE}: the present opportunity is closed; {@code UNDECIDED}: the rest.
 */
public enum Outcome {
    SALE,
    NEXT_STEP,
    UNDECIDED,
    NO_SALE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
