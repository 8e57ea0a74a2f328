package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to practise, the furthest from its norm first; each with where to hear it. */
final class Advice {

    /** So many at once, and no more. */
    static final int MOST = 3;

    private static final int MOMENTS = 5;

    /** An estimate speaks half as loud as a measurement. */
    private static final double DOUBT = 0.5;

    /** Many recognisers leave out what is no word. */
    private static final double RECOGNISED = 0.8;

    private static final double HEARD = 1;

    private static final double WINDOW_S = 15;
    private static final int QUOTE = 40;

    private final Scores scores;
    private final SpeechPack pack;
    private final Voice voice;
    private final List<SpeechFinding> findings = new ArrayList<>();

    private Advice(Scores scores, SpeechPack pack, Voice voice) {
        this.scores = scores;
        this.pack = pack;
        this.voice = voice;
    }

    /** @param exchange null where there is one voice; the voice is then the first of the two */
    static List<SpeechFinding> of(Scores scores, SpeechPack pack, Voice voice, @Nullable Exchange exchange) {
        Advice advice = new Advice(scores, pack, voice);
        advice.pace();
        advice.pauses();
        if (voice.words() != null) {
            advice.words(
                    "fillers",
                    "fillers_per_minute",
                    voice.words().fillers(),
                    voice.fillersPerMinute(),
                    "fillers a minute of talk");
            advice.words(
                    "hedges",
                    "hedges_per_100_words",
                    voice.words().hedges(),
                    voice.hedgesPerHundredWords(),
                    "hedges in 100 words");
        }
        if (exchange != null) {
            advice.exchange(exchange);
        }
        return advice.findings.stream()
                .sorted(Comparator.comparingDouble(SpeechFinding::weight).reversed())
                .toList();
    }

    private void add(
            String what,
            String figure,
            double size,
            double reliability,
            List<SpeechReport.Moment> moments,
            double value,
            double norm,
            String formula) {
        String say = Objects.requireNonNull(pack.advice().get(what), what);
        findings.add(new SpeechFinding(
                what,
                figure,
                say,
                Rounded.to(value, 2),
                norm,
                Rounded.to(size, 3),
                reliability,
                formula,
                moments.stream().limit(MOMENTS).toList()));
    }

    private void pace() {
        Voice.Pace pace = voice.pace();
        if (pace == null) {
            return;
        }
        double sure = pace.estimated() ? DOUBT : HEARD;
        String formula = "words a minute" + (pace.estimated() ? ", estimated from syllables" : "");
        double wpm = pace.wordsPerMinute();
        if (wpm > pack.pace().fast()) {
            double size = wpm / pack.pace().fast() - 1;
            add(
                    "pace_fast",
                    "words_per_minute",
                    size,
                    sure,
                    busiest(true),
                    wpm,
                    pack.pace().fast(),
                    formula);
        } else if (wpm < pack.pace().slow()) {
            double size = 1 - wpm / pack.pace().slow();
            add(
                    "pace_slow",
                    "words_per_minute",
                    size,
                    sure,
                    busiest(false),
                    wpm,
                    pack.pace().slow(),
                    formula);
        }
    }

    /** Quarters of a minute that begin with a stretch of speech, those with the most (or the fewest) syllables first. */
    private List<SpeechReport.Moment> busiest(boolean most) {
        Heard heard = voice.heard().getFirst();
        double last = heard.speech().getLast().endS();
        List<Span> windows = new ArrayList<>();
        for (Span stretch : heard.speech()) {
            Span window = new Span(stretch.startS(), Math.min(last, stretch.startS() + WINDOW_S));
            if (windows.isEmpty() || window.seconds() >= WINDOW_S - Spans.NOTHING) {
                windows.add(window);
            }
        }
        Comparator<Span> byCount = Comparator.comparingInt(heard::syllables);
        windows.sort(most ? byCount.reversed() : byCount);
        List<Span> apart = new ArrayList<>();
        for (Span window : windows) {
            if (apart.size() < MOMENTS && apart.stream().noneMatch(other -> other.overlap(window) > 0)) {
                apart.add(window);
            }
        }
        return moments(apart);
    }

    private static List<SpeechReport.Moment> moments(List<Span> spans) {
        return spans.stream().map(SpeechReport.Moment::at).toList();
    }

    private static List<Span> longestFirst(List<Span> spans) {
        return spans.stream()
                .sorted(Comparator.comparingDouble(Span::seconds).reversed())
                .toList();
    }

    private void pauses() {
        Scores.PartText part = part(scores.confidence(), "long_pauses");
        double rate = voice.pausesPerMinuteFrom(scores.longPauseS());
        if (part.fullTo() != null && rate > part.fullTo()) {
            List<Span> pauses = longestFirst(voice.pauses().list()).stream()
                    .filter(pause -> pause.seconds() >= scores.longPauseS() - Spans.NOTHING)
                    .toList();
            String formula = "pauses of " + scores.longPauseS() + " s and longer a minute of talk";
            add(
                    "long_pauses",
                    "long_pauses_per_minute",
                    rate / part.fullTo() - 1,
                    HEARD,
                    moments(pauses),
                    rate,
                    part.fullTo(),
                    formula);
        }
        Scores.PartText length = part(scores.clarity(), "pauses");
        double mean = voice.meanPauseS();
        if (length.fullFrom() != null
                && mean < length.fullFrom()
                && !voice.turns().isEmpty()) {
            add(
                    "short_pauses",
                    "mean_pause_s",
                    1 - mean / length.fullFrom(),
                    HEARD,
                    moments(longestFirst(voice.turns())),
                    mean,
                    length.fullFrom(),
                    "mean pause in seconds; 0 without any");
        }
    }

    private static Scores.PartText part(List<Scores.PartText> parts, String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private void words(
            String what,
            String figure,
            @Nullable List<WordFigures.Found> places,
            @Nullable Double rate,
            String formula) {
        Double norm = part(scores.confidence(), what).fullTo();
        if (places == null || places.isEmpty() || rate == null || norm == null || rate <= norm) {
            return;
        }
        add(what, figure, rate / norm - 1, RECOGNISED, thickest(places), rate, norm, formula);
    }

    /** The utterances with the most of them, each from the first on. */
    private static List<SpeechReport.Moment> thickest(List<WordFigures.Found> places) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        WordFigures.Found::utterance, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingInt((java.util.Map.Entry<Said.Utterance, List<WordFigures.Found>> e) ->
                        -e.getValue().size()))
                .map(e -> moment(e.getKey(), e.getValue().getFirst().mention()))
                .toList();
    }

    private static SpeechReport.Moment moment(Said.Utterance utterance, Lexicon.Mention first) {
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
        List<Span> turns = longestFirst(voice.turns());
        if (longest.seconds() > limits.monologueS()) {
            add(
                    "monologue",
                    "longest_monologue_s",
                    longest.seconds() / limits.monologueS() - 1,
                    HEARD,
                    moments(turns.stream()
                            .filter(turn -> turn.seconds() > limits.monologueS())
                            .toList()),
                    longest.seconds(),
                    limits.monologueS(),
                    "seconds of the longest turn without a reply of a second");
        }
        if (exchange.talkRatio() > limits.talkShare()) {
            add(
                    "talk_share",
                    "talk_ratio",
                    exchange.talkRatio() / limits.talkShare() - 1,
                    HEARD,
                    moments(turns),
                    exchange.talkRatio(),
                    limits.talkShare(),
                    "the seller's turns / all turns, in seconds");
        }
        List<Span> own = exchange.interruptions().stream()
                .filter(i -> i.by() == 0)
                .map(Exchange.Interruption::span)
                .toList();
        if (own.size() > limits.interruptions()) {
            add(
                    "interruptions",
                    "interruptions",
                    own.size() / Math.max(1, voice.minutes()),
                    HEARD,
                    moments(own),
                    own.size(),
                    limits.interruptions(),
                    "times of beginning 0.3 s or more before the other ended and going on for 1 s or more");
        }
    }
}
