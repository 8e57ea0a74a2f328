package org.sellmeapen.scoring.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scoring.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How much each thing that was counted says about a criterion; fitted on labelled conversations and stored in
 * {@code content/rubrics/weighing.yaml}. It gives no verdict: it tips the places that can be read in two ways, and the
 * rubric's rule decides over what is then on the table (see {@link Settling}).
 *
 * @param scales by criterion id
 */
record Weighing(Map<String, Scale> scales) {

    private static final String FILE = "/content/rubrics/weighing.yaml";
    private static final double FARTHEST = 2.5;

    Weighing {
        scales = Map.copyOf(scales);
    }

    /**
     * One thing counted.
     *
     * @param usual its mean over the conversations this was set on
     * @param spread its standard deviation there
     * @param weight how far one spread moves the sum
     */
    record Part(String name, double usual, double spread, double weight) {
        double of(Map<String, Double> gauges) {
            double distance = (gauges.getOrDefault(name, 0.0) - usual) / spread;
            return weight * Math.clamp(distance, -FARTHEST, FARTHEST);
        }
    }

    /**
     * @param base the sum where everything is as usual: 0 no, 1 partial, 2 yes
     * @param partial from which sum on it leans to partial
     * @param yes from which sum on it leans to yes
     */
    record Scale(double base, double partial, double yes, List<Part> parts) {

        Scale {
            parts = List.copyOf(parts);
        }

        double sum(Map<String, Double> gauges) {
            return base + parts.stream().mapToDouble(part -> part.of(gauges)).sum();
        }

        Verdict leaning(double sum) {
            return sum >= yes ? Verdict.YES : sum >= partial ? Verdict.PARTIAL : Verdict.NO;
        }

        /** How far the sum is from the nearest cut. */
        double margin(double sum) {
            return Math.min(Math.abs(sum - yes), Math.abs(sum - partial));
        }
    }

    @Nullable
    Scale of(String criterion) {
        return scales.get(criterion);
    }

    /** Weighs nothing: what was seen stays as it was seen. */
    static Weighing none() {
        return new Weighing(Map.of());
    }

    static Weighing shipped() {
        try (InputStream in = Weighing.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the build");
            }
            return read(YAMLMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weighing read(JsonNode root) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        JsonNode criteria = root.path("criteria");
        for (String id : criteria.propertyNames()) {
            JsonNode one = criteria.get(id);
            List<Part> parts = new ArrayList<>();
            for (String name : one.path("parts").propertyNames()) {
                JsonNode part = one.path("parts").get(name);
                parts.add(new Part(
                        name,
                        part.get(0).asDouble(),
                        part.get(1).asDouble(),
                        part.get(2).asDouble()));
            }
            scales.put(
                    id,
                    new Scale(
                            one.get("base").asDouble(),
                            one.get("partial").asDouble(),
                            one.get("yes").asDouble(),
                            parts));
        }
        return new Weighing(scales);
    }
}
