package org.sellmeapen.ai.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import tools.jackson.databind.JsonNode;

/** Vectors as they come from a vendor, checked and scaled to length 1. */
public final class Vectors {

    private final Line line;
    private final List<float @Nullable []> vectors;

    public Vectors(Line line, int texts) {
        this.line = line;
        this.vectors = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            vectors.add(null);
        }
    }

    /** @param index of the text it is of */
    public void put(int index, JsonNode numbers) throws ModelFailed {
        if (index < 0 || index >= vectors.size() || !numbers.isArray() || numbers.isEmpty()) {
            throw line.garbled();
        }
        float[] vector = new float[numbers.size()];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.path(i).asDouble(Double.NaN);
            square += (double) vector[i] * vector[i];
        }
        double length = Math.sqrt(square);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw line.garbled();
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        vectors.set(index, vector);
    }

    /** One of each text, all of one length. */
    public List<float[]> all() throws ModelFailed {
        List<float[]> all = new ArrayList<>();
        for (float[] vector : vectors) {
            if (vector == null || !all.isEmpty() && all.getFirst().length != vector.length) {
                throw line.garbled();
            }
            all.add(vector);
        }
        return all;
    }

    /** @throws IllegalArgumentException when there are none, too many, or an empty one among them */
    public static void check(List<String> texts) {
        if (texts.isEmpty() || texts.size() > 96 || texts.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("1 to 96 texts, none empty");
        }
    }
}
