package org.sellmeapen.speech;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is told about a recording, in the outside contract's words. Seconds, ratios from 0 to 1; what could not be
 * computed is absent and stands in {@code notAvailable}.
 *
 * @param seconds length of the recording
 * @param speechSeconds when anybody spoke, silences shorter than a pause included
 * @param wordsPerMinute all words over the time from the first to the last speech
 * @param wordsPerMinuteEstimated from syllables, because there was no transcript or none that fits the sound
 * @param wordsPerMinuteTypicalError mean error of an estimate of so many words, as a ratio; absent where words were counted
 * @param wordsPerMinuteEstimatedBecause why words were not counted; absent where they were
 * @param charactersPerMinute of a transcript in a language whose words have no spaces; absent elsewhere
 * @param fillersPerMinute over the same time
 * @param pauses silences after which the same voice goes on
 * @param responseDelays silences after which the other voice takes over; of two voices only
 * @param clarityScore 0-100, of the seller's side where there are two voices; a practice indicator
 * @param confidenceScore likewise
 * @param talkRatio the seller's side (the left channel) of all talk
 * @param longestMonologueS of anybody
 * @param interruptions how many; where stands in {@code interruptionList}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpeechReport(
        double seconds,
        double speechSeconds,
        @Nullable Double wordsPerMinute,
        @Nullable Boolean wordsPerMinuteEstimated,
        @Nullable Double wordsPerMinuteTypicalError,
        @Nullable String wordsPerMinuteEstimatedBecause,
        @Nullable Double charactersPerMinute,
        @Nullable Double articulationSyllablesPerSecond,
        @Nullable Integer fillerWordCount,
        @Nullable List<Counted> fillerWords,
        @Nullable Double fillersPerMinute,
        @Nullable List<Counted> hedges,
        @Nullable List<Counted> boosters,
        @Nullable List<Counted> apologies,
        @Nullable Pauses pauses,
        @Nullable Pauses responseDelays,
        @Nullable Integer clarityScore,
        @Nullable Integer confidenceScore,
        Parts parts,
        List<Recommendation> recommendations,
        List<Channel> channels,
        @Nullable Double talkRatio,
        @Nullable Double longestMonologueS,
        @Nullable Integer interruptions,
        @Nullable List<Interruption> interruptionList,
        @Nullable Overlaps overlaps,
        List<Unmeasured> notAvailable) {

    /** How often a word was counted. */
    public record Counted(String word, int count) {}

    /** What each score is made of. */
    public record Parts(List<Part> clarity, List<Part> confidence) {}

    /**
     * @param of which figure it weighs
     * @param value of that figure; absent where it could not be measured, and the part then counts for nothing
     * @param points of {@code weight}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String name,
            int weight,
            String of,
            @Nullable Double value,
            @Nullable Double points,
            String formula,
            String source) {}

    /**
     * @param what pace_fast, pace_slow, fillers, hedges, long_pauses, short_pauses, monologue, talk_share, interruptions
     * @param value what was measured
     * @param norm what would have been well
     * @param formula what was measured, in words
     */
    public record Recommendation(String what, String say, Moment moment, double value, double norm, String formula) {

        static Recommendation of(SpeechFinding finding) {
            return new Recommendation(
                    finding.what(),
                    finding.say(),
                    finding.moments().getFirst(),
                    finding.value(),
                    finding.norm(),
                    finding.formula());
        }
    }

    /** Where to listen: times where they are known, else the turn and its words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(
            @Nullable Double startS,
            @Nullable Double endS,
            @Nullable Integer turn,
            @Nullable String quote) {

        static Moment at(Span span) {
            return new Moment(Rounded.to(span.startS(), 2), Rounded.to(span.endS(), 2), null, null);
        }
    }

    /** @param by rep or buyer */
    public record Interruption(double startS, double endS, String by) {}

    /** When both spoke at once. */
    public record Overlaps(int count, double seconds) {}

    /**
     * One channel of the recording. Its words are counted over its own turns where there are two voices.
     *
     * @param channel 0 is mono or left
     * @param speaker rep or buyer, where there are two voices
     * @param talkSeconds its turns, silences under a second inside them included
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Channel(
            int channel,
            @Nullable String speaker,
            double speechSeconds,
            @Nullable Double talkSeconds,
            @Nullable Integer turns,
            @Nullable Double wordsPerMinute,
            @Nullable Boolean wordsPerMinuteEstimated,
            @Nullable Double articulationSyllablesPerSecond,
            @Nullable Integer fillerWordCount,
            @Nullable Pauses pauses,
            @Nullable Double longestMonologueS,
            @Nullable Integer interruptions,
            @Nullable Double levelWandersDb) {}
}
