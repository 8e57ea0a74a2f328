package org.sellmeapen.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** The same recordings through an independent instrument, where it is installed (Debian: praat) or named in PRAAT. */
final class Praat {

    private record Told(int nuclei, double speechS, int pauses, double meanS, double longestS) {}

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
        for (String file : SharedRecording.humanTranscripts(folder).keySet()) {
            Told told = told(program, folder.resolve(file));
            SpeechReport own = SharedRecording.measured(folder.resolve(file), null);
            Pauses pauses = Objects.requireNonNull(own.pauses());
            double mean = pauses.meanS() == null ? 0 : pauses.meanS();
            double longest = pauses.longestS() == null ? 0 : pauses.longestS();
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
        try {
            Path script = LabelledFillers.root().resolve("evals/speech/nuclei.praat");
            Process praat = new ProcessBuilder(
                            program,
                            "--run",
                            script.toString(),
                            file.toAbsolutePath().toString())
                    .start();
            String[] cells = new String(praat.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+");
            return new Told(
                    Integer.parseInt(cells[0]),
                    Double.parseDouble(cells[1]),
                    Integer.parseInt(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
