package org.sellmeapen.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sellmeapen.audio.Recordings;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.audio.SpeechProbability;

/** The same recordings through an independent instrument, where it is installed (Debian: praat) or named in PRAAT. */
final class Praat {

    private record Told(int nuclei, double speechS, int pauses, double meanS, double longestS, List<Span> list) {}

    private Praat() {}

    static void compare(StringBuilder report, Path folder) {
        report.append("\n## Against Praat on human recordings (`nuclei.praat`)\n\n");
        String program = System.getenv().getOrDefault("PRAAT", "praat");
        try {
            new ProcessBuilder(program, "--version").start().onExit().join();
        } catch (IOException e) {
            report.append("Praat is not installed here; nothing was compared.\n");
            return;
        }
        report.append("""
                Gates, pooled: pauses within 15 %, their mean within 0.10 s, articulation within 10 %; each longest pause within 0.15 s.

                | file | pauses Praat | ours | mean Praat | ours | longest Praat | ours | off s | syllables Praat | ours | syllables a second Praat | ours | off |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        double[] praat = new double[4];
        double[] ours = new double[4];
        double worstLongest = 0;
        StringBuilder apart = new StringBuilder();
        for (String file : SharedRecording.humanTranscripts(folder).keySet()) {
            Told told = told(program, folder.resolve(file));
            SpeechReport own = SharedRecording.measured(folder.resolve(file), null);
            Pauses pauses = Objects.requireNonNull(own.pauses());
            double mean = pauses.meanS() == null ? 0 : pauses.meanS();
            double longest = pauses.longestS() == null ? 0 : pauses.longestS();
            for (Span pause : told.list()) {
                if (SharedRecording.foundFor(pause, pauses) == null) {
                    apart.append("- ").append(file).append(": ").append(apart(folder.resolve(file), pause));
                }
            }
            double rate = told.nuclei() / told.speechS();
            double ownRate = Objects.requireNonNull(own.articulationSyllablesPerSecond());
            worstLongest = Math.max(worstLongest, Math.abs(longest - told.longestS()));
            add(praat, told.pauses(), told.pauses() * told.meanS(), told.nuclei(), told.speechS());
            add(ours, pauses.count(), pauses.count() * mean, ownRate * own.speechSeconds(), own.speechSeconds());
            report.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %+.2f | %d | %.0f | %.2f | %.2f | %+.1f %% |%n",
                    file,
                    told.pauses(),
                    pauses.count(),
                    told.meanS(),
                    mean,
                    told.longestS(),
                    longest,
                    longest - told.longestS(),
                    told.nuclei(),
                    ownRate * own.speechSeconds(),
                    rate,
                    ownRate,
                    100 * (ownRate / rate - 1)));
        }
        double countOff = 100 * (ours[0] / praat[0] - 1);
        double meanOff = ours[1] / ours[0] - praat[1] / praat[0];
        double rateOff = 100 * (ours[2] / ours[3] / (praat[2] / praat[3]) - 1);
        report.append("\n| pooled | off | gate | pass |\n|---|---|---|---|\n");
        row(report, "pauses", countOff, " %", 15);
        row(report, "mean pause", meanOff, " s", 0.10);
        row(report, "worst longest pause", worstLongest, " s", 0.15);
        row(report, "articulation", rateOff, " %", 10);
        report.append("\nPauses that only Praat has:\n\n").append(apart);
        gaps(report, program, folder);
    }

    /** Whether we lose pauses as a rule, or by chance where a silence is about as long as a pause must be. */
    private static void gaps(StringBuilder report, String program, Path folder) {
        report.append("""

                Silences by the shortest that would count as a pause, all clips (`gaps.praat`), and the edges of those from 0.2 s on that both have:

                | shortest, s | Praat | ours |
                |---|---|---|
                """);
        List<Span> praat = new ArrayList<>();
        List<Span> ours = new ArrayList<>();
        List<Double> begin = new ArrayList<>();
        List<Double> end = new ArrayList<>();
        for (String file : SharedRecording.humanTranscripts(folder).keySet()) {
            List<Span> own = ownGaps(folder.resolve(file));
            ours.addAll(own);
            for (Span gap : spans(cells(program, "gaps.praat", folder.resolve(file)), 0)) {
                praat.add(gap);
                own.stream().filter(g -> g.overlap(gap) > 0).findFirst().ifPresent(g -> {
                    begin.add(1000 * (g.startS() - gap.startS()));
                    end.add(1000 * (g.endS() - gap.endS()));
                });
            }
        }
        for (double shortest : new double[] {0.20, 0.25, 0.30, 0.35, 0.40}) {
            report.append(String.format(
                    Locale.ROOT, "| %.2f | %d | %d |%n", shortest, count(praat, shortest), count(ours, shortest)));
        }
        report.append(String.format(
                Locale.ROOT,
                "%nOurs begin %s ms and end %s ms after Praat's (mean ± standard deviation of %d).%n",
                spread(begin),
                spread(end),
                begin.size()));
    }

    private static long count(List<Span> gaps, double shortest) {
        return gaps.stream()
                .filter(g -> g.seconds() >= shortest - Spans.NOTHING)
                .count();
    }

    static String spread(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return String.format(Locale.ROOT, "%+.0f ± %.0f", mean, Math.sqrt(squares / Math.max(1, values.size() - 1)));
    }

    private static List<Span> ownGaps(Path file) {
        HybridActivity activity = new HybridActivity();
        float[] block = new float[LiveSpeech.BLOCK];
        try (SampleStream in = Resampled.to(Hearing.RATE, Recordings.open(file))) {
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                activity.hear(block, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Spans.gaps(Spans.of(activity.speech()));
    }

    private static void row(StringBuilder report, String name, double off, String unit, double gate) {
        report.append(String.format(
                Locale.ROOT,
                "| %s | %+.2f%s | ± %s | %s |%n",
                name,
                off,
                unit,
                gate,
                Math.abs(off) <= gate ? "yes" : "**no**"));
    }

    private static void add(double[] sums, double... values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    private static Told told(String program, Path file) {
        String[] cells = cells(program, "nuclei.praat", file);
        return new Told(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                spans(cells, 5));
    }

    private static List<Span> spans(String[] cells, int from) {
        List<Span> spans = new ArrayList<>();
        for (int i = from; i + 1 < cells.length; i += 2) {
            spans.add(new Span(Double.parseDouble(cells[i]), Double.parseDouble(cells[i + 1])));
        }
        return spans;
    }

    private static String[] cells(String program, String script, Path file) {
        try {
            Path path = LabelledFillers.root().resolve("evals/speech").resolve(script);
            Process praat = new ProcessBuilder(
                            program,
                            "--run",
                            path.toString(),
                            file.toAbsolutePath().toString())
                    .start();
            return new String(praat.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What we hear where only Praat has a pause. */
    private static String apart(Path file, Span pause) {
        HybridActivity activity = new HybridActivity();
        SpeechProbability probability = new SpeechProbability();
        float[] block = new float[LiveSpeech.BLOCK];
        try (SampleStream in = Resampled.to(Hearing.RATE, Recordings.open(file))) {
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                activity.hear(block, count);
                probability.hear(block, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double silence = Spans.gaps(Spans.of(activity.speech())).stream()
                .filter(gap -> gap.overlap(pause) > 0)
                .mapToDouble(Span::seconds)
                .max()
                .orElse(0);
        float voice = 0;
        for (double at = pause.endS(); at < pause.endS() + 0.3; at += Spans.FRAME_S) {
            int chunk = (int) (at * Hearing.RATE / SpeechProbability.CHUNK);
            voice = Math.max(voice, probability.of(Math.min(chunk, probability.chunks() - 1)));
        }
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f s, %.3f s by Praat; by ours %s; a voice within 0.3 s behind it by the model: %.2f%n",
                pause.startS(),
                pause.endS(),
                pause.seconds(),
                silence == 0 ? "no speech follows" : String.format(Locale.ROOT, "a silence of %.2f s", silence),
                voice);
    }
}
