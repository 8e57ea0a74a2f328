package org.sellmeapen.roleplay;

/**
 * Something the seller's words did, before any rule has said what it is worth.
 *
 * @param ground what it concerned (a need, a topic, an objection), so that the second time can count less; or ""
 * @param strength 0-1, how sure the ear is
 */
record Signal(Kind kind, String ground, double strength) {

    Signal(Kind kind, String ground) {
        this(kind, ground, 1);
    }

    Signal(Kind kind) {
        this(kind, "", 1);
    }

    enum Kind {
        GREETS,
        STATES_PURPOSE,
        RAPPORT,
        OPEN_QUESTION,
        CLOSED_QUESTION,
        FOLLOW_UP,
        QUESTION_AGAIN,
        INTERROGATION,
        FACT_EARNED,
        SUMS_UP,
        WORKS_A_NUMBER,
        BENEFIT_MEETS_NEED,
        BENEFIT_UNASKED,
        FEATURE_UNASKED,
        LECTURE,
        MONOLOGUE,
        PROOF,
        HONEST_LIMIT,
        PRICE_WITH_VALUE,
        BARE_PRICE,
        ANSWERS_QUESTION,
        DODGES_QUESTION,
        ACKNOWLEDGES,
        EXPLORES_OBJECTION,
        ANSWERS_HALF,
        ANSWERS_OBJECTION,
        BRUSHES_OFF,
        TALKS_PAST,
        MAKES_IT_WORSE,
        TRIAL_WARM,
        TRIAL_COLD,
        ASKS_TOO_EARLY,
        PRESSURE,
        COMPETITOR_ATTACK,
        RUDE,
        COMMAND,
        REPEATED,
        SILENCE,
        NOT_UNDERSTOOD,
        ONE_WORD,
        FILLER,
        TIME_WEARS,

        // what an AI seller reads in the person
        PERSON_TELLS,
        PERSON_ASKS,
        PERSON_WARMS,
        PERSON_AGREES,
        PERSON_OBJECTS,
        PERSON_STALLS,
        PERSON_REFUSES,
        PERSON_SILENT,
        PERSON_RUDE
    }
}
