package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.kernel.Storable;
import org.sellmeapen.roleplay.Actor;
import org.sellmeapen.roleplay.Understood;

/**
 * What the person said.
 *
 * @param sound where it lies on the call clock, absent where it was typed
 * @param cutIn with what the counterpart took the word from the person, absent where it did not
 * @param understood by somebody else, where there are no words for the language
 * @param farewell how the answer is worded if it ends the conversation, absent for the built-in words
 */
record Spoken(
        String text,
        PlayedTurn.@Nullable Sound sound,
        @Nullable String cutIn,
        @Nullable Understood understood,
        @Nullable String farewell) {

    /** Whichever way it came: what could not be stored, or judged as a turn, is not begun with. */
    Spoken {
        if (text.length() > Training.LONGEST_TURN) {
            throw new TurnTooLong();
        }
        if (!Storable.is(text)) {
            throw new TurnNotText();
        }
    }

    Spoken(String text, PlayedTurn.@Nullable Sound sound, @Nullable String cutIn) {
        this(text, sound, cutIn, null, null);
    }

    Spoken understood(Understood how, @Nullable String lastWords) {
        return new Spoken(text, sound, cutIn, how, lastWords);
    }

    List<MarkedTurn> heardBy(Actor counterpart) {
        return understood == null ? counterpart.hear(text) : counterpart.hear(text, understood);
    }

    /** Of a voice, which nobody can take back: as much as a turn holds. */
    static Spoken aloud(String text, PlayedTurn.Sound sound, @Nullable String cutIn) {
        return new Spoken(asMuchAsATurnHolds(text), sound, cutIn);
    }

    static String asMuchAsATurnHolds(String text) {
        if (text.length() <= Training.LONGEST_TURN) {
            return text;
        }
        boolean halves = Character.isHighSurrogate(text.charAt(Training.LONGEST_TURN - 1));
        return text.substring(0, halves ? Training.LONGEST_TURN - 1 : Training.LONGEST_TURN);
    }

    static Spoken typed(String text) {
        return new Spoken(text, null, null);
    }

    /** The person's turn comes first among those it brought. */
    List<PlayedTurn> onto(List<PlayedTurn> turns, boolean ends) {
        List<PlayedTurn> sounding = new ArrayList<>(turns);
        if (sound != null) {
            sounding.set(0, turns.getFirst().sounding(sound));
        }
        if (cutIn != null && turns.size() > 1) {
            sounding.set(1, turns.get(1).beginningWith(cutIn));
        }
        if (ends && farewell != null) {
            sounding.set(sounding.size() - 1, sounding.getLast().saying(farewell));
        }
        return sounding;
    }

    /** The sentence that decides is quoted as it was said. */
    @Nullable
    Ending wordedIn(@Nullable Ending ending, PlayedTurn last) {
        return ending == null || farewell == null || ending.decidingTurn() != last.i()
                ? ending
                : new Ending(
                        ending.outcome(),
                        ending.decidingTurn(),
                        last.marked().turn().text());
    }
}
