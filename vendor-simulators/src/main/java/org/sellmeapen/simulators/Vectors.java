package org.sellmeapen.simulators;

import tools.jackson.databind.node.ArrayNode;

/** A vector of a text: the same for the same one, near for texts that share letters. Not of length 1, as some vendors do. */
final class Vectors {

    private static final int SIZE = 16;

    private Vectors() {}

    static ArrayNode of(String text) {
        float[] counts = new float[SIZE];
        text.chars().forEach(c -> counts[c % SIZE] += 1);
        ArrayNode vector = Frames.JSON.createArrayNode();
        for (float count : counts) {
            vector.add(count);
        }
        return vector;
    }
}
