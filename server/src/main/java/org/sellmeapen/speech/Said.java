package org.sellmeapen.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;

/**
 * What was said in a recording, to the word.
 *
 * @param language BCP 47
 * @param verbatim whether hesitations stand in it; of words without them no filler can be counted
 * @param recognised by a machine; else somebody wrote it down
 * @param sureness of the recogniser of the seller's words, on average, 0 to 1; null where it does not say
 */
public record Said(
        String language,
        List<Utterance> utterances,
        boolean verbatim,
        boolean recognised,
        @Nullable Double sureness) {

    /**
     * @param i 0-based index in the transcript
     * @param speaker null where the transcript does not tell
     * @param startS seconds from the start of the recording, null where nobody measured
     * @param endS seconds, null where nobody measured
     */
    record Utterance(
            int i,
            @Nullable Speaker speaker,
            String text,
            @Nullable Double startS,
            @Nullable Double endS) {

        /** When the character {@code at} was said, were all said equally fast; null where the times are not known. */
        @Nullable
        Double secondOf(int at) {
            if (startS == null || endS == null) {
                return null;
            }
            return startS + (endS - startS) * at / Math.max(1, text.length());
        }
    }

    public Said {
        utterances = List.copyOf(utterances);
    }

    Said(String language, List<Utterance> utterances) {
        this(language, utterances, true, false, null);
    }

    /** Words without speakers or times. */
    public static Said plain(String language, String text) {
        return new Said(language, List.of(new Utterance(0, null, text, null, null)));
    }

    public static Said of(Transcript transcript) {
        return new Said(
                transcript.language(),
                transcript.turns().stream()
                        .map(turn -> new Utterance(turn.i(), turn.speaker(), turn.text(), turn.startS(), turn.endS()))
                        .toList());
    }

    /** The same, of a recogniser that leaves hesitations out. */
    public Said withoutHesitations() {
        return new Said(language, utterances, false, recognised, sureness);
    }

    /** The same, as a recogniser heard it. */
    public Said recognised(@Nullable Double sure) {
        return new Said(language, utterances, verbatim, true, sure);
    }

    boolean tellsSpeakers() {
        return utterances.stream().allMatch(u -> u.speaker() != null);
    }

    boolean hasTwoSpeakers() {
        return utterances.stream().map(Utterance::speaker).distinct().count() > 1;
    }

    Said by(Speaker speaker) {
        return new Said(
                language,
                utterances.stream().filter(u -> u.speaker() == speaker).toList(),
                verbatim,
                recognised,
                speaker == Speaker.REP ? sureness : null);
    }
}
