package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** Who takes the word while an answer is still being worded stops the wording, and the record keeps what was heard. */
class ScribeTests {

    private static final Call CALL = new Call(
            new UUID(0, 1),
            new Caller(new OrganisationId(new UUID(0, 2)), new PersonId(new UUID(0, 3)), new UUID(0, 4), null),
            true,
            new UUID(0, 5),
            new VoiceBrief("en", "Ada", "buyer", 1_500, 0, 0, "", null, "browser"),
            0,
            16_000);

    private final PlannedMind mind = new PlannedMind();
    private final List<String> told = new ArrayList<>();

    @Test
    void aCutWaitsForTheEndOfTheWordingAndStopsIt() {
        mind.unfolding.addAll(List.of("Well now.", "Let me think.", "What is it to cost?"));
        Scribe[] scribe = new Scribe[1];
        scribe[0] = new Scribe(CALL, new AtOnce(), new RecordingWire(), mind, new Told() {
            @Override
            public void clause(int turn, String clause, boolean interrupts) {
                told.add(clause);
                if (clause.equals("Let me think.")) {
                    scribe[0].cut(turn, "Well now. Let", 700, new Mind.Span(0, 700));
                    assertThat(mind.record.get(turn).text()).doesNotEndWith("—");
                }
            }
        });

        scribe[0].say("What do you sell?", null, false);

        assertThat(told).containsExactly("begun", "Well now.", "Let me think.", "answered");
        assertThat(mind.record.get(1).text()).isEqualTo("Well now. Let—");
    }

    private abstract class Told implements Scribe.Told {
        @Override
        public void answered(Mind.Reply reply, boolean interrupts) {
            told.add("answered");
        }

        @Override
        public void beingAnswered(Mind.Reply heard) {
            told.add("begun");
        }

        @Override
        public void answeredItself(Mind.Reply reply) {}

        @Override
        public void unanswered(String key, Exception trouble) {
            throw new AssertionError(trouble);
        }

        @Override
        public void refused(Exception trouble) {
            throw new AssertionError(trouble);
        }
    }

    /** Everything happens where it is asked for. */
    private static final class AtOnce implements Loop {
        @Override
        public long nowMs() {
            return 0;
        }

        @Override
        public Timer after(long ms, Runnable what) {
            return () -> {};
        }

        @Override
        public void run(Runnable what) {
            what.run();
        }

        @Override
        public <T> Work work(Callable<T> blocking, Consumer<T> done, Consumer<Exception> failed) {
            T result;
            try {
                result = blocking.call();
            } catch (Exception trouble) {
                failed.accept(trouble);
                return () -> {};
            }
            done.accept(result);
            return () -> {};
        }
    }
}
