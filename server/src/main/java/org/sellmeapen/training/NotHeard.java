package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;
import org.sellmeapen.roleplay.Interpreted;

/** The model that has to understand a turn was of no use; the turn was not taken, and nothing moved. */
final class NotHeard extends Problem {

    private static final String NOT_TAKEN = " What you said was not taken; ";

    private NotHeard(Kind kind, String code, int status, String detail) {
        super(kind, code, status, detail);
    }

    static NotHeard because(Interpreted.Why why) {
        return switch (why) {
            case LATE ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard-late",
                        503,
                        "The language model did not answer in time." + NOT_TAKEN + "say it again.");
            case UNREACHABLE ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard-unreachable",
                        503,
                        "The language model cannot be reached just now." + NOT_TAKEN + "say it again in a moment.");
            case REFUSED ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard-refused",
                        503,
                        "The language model refused to read that." + NOT_TAKEN + "say it in other words.");
            case OVER_CAP ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard-over-cap",
                        503,
                        "The language model has reached its cap for this month." + NOT_TAKEN
                                + "an administrator can raise the cap.");
            case NOT_SET_UP ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard-not-set-up",
                        503,
                        "The language model is not set up as it must be." + NOT_TAKEN
                                + "an administrator can mend it.");
            case NOT_UNDERSTOOD, UNFIT ->
                new NotHeard(
                        Kind.PROVIDER,
                        "not-heard",
                        503,
                        "The language model did not make sense of that." + NOT_TAKEN + "say it again.");
        };
    }

    /** Nobody is left who speaks the language. */
    static NotHeard byNobody() {
        return because(Interpreted.Why.NOT_SET_UP);
    }
}
