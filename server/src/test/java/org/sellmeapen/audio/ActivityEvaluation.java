package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sellmeapen.audio.ActivityRun.Event;
import org.sellmeapen.audio.ActivityTakes.Take;

/** {@code evals/activity/run} calls this twice: to write the takes, and to report on them. */
final class ActivityEvaluation {

    private final StringBuilder report = new StringBuilder();
    private final List<Long> onsets = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private int missed;

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Optional<Path> shared = ActivityTakes.sharedFolder();
        ActivityEvaluation evaluation = new ActivityEvaluation();
        evaluation.detection(ActivityTakes.all(shared));
        System.out.println(evaluation.report);
    }

    private void detection(List<Take> takes) {
        say("| take | model | energy | both | live | pauses true | model | energy | both |");
        for (Take take : takes) {
            ActivityRun run = ActivityRun.of(take.pcm(), SpeechDetectorSettings.STANDARD);
            if (take.truth().isEmpty()) {
                say("| %s | started %d | speech frames: model %d energy %d both %d of %d | %s".formatted(take.name(), run.events.stream().filter(Event::started).count(), run.model.cardinality(), run.energy.cardinality(), run.both.cardinality(), run.frames, pauses(run.both)));
                continue;
            }
            BitSet truth = frames(take.truth());
            say("| %s | %s | %s | %s | %s | %s | %s | %s | %s |".formatted(take.name(), error(truth, run.model, run.frames),
              error(truth, run.energy, run.frames), error(truth, run.both, run.frames), error(truth, run.live, run.frames), pauses(truth), pauses(run.model), pauses(run.energy), pauses(run.both)));
            latency(take, run);
        }
        say("onset " + quantiles(onsets) + " offset " + quantiles(offsets) + " missed " + missed);
    }

    private static String quantiles(List<Long> all) {
        Collections.sort(all);
        return "n=%d p50 %d p95 %d max %d".formatted(all.size(), all.get(all.size() / 2), all.get(all.size() * 95 / 100), all.getLast());
    }

    private void latency(Take take, ActivityRun run) {
        for (int i = 0; i < take.truth().size(); i++) {
            long start = take.truth().get(i)[0];
            long end = take.truth().get(i)[1];
            long before = i == 0 ? -10_000 : take.truth().get(i - 1)[1];
            long after = i + 1 == take.truth().size() ? Long.MAX_VALUE : take.truth().get(i + 1)[0];
            if (start - before > 450) {
                Optional<Event> told = run.events.stream().filter(e -> e.started() && e.nowMs() > start - 100 && e.nowMs() < start + 1000).findFirst();
                if (told.isPresent()) onsets.add(told.get().nowMs() - start); else { missed++; }
            }
            if (after - end > 450) {
                run.events.stream().filter(e -> !e.started() && e.atMs() > end - 300 && e.atMs() < Math.min(after, end + 600)).reduce((a, b) -> b)
                        .ifPresent(e -> offsets.add(e.nowMs() - end));
            }
        }
    }

    private static BitSet frames(List<long[]> spans) {
        BitSet frames = new BitSet();
        for (long[] span : spans) {
            frames.set((int) Math.round(span[0] / 10.0), (int) Math.round(span[1] / 10.0));
        }
        return frames;
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

    private static String error(BitSet truth, BitSet raw, int frames) {
        BitSet missed = smoothed(truth);
        BitSet heard = smoothed(raw);
        BitSet invented = (BitSet) heard.clone();
        invented.andNot(missed);
        int speech = missed.cardinality();
        missed.andNot(heard);
        return "%.1f+%.1f".formatted(100.0 * missed.cardinality() / speech, 100.0 * invented.cardinality() / speech);
    }

    /** Count, mean and longest of the silences of 250 ms and longer between speech. */
    private static String pauses(BitSet raw) {
        BitSet speech = smoothed(raw);
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
        return count == 0 ? "0" : "%d/%.2f/%.2f".formatted(count, sum / 100.0 / count, longest / 100.0);
    }

    private void say(String line) {
        report.append(line).append('\n');
    }
}
