package org.sellmeapen.ai.wrappers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;

/** As {@link Planned}, for what texts mean. */
public final class PlannedEmbedding implements EmbeddingModel {

    /** One answer. */
    public interface Act {
        Embedded embed(List<String> texts) throws ModelFailed, InterruptedException;
    }

    private final Deque<Act> acts = new ArrayDeque<>();
    public final List<List<String>> asked = new ArrayList<>();

    public PlannedEmbedding(Act... acts) {
        this.acts.addAll(List.of(acts));
    }

    /** @param tokens as the vendor counts, -1 where it does not */
    public static Act means(int tokens) {
        return texts -> new Embedded(texts.stream().map(_ -> new float[] {1, 0}).toList(), tokens);
    }

    public static Act fails(ModelFailed failed) {
        return _ -> {
            throw failed;
        };
    }

    public static Act hangs() {
        return _ -> {
            new java.util.concurrent.CountDownLatch(1).await();
            throw new IllegalStateException();
        };
    }

    @Override
    public String id() {
        return "planned";
    }

    @Override
    public String model() {
        return "planned/planned-1";
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        asked.add(texts);
        Act act = acts.size() > 1 ? acts.removeFirst() : acts.getFirst();
        return act.embed(texts);
    }
}
