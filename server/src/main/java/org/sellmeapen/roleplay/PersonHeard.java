package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;

/**
 * One turn of the person in the buyer's chair as the AI seller understood it.
 *
 * @param signs what its sentences do, by the names of {@code hearing-seller.yaml}
 * @param objection the act of the obstacle, where it names one
 * @param subjects ids of topics it may be about, strongest first
 * @param plainSubjects those of them it is plainly about
 * @param fits steps of the pitch, by group and id, of which it speaks, with the person's own words for it
 * @param when a day it proposes
 * @param thing the point of its condition or request in a few words, as the seller would say it
 */
record PersonHeard(
        Words words,
        Does does,
        List<Said> sentences,
        Set<String> signs,
        List<ActReading> acts,
        @Nullable Act objection,
        List<String> subjects,
        List<String> plainSubjects,
        Map<String, String> fits,
        @Nullable String when,
        @Nullable String thing) {

    /**
     * @param plain as {@link PersonSigns#plain} makes it
     * @param asks a question, which states nothing
     */
    record Said(String text, String plain, Words words, boolean asks, Set<String> signs) {}

    /** What a turn does where it stands, and what the seller reads in it. */
    enum Does {
        STAYS_SILENT(Signal.Kind.PERSON_SILENT),
        MAKES_NO_SENSE(Signal.Kind.PERSON_SILENT),
        GIVES_ORDERS(Signal.Kind.PERSON_SILENT),
        SEES_THROUGH(Signal.Kind.PERSON_TELLS),
        PAUSES(Signal.Kind.PERSON_TELLS),
        STRAYS(Signal.Kind.PERSON_SILENT),
        IS_RUDE(Signal.Kind.PERSON_RUDE),
        REFUSES(Signal.Kind.PERSON_REFUSES),
        LEAVES(Signal.Kind.PERSON_STALLS),
        COMMITS(Signal.Kind.PERSON_AGREES),
        NAMES_DAY(Signal.Kind.PERSON_AGREES),
        DECLINES_NOW(Signal.Kind.PERSON_STALLS),
        PUTS_OFF(Signal.Kind.PERSON_STALLS),
        OBJECTS(Signal.Kind.PERSON_OBJECTS),
        SETS_CONDITION(Signal.Kind.PERSON_WARMS),
        ASKS(Signal.Kind.PERSON_ASKS),
        ASKS_PURPOSE(Signal.Kind.PERSON_ASKS),
        ASKS_WHY(Signal.Kind.PERSON_ASKS),
        IS_CONFUSED(Signal.Kind.PERSON_ASKS),
        REQUESTS(Signal.Kind.PERSON_ASKS),
        WITHHOLDS(Signal.Kind.PERSON_TELLS),
        SAYS_NO(Signal.Kind.PERSON_TELLS),
        IS_UNSURE(Signal.Kind.PERSON_TELLS),
        AGREES(Signal.Kind.PERSON_AGREES),
        WARMS(Signal.Kind.PERSON_WARMS),
        NODS(Signal.Kind.PERSON_TELLS),
        TELLS(Signal.Kind.PERSON_TELLS);

        private final Signal.Kind read;

        Does(Signal.Kind read) {
            this.read = read;
        }

        Signal.Kind read() {
            return read;
        }
    }

    boolean shows(String sign) {
        return signs.contains(sign);
    }

    /** A plain yes, not only an okay. */
    boolean saysYes() {
        return (shows("yes") || shows("eager")) && !shows("negative");
    }

    String text() {
        return words.text();
    }

    boolean asks() {
        return sentences.stream().anyMatch(Said::asks);
    }

    /** The same, understood otherwise. */
    PersonHeard as(Does other) {
        return new PersonHeard(
                words, other, sentences, signs, acts, objection, subjects, plainSubjects, fits, when, thing);
    }
}
