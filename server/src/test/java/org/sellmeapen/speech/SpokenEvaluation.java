package org.sellmeapen.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Recordings of our own making, none of which was looked at while thresholds were chosen. */
final class SpokenEvaluation {

    private SpokenEvaluation() {}

    static void measure(StringBuilder report) throws IOException {
        report.append("\n## Recordings of our own, synthetic, disjoint from those above\n\n");
        Spoken spoken = Spoken.orNull();
        if (spoken == null) {
            report.append("espeak-ng is not installed here; nothing was made.\n");
            return;
        }
        report.append("""
                Gates: every inserted pause of 0.4 s and longer found and within 60 ms, pace within 1 %, estimate within 20 %. "Others" are pauses
                that were not inserted (the voice pauses at its commas). Noise is told in dB below the loudest sample, which is about 15 dB less below
                the voice; the truth still counts the ends of words that drown in it.

                | voice | inserted | found | mean off ms | worst off ms | others | longest other s | pace off | estimate off | pass |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        for (Spoken.Take take : alone(spoken)) {
            alone(report, take);
        }
        NoiseEvaluation.measure(report, Objects.requireNonNull(Spoken.orNull()));
        rooms(report);
        report.append("""

                Gates: talk share within 2 points, longest monologue within 1.0 s, every interruption found and none invented.

                | call | share off, points | monologue off s | interruptions | told | pass |
                |---|---|---|---|---|---|
                """);
        List<String> voices = List.of("en-gb", "en-us", "en-us+f3", "en-gb+m3");
        for (int i = 0; i < voices.size(); i++) {
            for (boolean interrupted : new boolean[] {true, false}) {
                call(report, spoken.call(voices.get(i), voices.get((i + 1) % voices.size()), interrupted), interrupted);
            }
        }
        Spoken.Take dry = spoken.call("en-gb", "en-us", false);
        for (double decibel : new double[] {50, 40, 30, 20}) {
            call(report, dry.leaking(decibel), false);
        }
    }

    private static void rooms(StringBuilder report) throws IOException {
        report.append("""

                The same kind of recording in a room (an echo of M. Schroeder's making; the rule was found with rooms of another making and
                on other voices). No gate: the truth is where the dry voice ends.

                | voice | echo, s to fade by 60 dB | softer than the voice, dB | inserted | found | mean off ms | worst off ms | others | longest other s |
                |---|---|---|---|---|---|---|---|---|
                """);
        Spoken spoken = Objects.requireNonNull(Spoken.orNull());
        for (String voice : List.of("en-us", "en-gb+m3")) {
            Spoken.Take dry = spoken.alone(voice, 160, 8, 0);
            for (double[] room : new double[][] {{0.25, 12}, {0.4, 8}, {0.6, 8}}) {
                float[] heard = Room.of(dry.channels()[0], dry.rate(), room[0], room[1]);
                SpeechReport told = new Speech().measure(Sounds.stream(dry.rate(), heard), null, "en");
                Against against = Against.of(dry, Objects.requireNonNull(told.pauses()));
                report.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.0f | %d | %d | %+.0f | %.0f | %d | %.2f |%n",
                        voice,
                        room[0],
                        room[1],
                        dry.pauses().size(),
                        against.found(),
                        1000 * against.meanOff(),
                        1000 * against.worst(),
                        against.others(),
                        against.longestOther()));
            }
        }
    }

    /** How near the pauses that were told come to those that were inserted, seconds. */
    private record Against(int found, double meanOff, double worst, int others, double longestOther) {

        static Against of(Spoken.Take take, Pauses told) {
            int found = 0;
            double sum = 0;
            double worst = 0;
            for (Span truth : take.pauses()) {
                Span pause = SharedRecording.foundFor(truth, told);
                double off = pause == null ? -truth.seconds() : pause.seconds() - truth.seconds();
                found += pause == null ? 0 : 1;
                sum += off;
                worst = Math.max(worst, Math.abs(off));
            }
            List<Span> others = told.list().stream()
                    .filter(p -> take.pauses().stream().noneMatch(t -> t.overlap(p) > 0))
                    .toList();
            double longest = others.stream().mapToDouble(Span::seconds).max().orElse(0);
            return new Against(found, sum / take.pauses().size(), worst, others.size(), longest);
        }
    }

    private static List<Spoken.Take> alone(Spoken spoken) {
        List<Spoken.Take> takes = new ArrayList<>();
        for (String voice : List.of("en-gb", "en-us", "en-us+f3", "en-gb+m3")) {
            takes.add(spoken.alone(voice, 120, 8, 0));
            takes.add(spoken.alone(voice, 160, 8, 0));
            takes.add(spoken.alone(voice, 210, 8, 0));
            takes.add(spoken.alone(voice, 160, 8, 40));
            takes.add(spoken.alone(voice, 160, 8, 30));
        }
        return takes;
    }

    private static void alone(StringBuilder report, Spoken.Take take) throws IOException {
        SpeechReport exact = new Speech().measure(take.stream(), Said.plain("en", take.words()), "en");
        SpeechReport guessed = new Speech().measure(take.stream(), null, "en");
        Pauses told = Objects.requireNonNull(exact.pauses());
        Against against = Against.of(take, told);
        double pace = 100 * (Objects.requireNonNull(exact.wordsPerMinute()) / take.wordsPerMinute() - 1);
        double estimate = 100 * (Objects.requireNonNull(guessed.wordsPerMinute()) / take.wordsPerMinute() - 1);
        boolean pass = against.found() == take.pauses().size()
                && against.worst() <= 0.06
                && Math.abs(pace) <= 1
                && Math.abs(estimate) <= 20;
        report.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %+.0f | %.0f | %d | %.2f | %+.2f %% | %+.1f %% | %s |%n",
                take.name(),
                take.pauses().size(),
                against.found(),
                1000 * against.meanOff(),
                1000 * against.worst(),
                against.others(),
                against.longestOther(),
                pace,
                estimate,
                pass ? "yes" : "**no**"));
    }

    private static void call(StringBuilder report, Spoken.Take take, boolean interrupted) throws IOException {
        SpeechReport told = new Speech().measure(take.stream(), null, "en");
        List<Span> seller = Spans.joined(take.speech().get(0), Exchange.TURN_GAP_S);
        List<Span> buyer = Spans.joined(take.speech().get(1), Exchange.TURN_GAP_S);
        double share = Spans.seconds(seller) / (Spans.seconds(seller) + Spans.seconds(buyer));
        double monologue = seller.stream().mapToDouble(Span::seconds).max().orElseThrow();
        double shareOff = 100 * (Objects.requireNonNull(told.talkRatio()) - share);
        double monologueOff = Objects.requireNonNull(told.longestMonologueS()) - monologue;
        int expected = interrupted ? 1 : 0;
        boolean pass = Math.abs(shareOff) <= 2
                && Math.abs(monologueOff) <= 1
                && Objects.requireNonNull(told.interruptions()) == expected;
        report.append(String.format(
                Locale.ROOT,
                "| %s | %+.2f | %+.2f | %d | %d | %s |%n",
                take.name(),
                shareOff,
                monologueOff,
                expected,
                told.interruptions(),
                pass ? "yes" : "**no**"));
    }
}
