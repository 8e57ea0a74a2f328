package org.sellmeapen.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;

/**
 * Whose voices a recording holds: two on two channels, or one.
 *
 * @param heard one, or the seller's and the buyer's
 * @param firstChannel which channel the first of them is on
 * @param exchange null where there is one voice
 * @param oneBecause why there is only one, null where there are two
 */
record Voices(
        List<Heard> heard,
        int firstChannel,
        @Nullable Exchange exchange,
        @Nullable String oneBecause) {

    static final List<Speaker> SIDES = List.of(Speaker.REP, Speaker.BUYER);

    private static final String ONE_SPEAKS = "only one channel holds speech";

    static Voices of(List<Heard> channels, boolean sameSound) {
        List<Heard> speaking = channels.stream().filter(h -> !h.silent()).toList();
        if (channels.size() == 1) {
            return new Voices(channels, 0, null, "one channel: who spoke when is not told apart");
        }
        if (sameSound) {
            return new Voices(List.of(channels.getFirst()), 0, null, "both channels carry the same sound");
        }
        if (speaking.size() < 2) {
            int speaker = channels.getFirst().silent() && !speaking.isEmpty() ? 1 : 0;
            return new Voices(List.of(channels.get(speaker)), speaker, null, ONE_SPEAKS);
        }
        return new Voices(channels, 0, new Exchange(channels.get(0), channels.get(1)), null);
    }

    /** The seller's channel holds nothing: what is heard is no performance of theirs. */
    boolean buyerAlone() {
        return exchange == null && firstChannel == SIDES.indexOf(Speaker.BUYER);
    }

    /** Two people may speak in what is heard as one. */
    boolean mayBeTwo() {
        return exchange == null && !ONE_SPEAKS.equals(oneBecause);
    }

    /** Whose voice it is; null where there is one that nobody names. */
    @Nullable
    String codeOf(int voice) {
        return exchange == null && !buyerAlone()
                ? null
                : SIDES.get(firstChannel + voice).code();
    }

    boolean silent() {
        return heard.stream().allMatch(Heard::silent);
    }

    /** When anybody spoke, silences shorter than a pause closed. */
    List<Span> sounding() {
        List<Span> speech = heard.size() == 1
                ? heard.getFirst().speech()
                : Spans.union(heard.get(0).speech(), heard.get(1).speech());
        return Spans.joined(speech, Heard.PAUSE_S);
    }

    /** The recording taken as one: words by the minute from the first to the last speech. */
    Voice whole(@Nullable WordFigures words, @Nullable Double syllablesPerWord) {
        List<Span> sounding = sounding();
        double minutes = (sounding.getLast().endS() - sounding.getFirst().startS()) / 60;
        Pauses pauses = exchange == null ? Pauses.of(Spans.gaps(heard.getFirst().speech())) : exchange.pauses();
        List<Span> turns = exchange == null ? Exchange.turnsAlone(heard.getFirst()) : List.of();
        return new Voice(heard, minutes, turns, pauses, words, syllablesPerWord);
    }

    /** One of two voices: words by the minute of its own turns. */
    static Voice side(
            Exchange exchange, Heard own, int channel, @Nullable WordFigures words, @Nullable Double syllablesPerWord) {
        List<Span> turns = exchange.turns(channel);
        return new Voice(
                List.of(own), Spans.seconds(turns) / 60, turns, exchange.pausesOf(channel), words, syllablesPerWord);
    }
}
