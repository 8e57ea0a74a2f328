package org.sellmeapen.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an utterance does to the other person. Nineteen acts of the rep, sixteen of the buyer. */
public enum Act {
    GREETING(Speaker.REP),
    RAPPORT(Speaker.REP),
    AGENDA(Speaker.REP),
    OPEN_QUESTION(Speaker.REP),
    CLOSED_QUESTION(Speaker.REP),
    FOLLOW_UP_QUESTION(Speaker.REP),
    FEATURE(Speaker.REP),
    BENEFIT(Speaker.REP),
    PROOF(Speaker.REP),
    PRICE_TALK(Speaker.REP),
    ACKNOWLEDGE(Speaker.REP),
    OBJECTION_RESPONSE(Speaker.REP),
    TRIAL_CLOSE(Speaker.REP),
    CLOSE_ASK(Speaker.REP),
    NEXT_STEP(Speaker.REP),
    SUMMARY(Speaker.REP),
    PRESSURE(Speaker.REP),
    COMPETITOR_ATTACK(Speaker.REP),
    FILLER_OTHER(Speaker.REP),

    OBJECTION_PRICE(Speaker.BUYER),
    OBJECTION_TIMING(Speaker.BUYER),
    OBJECTION_AUTHORITY(Speaker.BUYER),
    OBJECTION_NEED(Speaker.BUYER),
    OBJECTION_TRUST(Speaker.BUYER),
    OBJECTION_COMPETITOR(Speaker.BUYER),
    COMPETITOR_MENTION(Speaker.BUYER),
    PRICING_QUESTION(Speaker.BUYER),
    BUYING_SIGNAL(Speaker.BUYER),
    INFORMATION(Speaker.BUYER),
    QUESTION(Speaker.BUYER),
    AGREEMENT(Speaker.BUYER),
    REJECTION(Speaker.BUYER),
    STALL(Speaker.BUYER),
    GOODBYE(Speaker.BUYER),
    OTHER(Speaker.BUYER);

    private final Speaker speaker;

    Act(Speaker speaker) {
        this.speaker = speaker;
    }

    public Speaker speaker() {
        return speaker;
    }

    /** The word in JSON, SQL and content files, such as {@code open_question}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isObjection() {
        return name().startsWith("OBJECTION_") && speaker == Speaker.BUYER;
    }

    public boolean isQuestion() {
        return switch (this) {
            case OPEN_QUESTION, CLOSED_QUESTION, FOLLOW_UP_QUESTION, QUESTION, PRICING_QUESTION -> true;
            default -> false;
        };
    }

    public static Optional<Act> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }

    public static List<Act> of(Speaker speaker) {
        return Arrays.stream(values()).filter(act -> act.speaker == speaker).toList();
    }
}
