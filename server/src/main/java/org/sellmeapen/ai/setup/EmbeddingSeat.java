package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.util.List;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.RedactingEmbedding;

/** The entry that says what texts mean, with the model that was made of it. No other stands in for it. */
final class EmbeddingSeat extends Watched {

    private final EmbeddingModel model;

    EmbeddingSeat(ModelEntry entry, EmbeddingModel model, Breaker breaker) {
        super(entry, breaker);
        this.model = model;
    }

    EmbeddingModel model(Seat.Privacy privacy, Clock clock) {
        EmbeddingModel watched = new Noting(clock);
        return entry().redacts() ? new RedactingEmbedding(watched, () -> privacy.redactor(List.of())) : watched;
    }

    /** Remembers what went wrong for whoever looks at the setup. */
    private final class Noting implements EmbeddingModel {
        private final Clock clock;

        Noting(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String id() {
            return model.id();
        }

        @Override
        public String model() {
            return model.model();
        }

        @Override
        public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
            try {
                return model.embed(texts);
            } catch (ModelFailed failed) {
                fell(clock.instant(), failed.code());
                throw failed;
            }
        }
    }
}
