package org.sellmeapen.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.sellmeapen.audio.SampleStream;

/** Where pauses begin and end for us when something lies under the voice or comes between its words. */
final class NoiseEvaluation {

    /** Neither they nor their sentences were heard while thresholds were chosen. */
    private static final List<String> VOICES =
            List.of("en-us+m3", "en-gb+f1", "en-gb-scotland+m2", "en-us+f2", "en-029+f5", "en-gb-x-rp+m4");

    private static final double NEAR_S = 0.06;

    private final StringBuilder report;
    private final Random dice = new Random(31);

    private NoiseEvaluation(StringBuilder report) {
        this.report = report;
    }

    static void measure(StringBuilder report, Spoken spoken) throws IOException {
        new NoiseEvaluation(report).measure(spoken);
    }

    private void measure(Spoken spoken) throws IOException {
        report.append("""

                The same kind of recording, other voices, with noise so many dB under the voice (effective values of both), over a telephone, with knocks
                and with breaths. Begin and end: ours after the truth, ms, mean ± standard deviation; the truth still counts what drowns. "Near": takes
                of which mean and longest pause are within 60 ms.

                | under the voice | takes near | inserted | found | begin | end | pauses beyond 60 ms | others from 0.4 s |
                |---|---|---|---|---|---|---|---|
                """);
        List<Spoken.Take> takes = new ArrayList<>();
        for (int i = 0; i < VOICES.size(); i++) {
            takes.add(spoken.alone(VOICES.get(i), 130 + 12 * i, 8, 0));
        }
        row("nothing", takes, (take, _) -> take.stream());
        for (Noise noise : Noise.values()) {
            for (int decibel : new int[] {15, 20, 25, 30}) {
                row(
                        noise.name().toLowerCase(Locale.ROOT) + ", " + decibel + " dB",
                        takes,
                        (take, other) -> stream(take, noise.under(take.channels()[0], decibel, dice, other)));
            }
        }
        row(
                "a telephone, pink, 30 dB",
                takes,
                (take, other) -> Sounds.stream(
                        8_000, Noise.telephone(Noise.PINK.under(take.channels()[0], 30, dice, other), take.rate())));
        row("knocks", takes, (take, _) -> stream(take, Noise.knocks(take, dice)));
        row("breaths", takes, (take, _) -> stream(take, Noise.breaths(take, dice)));
    }

    private static SampleStream stream(Spoken.Take take, float[] samples) {
        return Sounds.stream(take.rate(), samples);
    }

    private interface Disturbed {
        SampleStream of(Spoken.Take take, float[] other);
    }

    private void row(String name, List<Spoken.Take> takes, Disturbed disturbed) throws IOException {
        List<Double> begins = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        int near = 0;
        int inserted = 0;
        int beyond = 0;
        int others = 0;
        for (int i = 0; i < takes.size(); i++) {
            Spoken.Take take = takes.get(i);
            float[] other = takes.get((i + 1) % takes.size()).channels()[0];
            Pauses told = Objects.requireNonNull(
                    new Speech().measure(disturbed.of(take, other), null, "en").pauses());
            inserted += take.pauses().size();
            List<Span> found = new ArrayList<>();
            for (Span truth : take.pauses()) {
                Span pause = SharedRecording.foundFor(truth, told);
                if (pause == null) {
                    beyond++;
                    continue;
                }
                found.add(pause);
                begins.add(1000 * (pause.startS() - truth.startS()));
                ends.add(1000 * (pause.endS() - truth.endS()));
                beyond += Math.abs(pause.seconds() - truth.seconds()) > NEAR_S ? 1 : 0;
            }
            near += found.size() == take.pauses().size()
                            && Math.abs(mean(found) - mean(take.pauses())) <= NEAR_S
                            && Math.abs(longest(found) - longest(take.pauses())) <= NEAR_S
                    ? 1
                    : 0;
            others += (int) told.list().stream()
                    .filter(p -> p.seconds() >= 0.4 && take.pauses().stream().noneMatch(t -> t.overlap(p) > 0))
                    .count();
        }
        report.append(String.format(
                Locale.ROOT,
                "| %s | %d of %d | %d | %d | %s | %s | %d | %d |%n",
                name,
                near,
                takes.size(),
                inserted,
                begins.size(),
                Praat.spread(begins),
                Praat.spread(ends),
                beyond,
                others));
    }

    private static double mean(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).average().orElse(0);
    }

    private static double longest(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).max().orElse(0);
    }
}
