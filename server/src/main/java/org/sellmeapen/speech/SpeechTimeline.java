package org.sellmeapen.speech;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a picture of a conversation shows, and the table behind it. Seconds from the start of the recording.
 *
 * @param pace the seller's, estimated from syllables over half a minute; moments without enough talk are left out
 * @param fillers the seller's, where voices are told apart; with their times where the transcript has some; a word in a turn is placed by its letters
 */
public record SpeechTimeline(
        double seconds, List<Side> sides, List<Span> overlaps, List<PacePoint> pace, List<Filler> fillers) {

    private static final double WINDOW_S = 30;
    private static final double STEP_S = 5;
    private static final double LEAST_TALK_S = 5;

    /** @param speaker rep or buyer; absent where there is one voice */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(@Nullable String speaker, List<Span> turns, List<Span> speech) {}

    public record PacePoint(double atS, double wordsPerMinute) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filler(
            String word,
            @Nullable Integer turn,
            @Nullable Double startS,
            @Nullable Double endS) {}

    static SpeechTimeline of(double seconds, Voices voices, Voice own, @Nullable WordFigures words) {
        Exchange exchange = voices.exchange();
        List<Side> sides = new ArrayList<>();
        for (int c = 0; !voices.silent() && c < voices.heard().size(); c++) {
            Heard heard = voices.heard().get(c);
            sides.add(new Side(
                    voices.codeOf(c),
                    rounded(exchange == null ? Exchange.turnsAlone(heard) : exchange.turns(c)),
                    rounded(heard.sounding())));
        }
        List<Filler> fillers = words == null || words.fillers() == null
                ? List.of()
                : words.fillers().stream().map(SpeechTimeline::filler).toList();
        return new SpeechTimeline(
                Rounded.to(seconds, 2),
                sides,
                exchange == null ? List.of() : rounded(exchange.overlaps()),
                voices.buyerAlone() ? List.of() : pace(seconds, own),
                fillers);
    }

    private static Filler filler(WordFigures.Found found) {
        Double start = found.utterance().secondOf(found.mention().from());
        Double end = found.utterance().secondOf(found.mention().to());
        return new Filler(
                found.mention().word(),
                found.utterance().speaker() == null ? null : found.utterance().i(),
                start == null ? null : Rounded.to(start, 2),
                end == null ? null : Rounded.to(end, 2));
    }

    private static List<PacePoint> pace(double seconds, Voice own) {
        Double perWord = own.syllablesPerWord();
        List<PacePoint> points = new ArrayList<>();
        if (perWord == null) {
            return points;
        }
        Heard heard = own.heard().getFirst();
        for (double at = WINDOW_S / 2; at <= seconds - WINDOW_S / 2 + STEP_S; at += STEP_S) {
            Span window = new Span(at - WINDOW_S / 2, at + WINDOW_S / 2);
            double talk = own.turns().stream().mapToDouble(window::overlap).sum();
            if (talk >= LEAST_TALK_S) {
                double words = heard.syllables(window) / perWord;
                points.add(new PacePoint(Rounded.to(at, 1), Rounded.to(60 * words / talk, 1)));
            }
        }
        return points;
    }

    private static List<Span> rounded(List<Span> spans) {
        return spans.stream()
                .map(span -> new Span(Rounded.to(span.startS(), 2), Rounded.to(span.endS(), 2)))
                .toList();
    }
}
