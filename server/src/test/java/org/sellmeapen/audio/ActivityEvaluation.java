package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sellmeapen.audio.ActivityRun.Event;
import org.sellmeapen.audio.ActivityTakes.Take;

/** {@code evals/activity/run} calls this twice: {@code write FOLDER} the takes, {@code report FOLDER BROWSER REPORT} on them. */
final class ActivityEvaluation {

    private static final SpeechDetectorSettings SETTINGS = SpeechDetectorSettings.STANDARD;

    private final StringBuilder report = new StringBuilder();
    private final Map<Take, ActivityRun> runs = new LinkedHashMap<>();

    private ActivityEvaluation(List<Take> takes) {
        for (Take take : takes) {
            runs.put(take, ActivityRun.of(take.pcm(), SETTINGS));
        }
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Optional<Path> shared = ActivityTakes.sharedFolder();
        List<Take> takes = ActivityTakes.all(shared);
        Path folder = Path.of(args[1]);
        if (args[0].equals("write")) {
            for (Take take : takes) {
                Wavs.write(folder.resolve(file(take)), Wavs.mono(16_000).around(bytes(take.pcm())));
            }
            return;
        }
        ActivityEvaluation evaluation = new ActivityEvaluation(takes);
        evaluation.intro(shared.isPresent(), takes);
        evaluation.detection();
        evaluation.pauses();
        evaluation.latency();
        evaluation.noises();
        evaluation.agreement(Files.readAllLines(Path.of(args[2])));
        Files.writeString(Path.of(args[3]), evaluation.report);
    }

    private static byte[] bytes(short[] pcm) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(pcm);
        return bytes.array();
    }

    private static String file(Take take) {
        return take.name().replaceAll("[^A-Za-z0-9+-]+", "_") + ".wav";
    }

    private void intro(boolean shared, List<Take> takes) {
        say("# When somebody speaks");
        say("");
        say(
                "Written by `evals/activity/run`. Model: Silero v5 alone, from 0.5 on. Energy: the live gate alone. Both: where both say so. These three");
        say(
                "frame by frame (10 ms), gaps under 200 ms closed and sounds under 100 ms dropped. Live: between the events the detector told while");
        say("it listened, with its standard settings (%d ms of voice to begin, %d ms of silence to end)."
                .formatted(SETTINGS.minSpeechMs(), SETTINGS.minSilenceMs()));
        say(
                "All voices with truth are synthetic. Levels of noise are effective values below the loudest sample of the voice (-6 dB of full scale),");
        say(
                "which is about 15 dB above the voice's own effective value; the truth counts the ends of words that drown.");
        say("The thresholds were chosen with these takes in view, so the figures flatter.");
        if (!shared) {
            say("The shared recordings are not here (SELLMEAPEN_SHARED); only our own were measured.");
        }
        if (takes.stream().noneMatch(take -> take.group().startsWith("own"))) {
            say("espeak-ng is not here; our own sentences were not measured.");
        }
    }

    private void detection() {
        section("Detection error: missed + invented, % of the speech");
        say("| take | speech s | model | energy | both | live |");
        say("|---|---|---|---|---|---|");
        groups().forEach((name, takes) -> {
            int speech =
                    takes.stream().mapToInt(take -> truth(take).cardinality()).sum();
            say("| %s | %.1f | %s | %s | %s | %s |"
                    .formatted(
                            name,
                            speech / 100.0,
                            error(takes, run -> smoothed(run.model)),
                            error(takes, run -> smoothed(run.energy)),
                            error(takes, run -> smoothed(run.both)),
                            error(takes, run -> run.live)));
        });
    }

    /** The takes with truth; those of our own by their condition, the voices together. */
    private Map<String, List<Take>> groups() {
        Map<String, List<Take>> groups = new LinkedHashMap<>();
        for (Take take : runs.keySet()) {
            if (!take.truth().isEmpty()) {
                groups.computeIfAbsent(take.group(), name -> new ArrayList<>()).add(take);
            }
        }
        return groups;
    }

    private interface Answer {
        BitSet of(ActivityRun run);
    }

    private String error(List<Take> takes, Answer answer) {
        int speech = 0;
        int missed = 0;
        int invented = 0;
        for (Take take : takes) {
            BitSet truth = truth(take);
            BitSet heard = answer.of(runs.get(take));
            speech += truth.cardinality();
            BitSet both = (BitSet) truth.clone();
            both.and(heard);
            missed += truth.cardinality() - both.cardinality();
            invented += heard.cardinality() - both.cardinality();
        }
        return "%.1f (%.1f + %.1f)"
                .formatted(100.0 * (missed + invented) / speech, 100.0 * missed / speech, 100.0 * invented / speech);
    }

    private static BitSet truth(Take take) {
        BitSet frames = new BitSet();
        for (long[] span : take.truth()) {
            frames.set((int) Math.round(span[0] / 10.0), (int) Math.round(span[1] / 10.0));
        }
        return smoothed(frames);
    }

    private void pauses() {
        section("Pauses of 0.25 s and longer: count / mean / longest, s");
        say(
                "Where there is no truth the recording is human. A model alone lags at the ends of words; a voice's own pauses at commas are not in the truth.");
        say("");
        say("| take | truth | model | energy | both | live |");
        say("|---|---|---|---|---|---|");
        runs.forEach((take, run) -> {
            if (take.name().contains(".wav")) {
                say("| %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                take.name(),
                                take.truth().isEmpty() ? "–" : pauses(truth(take)),
                                pauses(smoothed(run.model)),
                                pauses(smoothed(run.energy)),
                                pauses(smoothed(run.both)),
                                pauses(run.live)));
            }
        });
    }

    private void latency() {
        section("How long after the truth an event is told, ms");
        say(
                "Of beginnings behind at least 0.45 s of silence and of ends before as much. An end cannot be told before its %d ms of silence are over."
                        .formatted(SETTINGS.minSilenceMs()));
        say("");
        say("| takes | beginnings | p50 | p95 | worst | missed | ends | p50 | p95 | worst |");
        say("|---|---|---|---|---|---|---|---|---|---|");
        groups().forEach((name, takes) -> row(name, takes));
        row("all", groups().values().stream().flatMap(List::stream).toList());
    }

    private void row(String name, List<Take> takes) {
        List<Long> begun = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        int missed = 0;
        for (Take take : takes) {
            missed += late(take, runs.get(take).events, begun, ended);
        }
        say("| %s | %d | %s | %d | %d | %s |"
                .formatted(name, begun.size() + missed, quantiles(begun), missed, ended.size(), quantiles(ended)));
    }

    private static int late(Take take, List<Event> events, List<Long> begun, List<Long> ended) {
        int missed = 0;
        for (int i = 0; i < take.truth().size(); i++) {
            long start = take.truth().get(i)[0];
            long end = take.truth().get(i)[1];
            long before = i == 0 ? Long.MIN_VALUE / 2 : take.truth().get(i - 1)[1];
            long after =
                    i + 1 == take.truth().size() ? Long.MAX_VALUE : take.truth().get(i + 1)[0];
            if (start - before > 450) {
                Optional<Event> told = events.stream()
                        .filter(event -> event.started() && event.nowMs() > start && event.atMs() < end)
                        .findFirst();
                told.ifPresent(event -> begun.add(event.nowMs() - start));
                missed += told.isEmpty() ? 1 : 0;
            }
            if (after - end > 450) {
                events.stream()
                        .filter(event -> !event.started() && event.atMs() > start && event.nowMs() < after + 450)
                        .reduce((first, second) -> second)
                        .ifPresent(event -> ended.add(event.nowMs() - end));
            }
        }
        return missed;
    }

    private static String quantiles(List<Long> all) {
        if (all.isEmpty()) {
            return "– | – | –";
        }
        Collections.sort(all);
        int last = all.size() - 1;
        return "%d | %d | %d"
                .formatted(all.get(Math.round(last * 0.5f)), all.get(Math.round(last * 0.95f)), all.get(last));
    }

    private void noises() {
        section("False starts: 20 s of what is no voice");
        say("| sound | model, % of frames | energy, % | both, % | starts told |");
        say("|---|---|---|---|---|");
        runs.forEach((take, run) -> {
            if (take.truth().isEmpty() && !take.name().contains(".wav")) {
                say("| %s | %.1f | %.1f | %.1f | %d |"
                        .formatted(
                                take.name(),
                                100.0 * run.model.cardinality() / run.frames,
                                100.0 * run.energy.cardinality() / run.frames,
                                100.0 * run.both.cardinality() / run.frames,
                                run.events.stream().filter(Event::started).count()));
            }
        });
    }

    private void agreement(List<String> browser) {
        section("The browser's detector on the same takes");
        Map<String, List<String[]>> said = new TreeMap<>();
        for (String line : browser) {
            String[] field = line.split("\t");
            said.computeIfAbsent(field[0], name -> new ArrayList<>()).add(field);
        }
        int events = 0;
        int same = 0;
        int near = 0;
        List<String> others = new ArrayList<>();
        for (Map.Entry<Take, ActivityRun> entry : runs.entrySet()) {
            List<Event> server = entry.getValue().events;
            List<String[]> there = said.getOrDefault(file(entry.getKey()), List.of());
            events += server.size();
            if (there.size() != server.size()) {
                others.add(
                        "%s: %d events here, %d there".formatted(entry.getKey().name(), server.size(), there.size()));
                continue;
            }
            for (int i = 0; i < server.size(); i++) {
                long off = Math.abs(server.get(i).atMs() - Long.parseLong(there.get(i)[2]));
                same += off == 0 ? 1 : 0;
                near += off <= 10 ? 1 : 0;
            }
        }
        say("Of %d events %d are at the same millisecond and %d within 10 ms.".formatted(events, same, near));
        others.forEach(other -> say("- " + other));
    }

    private static BitSet smoothed(BitSet speech) {
        BitSet smooth = (BitSet) speech.clone();
        for (int end = smooth.nextClearBit(Math.max(0, smooth.nextSetBit(0))); ; ) {
            int next = smooth.nextSetBit(end);
            if (next < 0) {
                break;
            }
            if (next - end < 20) {
                smooth.set(end, next);
            }
            end = smooth.nextClearBit(next);
        }
        for (int from = smooth.nextSetBit(0); from >= 0; ) {
            int to = smooth.nextClearBit(from);
            if (to - from < 10) {
                smooth.clear(from, to);
            }
            from = smooth.nextSetBit(to);
        }
        return smooth;
    }

    private static String pauses(BitSet speech) {
        int count = 0;
        int sum = 0;
        int longest = 0;
        for (int end = speech.nextClearBit(Math.max(0, speech.nextSetBit(0))); ; ) {
            int next = speech.nextSetBit(end);
            if (next < 0) {
                break;
            }
            if (next - end >= 25) {
                count++;
                sum += next - end;
                longest = Math.max(longest, next - end);
            }
            end = speech.nextClearBit(next);
        }
        return count == 0 ? "0" : "%d / %.2f / %.2f".formatted(count, sum / 100.0 / count, longest / 100.0);
    }

    private void section(String title) {
        say("");
        say("## " + title);
        say("");
    }

    private void say(String line) {
        report.append(line).append('\n');
    }
}
