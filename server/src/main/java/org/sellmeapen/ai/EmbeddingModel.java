package org.sellmeapen.ai;

import java.util.List;

/** Makes vectors of texts, near where their meaning is. Thread-safe. */
public interface EmbeddingModel {

    String id();

    /** What stands beside a stored vector: vectors of two names must not be compared. */
    String model();

    /** @param texts 1 to 96, none empty */
    Embedded embed(List<String> texts) throws ModelFailed, InterruptedException;
}
