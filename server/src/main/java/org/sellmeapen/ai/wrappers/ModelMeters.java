package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.Meters;

/** Counts what an operator watches of models on this node, by purpose and provider. No organisation in it. */
public final class ModelMeters implements Meters {

    private static final int[] BUCKETS = {100, 200, 300, 500, 800, 1_200, 2_000, 4_000, 8_000, 20_000, 60_000};

    private static final class Histogram {
        private final LongAdder[] counts = new LongAdder[BUCKETS.length + 1];
        private final LongAdder sumMs = new LongAdder();

        Histogram() {
            for (int k = 0; k < counts.length; k++) {
                counts[k] = new LongAdder();
            }
        }
    }

    private final Map<String, Histogram> took = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> ended = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> tokens = new ConcurrentHashMap<>();

    void took(Purpose purpose, String provider, String stage, Duration how) {
        long ms = how.toMillis();
        int k = 0;
        while (k < BUCKETS.length && ms > BUCKETS[k]) {
            k++;
        }
        Histogram histogram =
                took.computeIfAbsent(labels(purpose, provider) + ",stage=\"" + stage + "\"", _ -> new Histogram());
        histogram.counts[k].increment();
        histogram.sumMs.add(ms);
    }

    void ended(Purpose purpose, String provider, String outcome) {
        ended.computeIfAbsent(labels(purpose, provider) + ",outcome=\"" + outcome + "\"", _ -> new LongAdder())
                .increment();
    }

    void used(Purpose purpose, String provider, Answer.Usage usage) {
        if (usage.isKnown()) {
            used(purpose, provider, "input", usage.inputTokens());
            used(purpose, provider, "output", usage.outputTokens());
        }
    }

    private void used(Purpose purpose, String provider, String kind, int count) {
        tokens.computeIfAbsent(labels(purpose, provider) + ",kind=\"" + kind + "\"", _ -> new LongAdder())
                .add(count);
    }

    private static String labels(Purpose purpose, String provider) {
        return "purpose=\"" + purpose.code() + "\",provider=\"" + provider + "\"";
    }

    @Override
    public String text() {
        String name = "sellmeapen_model_answer_seconds";
        StringBuilder page = new StringBuilder("# HELP " + name
                + " From a question to the first word and to the whole answer\n# TYPE " + name + " histogram\n");
        new TreeMap<>(took).forEach((labels, histogram) -> {
            long sum = 0;
            for (int k = 0; k < histogram.counts.length; k++) {
                sum += histogram.counts[k].sum();
                String end = k < BUCKETS.length ? Double.toString(BUCKETS[k] / 1000.0) : "+Inf";
                page.append(name + "_bucket{" + labels + ",le=\"" + end + "\"} " + sum + "\n");
            }
            page.append(name + "_sum{" + labels + "} " + histogram.sumMs.sum() / 1000.0 + "\n");
            page.append(name + "_count{" + labels + "} " + sum + "\n");
        });
        counter(page, "sellmeapen_model_answers_total", "Questions by how they ended", ended);
        counter(page, "sellmeapen_model_tokens_total", "Tokens as vendors count them", tokens);
        return page.toString();
    }

    private static void counter(StringBuilder page, String name, String help, Map<String, LongAdder> counts) {
        page.append("# HELP " + name + " " + help + "\n# TYPE " + name + " counter\n");
        new TreeMap<>(counts).forEach((labels, count) -> page.append(name + "{" + labels + "} " + count.sum() + "\n"));
    }
}
