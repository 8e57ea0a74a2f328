package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** At most three things to practise, the furthest from its norm first; each with where to hear it. */
final class Advice {

    private static final int MOST = 3;

    /** An estimate speaks half as loud as a measurement. */
    private static final double DOUBT = 0.5;

    private static final double WINDOW_S = 15;
    private static final int QUOTE = 40;

    private record Finding(double size, SpeechReport.Recommendation recommendation) {}

    private final Scores scores;
    private final SpeechPack pack;
    private final Voice voice;
    private final List<Finding> findings = new ArrayList<>();

    private Advice(Scores scores, SpeechPack pack, Voice voice) {
        this.scores = scores;
        this.pack = pack;
        this.voice = voice;
    }

    /** @param exchange null where there is one voice; the voice is then the first of the two */
    static List<SpeechReport.Recommendation> of(
            Scores scores, SpeechPack pack, Voice voice, @Nullable Exchange exchange) {
        Advice advice = new Advice(scores, pack, voice);
        advice.pace();
        advice.pauses();
        if (voice.words() != null) {
            advice.words("fillers", voice.words().fillers(), voice.fillersPerMinute(), "fillers a minute of talk");
            advice.words("hedges", voice.words().hedges(), voice.hedgesPerHundredWords(), "hedges in 100 words");
        }
        if (exchange != null) {
            advice.exchange(exchange);
        }
        return advice.findings.stream()
                .sorted(Comparator.comparingDouble(Finding::size).reversed())
                .limit(MOST)
                .map(Finding::recommendation)
                .toList();
    }

    private void add(String what, double size, SpeechReport.Moment moment, double value, double norm, String formula) {
        String say = Objects.requireNonNull(pack.advice().get(what), what);
        findings.add(new Finding(
                size, new SpeechReport.Recommendation(what, say, moment, Rounded.to(value, 2), norm, formula)));
    }

    private void pace() {
        Voice.Pace pace = voice.pace();
        if (pace == null) {
            return;
        }
        double sure = pace.estimated() ? DOUBT : 1;
        String formula = "words a minute" + (pace.estimated() ? ", estimated from syllables" : "");
        double wpm = pace.wordsPerMinute();
        if (wpm > pack.pace().fast()) {
            double size = sure * (wpm / pack.pace().fast() - 1);
            add("pace_fast", size, busiest(true), wpm, pack.pace().fast(), formula);
        } else if (wpm < pack.pace().slow()) {
            double size = sure * (pack.pace().slow() / wpm - 1);
            add("pace_slow", size, busiest(false), wpm, pack.pace().slow(), formula);
        }
    }

    /** The quarter of a minute with the most (or the fewest) syllables, beginning with a stretch of speech. */
    private SpeechReport.Moment busiest(boolean most) {
        Heard heard = voice.heard().getFirst();
        Span found = new Span(
                heard.speech().getFirst().startS(), heard.speech().getLast().endS());
        int best = -1;
        for (Span stretch : heard.speech()) {
            Span window = new Span(stretch.startS(), stretch.startS() + WINDOW_S);
            if (window.endS() > heard.speech().getLast().endS() && best >= 0) {
                break;
            }
            int syllables = heard.syllables(window);
            if (best < 0 || (most ? syllables > best : syllables < best)) {
                best = syllables;
                found = new Span(
                        window.startS(),
                        Math.min(window.endS(), heard.speech().getLast().endS()));
            }
        }
        return SpeechReport.Moment.at(found);
    }

    private void pauses() {
        Scores.PartText part = part(scores.confidence(), "long_pauses");
        double rate = voice.pausesPerMinuteFrom(scores.longPauseS());
        if (part.fullTo() != null && rate > part.fullTo()) {
            Span longest = voice.pauses().list().stream()
                    .max(Comparator.comparingDouble(Span::seconds))
                    .orElseThrow();
            String formula = "pauses of " + scores.longPauseS() + " s and longer a minute of talk";
            add("long_pauses", rate / part.fullTo() - 1, SpeechReport.Moment.at(longest), rate, part.fullTo(), formula);
        }
        Scores.PartText length = part(scores.clarity(), "pauses");
        double mean = voice.meanPauseS();
        if (length.fullFrom() != null && mean < length.fullFrom() && voice.longestTurn() != null) {
            add(
                    "short_pauses",
                    1 - mean / length.fullFrom(),
                    SpeechReport.Moment.at(Objects.requireNonNull(voice.longestTurn())),
                    mean,
                    length.fullFrom(),
                    "mean pause in seconds; 0 without any");
        }
    }

    private static Scores.PartText part(List<Scores.PartText> parts, String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private void words(String what, @Nullable List<WordFigures.Found> places, @Nullable Double rate, String formula) {
        Double norm = part(scores.confidence(), what).fullTo();
        if (places == null || places.isEmpty() || rate == null || norm == null || rate <= norm) {
            return;
        }
        add(what, rate / norm - 1, thickest(places), rate, norm, formula);
    }

    /** The utterance with the most of them, from the first on. */
    private static SpeechReport.Moment thickest(List<WordFigures.Found> places) {
        Said.Utterance utterance = places.stream()
                .collect(Collectors.groupingBy(
                        WordFigures.Found::utterance, java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Lexicon.Mention first = places.stream()
                .filter(place -> place.utterance().equals(utterance))
                .findFirst()
                .orElseThrow()
                .mention();
        String text = utterance.text();
        int from = Math.max(0, text.lastIndexOf(' ', Math.max(0, first.from() - QUOTE)));
        int to = text.indexOf(' ', Math.min(text.length(), first.to() + QUOTE));
        Double start = utterance.secondOf(first.from());
        Double end = utterance.secondOf(first.to());
        return new SpeechReport.Moment(
                start == null ? null : Rounded.to(start, 2),
                end == null ? null : Rounded.to(end, 2),
                utterance.speaker() == null ? null : utterance.i(),
                text.substring(from, to < 0 ? text.length() : to).strip());
    }

    private void exchange(Exchange exchange) {
        Span longest = voice.longestTurn();
        if (longest == null) {
            return;
        }
        Scores.Limits limits = scores.limits();
        if (longest.seconds() > limits.monologueS()) {
            add(
                    "monologue",
                    longest.seconds() / limits.monologueS() - 1,
                    SpeechReport.Moment.at(longest),
                    longest.seconds(),
                    limits.monologueS(),
                    "seconds of the longest turn without a reply of a second");
        }
        if (exchange.talkRatio() > limits.talkShare()) {
            add(
                    "talk_share",
                    exchange.talkRatio() / limits.talkShare() - 1,
                    SpeechReport.Moment.at(longest),
                    exchange.talkRatio(),
                    limits.talkShare(),
                    "the seller's turns / all turns, in seconds");
        }
        List<Exchange.Interruption> own =
                exchange.interruptions().stream().filter(i -> i.by() == 0).toList();
        if (own.size() > limits.interruptions()) {
            add(
                    "interruptions",
                    own.size() / Math.max(1, voice.minutes()),
                    SpeechReport.Moment.at(own.getFirst().span()),
                    own.size(),
                    limits.interruptions(),
                    "times of beginning 0.3 s or more before the other ended and going on for 1 s or more");
        }
    }
}
