package org.sellmeapen.voice;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.sellmeapen.kernel.Meters;
import org.springframework.stereotype.Component;

/** Counts what an operator watches of the calls on this node, and writes it down as Prometheus reads it. No names in it. */
@Component
class VoiceMeters implements Meters {

    /** Upper ends in milliseconds: about a person's sense of how quick an answer is. */
    private static final int[] BUCKETS = {50, 100, 200, 300, 500, 800, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000};

    private static final class Histogram {
        private final LongAdder[] counts = new LongAdder[BUCKETS.length + 1];
        private final LongAdder sumMs = new LongAdder();

        Histogram() {
            for (int k = 0; k < counts.length; k++) {
                counts[k] = new LongAdder();
            }
        }

        void add(long ms) {
            int k = 0;
            while (k < BUCKETS.length && ms > BUCKETS[k]) {
                k++;
            }
            counts[k].increment();
            sumMs.add(ms);
        }
    }

    private final Map<String, Histogram> stages = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> closed = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> steppedDown = new ConcurrentHashMap<>();
    private final LongAdder open = new LongAdder();

    void opened() {
        open.increment();
    }

    /** @param why in a few words, of a fixed set */
    void closed(String why) {
        open.decrement();
        count(closed, why);
    }

    void refused(int status) {
        count(refused, Integer.toString(status));
    }

    /** What is worth counting among what is sent. */
    void sent(ServerMessage message) {
        if (message instanceof ServerMessage.SteppedDown step) {
            count(steppedDown, step.to().name().toLowerCase(java.util.Locale.ROOT));
        } else if (message instanceof ServerMessage.Latency latency) {
            if (latency.playingMs() != null) {
                add("playing", latency.playingMs());
                return; // the other stages were told before
            }
            add("waited", latency.waitedMs());
            add("text", latency.textMs());
            add("first_word", latency.firstWordMs());
            add("first_audio", latency.firstAudioMs());
        }
    }

    private void add(String stage, long ms) {
        stages.computeIfAbsent(stage, _ -> new Histogram()).add(ms);
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    @Override
    public String text() {
        StringBuilder page = new StringBuilder();
        page.append(
                        "# HELP sellmeapen_voice_answer_seconds From the end of a person's speech to each stage of the answer\n")
                .append("# TYPE sellmeapen_voice_answer_seconds histogram\n");
        new TreeMap<>(stages).forEach((stage, histogram) -> histogram(page, stage, histogram));
        page.append("# HELP sellmeapen_voice_lines Voice lines that are open\n# TYPE sellmeapen_voice_lines gauge\n")
                .append("sellmeapen_voice_lines ")
                .append(open.sum())
                .append('\n');
        page.append(counter("refused_total", "Handshakes refused, by HTTP status", "status", refused));
        page.append(counter("closed_total", "Lines closed, by reason", "reason", closed));
        page.append(counter("stepped_down_total", "Calls that went on with less than they had", "to", steppedDown));
        return page.toString();
    }

    private static void histogram(StringBuilder page, String stage, Histogram histogram) {
        long sum = 0;
        String name = "sellmeapen_voice_answer_seconds";
        for (int k = 0; k < histogram.counts.length; k++) {
            sum += histogram.counts[k].sum();
            String end = k < BUCKETS.length ? Double.toString(BUCKETS[k] / 1000.0) : "+Inf";
            page.append(name + "_bucket{stage=\"" + stage + "\",le=\"" + end + "\"} " + sum + "\n");
        }
        page.append(name + "_sum{stage=\"" + stage + "\"} " + histogram.sumMs.sum() / 1000.0 + "\n");
        page.append(name + "_count{stage=\"" + stage + "\"} " + sum + "\n");
    }

    private static String counter(String name, String help, String label, Map<String, LongAdder> counts) {
        String full = "sellmeapen_voice_" + name;
        return "# HELP " + full + " " + help + "\n# TYPE " + full + " counter\n"
                + new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(one -> full + "{" + label + "=\"" + one.getKey() + "\"} "
                                        + one.getValue().sum() + "\n")
                                .collect(Collectors.joining());
    }
}
