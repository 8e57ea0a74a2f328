package org.sellmeapen.ai.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sellmeapen.ai.wrappers.PlannedEmbedding.fails;
import static org.sellmeapen.ai.wrappers.PlannedEmbedding.hangs;
import static org.sellmeapen.ai.wrappers.PlannedEmbedding.means;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sellmeapen.TestClock;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.privacy.Redactor;

class EmbeddingWrappersTests {

    private static final List<String> TEXTS = List.of("Zoë Stern asked for the blue pen.", "Call +49 30 1234567.");
    private static final ModelFailed BUSY = ModelFailed.passing("planned", "too-busy");

    private final TestClock clock = new TestClock();
    private final TurnedTime time = new TurnedTime();

    private static String asked(EmbeddingModel model) throws InterruptedException {
        try {
            return model.embed(TEXTS).vectors().size() + " vectors";
        } catch (ModelFailed failed) {
            return failed.code();
        }
    }

    private EmbeddingModel retrying(PlannedEmbedding model) {
        return new RetryingEmbedding(model, Patience.IN_TALK, time, new Random(1));
    }

    @Test
    void whatPassesIsTriedAgainAfterTheTimeTheVendorAskedFor() throws Exception {
        PlannedEmbedding model = new PlannedEmbedding(fails(BUSY.after(Duration.ofMillis(700))), means(3));
        assertThat(asked(retrying(model))).isEqualTo("2 vectors");
        assertThat(time.pauses).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void whatLastsOrWhatAsksForTooLongIsNot() throws Exception {
        PlannedEmbedding refused = new PlannedEmbedding(fails(ModelFailed.lasting("planned", "key-refused")), means(3));
        assertThat(asked(retrying(refused))).isEqualTo("key-refused");
        PlannedEmbedding later = new PlannedEmbedding(fails(BUSY.after(Duration.ofMinutes(1))), means(3));
        assertThat(asked(retrying(later))).isEqualTo("too-busy");
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void whoTakesTooLongIsEnded() throws Exception {
        EmbeddingModel timed = new TimedOutEmbedding(new PlannedEmbedding(hangs()), Duration.ofSeconds(2), time);
        AtomicReference<String> ended = new AtomicReference<>();
        Thread asking = Thread.startVirtualThread(() -> {
            try {
                ended.set(asked(timed));
            } catch (InterruptedException e) {
                ended.set("interrupted");
            }
        });
        time.awaitPlanned(2);
        time.turn(Duration.ofSeconds(2));
        asking.join();
        assertThat(ended).hasValue("timed-out");
    }

    @Test
    void whoIsInTroubleIsLeftAloneForAWhile() throws Exception {
        PlannedEmbedding model = new PlannedEmbedding(fails(BUSY), fails(BUSY), fails(BUSY), fails(BUSY), means(3));
        Breaker breaker = new Breaker(clock);
        EmbeddingModel guarded = new CircuitBreakingEmbedding(model, breaker);
        for (int k = 0; k < 6; k++) {
            assertThat(asked(guarded)).isEqualTo("too-busy");
        }
        assertThat(model.asked).hasSize(4);
        assertThat(breaker.restsBecause()).isEqualTo("too-busy");
        clock.forward(Duration.ofSeconds(21));
        assertThat(asked(guarded)).isEqualTo("2 vectors");
        assertThat(breaker.restsBecause()).isNull();
    }

    @Test
    void namesAndNumbersDoNotLeaveAndTheVectorsSaySo() throws Exception {
        PlannedEmbedding model = new PlannedEmbedding(means(3));
        EmbeddingModel redacting = new RedactingEmbedding(model, () -> Redactor.of(List.of("Zoë Stern", "Ada Blom")));
        redacting.embed(TEXTS);
        assertThat(model.asked.getFirst()).containsExactly("[NAME] asked for the blue pen.", "Call [PHONE].");
        redacting.embed(List.of("Nobody here but Ada Blom and Zoë Stern, or [NAME_3]."));
        assertThat(model.asked.getLast()).containsExactly("Nobody here but [NAME] and [NAME], or [TEXT].");
        assertThat(redacting.model()).isNotEqualTo(model.model()).startsWith(model.model());
    }

    @Test
    void howLongItTookAndWhatWasReadIsMeasured() throws Exception {
        ModelMeters meters = new ModelMeters();
        asked(new MeteredEmbedding(new PlannedEmbedding(means(1_234)), meters, clock));
        asked(new MeteredEmbedding(new PlannedEmbedding(fails(BUSY)), meters, clock));
        assertThat(meters.text())
                .contains("purpose=\"" + Purpose.EMBED.code() + "\",provider=\"planned\",kind=\"input\"} 1234")
                .contains("outcome=\"answered\"} 1")
                .contains("outcome=\"too-busy\"} 1");
    }
}
