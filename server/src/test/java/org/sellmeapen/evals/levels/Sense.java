package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Locale;

/** What a seller's rough ear tells apart; each has its list of phrases in {@code ears.yaml}. */
enum Sense {
    PRICE_QUESTION,
    MONEY,
    TIME,
    AUTHORITY,
    NEED,
    TRUST,
    RIVAL,
    STALL,
    POSITIVE,
    YES,
    READY,
    FAREWELL,
    PUSHED,
    MUDDLED,
    UNMET,
    NOT_YET,
    CHAT,
    PAIN,
    PROOF_WORDS,
    MONEY_HINTS,
    TIME_HINTS,
    AUTHORITY_HINTS,
    NEED_HINTS,
    RIVAL_HINTS;

    static final List<Sense> OBJECTIONS = List.of(MONEY, TRUST, AUTHORITY, TIME, RIVAL, NEED);

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which words in a fact promise an answer to this obstacle. */
    Sense hints() {
        return switch (this) {
            case MONEY -> MONEY_HINTS;
            case TIME -> TIME_HINTS;
            case AUTHORITY -> AUTHORITY_HINTS;
            case NEED -> NEED_HINTS;
            case RIVAL -> RIVAL_HINTS;
            case TRUST -> PROOF_WORDS;
            case PRICE_QUESTION,
                    STALL,
                    POSITIVE,
                    YES,
                    READY,
                    FAREWELL,
                    PUSHED,
                    MUDDLED,
                    UNMET,
                    NOT_YET,
                    CHAT,
                    PAIN,
                    PROOF_WORDS,
                    MONEY_HINTS,
                    TIME_HINTS,
                    AUTHORITY_HINTS,
                    NEED_HINTS,
                    RIVAL_HINTS -> this;
        };
    }
}
