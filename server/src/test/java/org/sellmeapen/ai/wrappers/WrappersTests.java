package org.sellmeapen.ai.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sellmeapen.ai.wrappers.Planned.breaksAfter;
import static org.sellmeapen.ai.wrappers.Planned.fails;
import static org.sellmeapen.ai.wrappers.Planned.hangs;
import static org.sellmeapen.ai.wrappers.Planned.says;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sellmeapen.TestClock;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Recorded;
import org.sellmeapen.ai.Recording;
import org.sellmeapen.ai.Replaying;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.privacy.Redactor;

class WrappersTests {

    private static final Prompt ASKED = Prompt.of("Be short.", "Hello, I am Zoë.", 50);
    private static final ModelFailed BUSY = ModelFailed.passing("a", "too-busy");

    private final TestClock clock = new TestClock();
    private final TurnedTime time = new TurnedTime();
    private final List<String> told = new ArrayList<>();

    private String asked(LanguageModel model) throws InterruptedException {
        told.clear();
        try {
            return model.answer(ASKED, told::add).text();
        } catch (ModelFailed failed) {
            return failed.code();
        }
    }

    // falling back

    @Test
    void theNextStandsInWhileNothingWasSaid() throws Exception {
        List<String> fallen = new ArrayList<>();
        Planned first = new Planned("a", fails(BUSY));
        Planned second = new Planned("b", fails(ModelFailed.lasting("b", "key-refused")));
        FallingBack model = new FallingBack(
                List.of(first, second, new Planned("c", says("hi"))), (place, why) -> fallen.add(place + why.code()));
        assertThat(asked(model)).isEqualTo("hi");
        assertThat(told).containsExactly("hi");
        assertThat(fallen).containsExactly("0too-busy", "1key-refused");
        assertThat(model.id()).isEqualTo("a");
    }

    @Test
    void onceAWordWasSaidNobodyStandsIn() throws Exception {
        Planned second = new Planned("b", says("hi"));
        FallingBack model = new FallingBack(
                List.of(new Planned("a", breaksAfter("He", ModelFailed.passing("a", "cut-off"))), second),
                (_, _) -> {});
        assertThat(asked(model)).isEqualTo("cut-off");
        assertThat(told).containsExactly("He");
        assertThat(second.asked).isEmpty();
    }

    @Test
    void whenAllFailTheLastSaysWhy() throws Exception {
        FallingBack model = new FallingBack(
                List.of(new Planned("a", fails(BUSY)), new Planned("b", fails(ModelFailed.lasting("b", "no-credit")))),
                (_, _) -> {});
        assertThat(asked(model)).isEqualTo("no-credit");
    }

    @Test
    void whoIsInterruptedAsksNobodyElse() {
        Planned second = new Planned("b", says("hi"));
        FallingBack model = new FallingBack(
                List.of(
                        new Planned("a", (_, _) -> {
                            throw new InterruptedException();
                        }),
                        second),
                (_, _) -> {});
        assertThatThrownBy(() -> model.answer(ASKED, AnswerSink.NONE)).isInstanceOf(InterruptedException.class);
        assertThat(second.asked).isEmpty();
    }

    // trying again

    private Retrying retrying(Patience patience, Planned model) {
        return new Retrying(model, patience, time, new Random(3));
    }

    @Test
    void whatPassesIsTriedAgainAfterAWhile() throws Exception {
        Planned model = new Planned("a", fails(BUSY), fails(ModelFailed.passing("a", "overloaded")), says("hi"));
        assertThat(asked(retrying(Patience.AT_WORK, model))).isEqualTo("hi");
        assertThat(time.pauses).hasSize(2);
        assertThat(time.pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(time.pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theVendorsOwnWishIsKeptToAndALongOneIsNotWaited() throws Exception {
        Planned soon = new Planned("a", fails(BUSY.after(Duration.ofMillis(700))), says("hi"));
        assertThat(asked(retrying(Patience.IN_TALK, soon))).isEqualTo("hi");
        assertThat(time.pauses).containsExactly(Duration.ofMillis(700));
        Planned late = new Planned("a", fails(BUSY.after(Duration.ofSeconds(9))), says("hi"));
        assertThat(asked(retrying(Patience.IN_TALK, late))).isEqualTo("too-busy");
        assertThat(late.asked).hasSize(1);
    }

    @Test
    void whatLastsOrTookItsTimeOrHadBegunIsNotTriedAgain() throws Exception {
        for (Planned.Act act : List.of(
                fails(ModelFailed.lasting("a", "key-refused")),
                fails(ModelFailed.passing("a", "timed-out")),
                breaksAfter("He", ModelFailed.passing("a", "cut-off")))) {
            Planned model = new Planned("a", act, says("hi"));
            assertThat(asked(retrying(Patience.AT_WORK, model))).isNotEqualTo("hi");
            assertThat(model.asked).hasSize(1);
        }
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void patienceEnds() throws Exception {
        Planned model = new Planned("a", fails(BUSY));
        assertThat(asked(retrying(Patience.AT_WORK, model))).isEqualTo("too-busy");
        assertThat(model.asked).hasSize(Patience.AT_WORK.tries());
    }

    // leaving alone

    @Test
    void aVendorInTroubleIsLeftAloneAndThenTriedByOne() throws Exception {
        Planned vendor = new Planned(
                "a", fails(ModelFailed.passing("a", "vendor-trouble").saying("secret words")));
        Breaker breaker = new Breaker(clock);
        CircuitBreaking model = new CircuitBreaking(vendor, breaker);
        for (int k = 0; k < 10; k++) {
            assertThat(asked(model)).isEqualTo("vendor-trouble");
        }
        assertThat(vendor.asked).hasSize(4);
        assertThat(breaker.restsBecause()).isEqualTo("vendor-trouble");
        assertThatThrownBy(() -> model.answer(ASKED, AnswerSink.NONE))
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.vendorWords()).isEmpty());
        clock.forward(Duration.ofSeconds(21));
        assertThat(asked(model)).isEqualTo("vendor-trouble");
        assertThat(asked(model)).isEqualTo("vendor-trouble");
        assertThat(vendor.asked).hasSize(5);
    }

    @Test
    void whenTheTrialWorksItIsAskedAsBefore() throws Exception {
        Planned vendor = new Planned("a", fails(ModelFailed.lasting("a", "key-refused")), says("hi"));
        CircuitBreaking model = new CircuitBreaking(vendor, new Breaker(clock));
        assertThat(asked(model)).isEqualTo("key-refused");
        assertThat(asked(model)).isEqualTo("key-refused");
        assertThat(vendor.asked).hasSize(1);
        clock.forward(Duration.ofMinutes(3));
        assertThat(asked(model)).isEqualTo("hi");
        assertThat(asked(model)).isEqualTo("hi");
    }

    @Test
    void aFaultOfTheQuestionSaysNothingOfTheVendor() throws Exception {
        Planned vendor = new Planned("a", fails(ModelFailed.lasting("a", "too-large")));
        CircuitBreaking model = new CircuitBreaking(vendor, new Breaker(clock));
        for (int k = 0; k < 10; k++) {
            asked(model);
        }
        assertThat(vendor.asked).hasSize(10);
    }

    @Test
    void aTrialThatWasCancelledDoesNotLeaveTheVendorAloneForEver() throws Exception {
        Planned vendor = new Planned(
                "a",
                fails(ModelFailed.lasting("a", "key-refused")),
                (_, _) -> {
                    throw new InterruptedException();
                },
                says("hi"));
        CircuitBreaking model = new CircuitBreaking(vendor, new Breaker(clock));
        asked(model);
        clock.forward(Duration.ofMinutes(3));
        assertThatThrownBy(() -> asked(model)).isInstanceOf(InterruptedException.class);
        assertThat(asked(model)).isEqualTo("hi");
    }

    // time

    private TimedOut timed(LanguageModel model) {
        return new TimedOut(model, Duration.ofSeconds(2), Duration.ofSeconds(30), time);
    }

    /** @return what became of it, with the interrupt that may have been left */
    private void planned() {
        try {
            time.awaitPlanned(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void turned(Duration by) {
        planned();
        time.turn(by);
    }

    private String inTime(LanguageModel model, Runnable meanwhile) throws Exception {
        AtomicReference<String> came = new AtomicReference<>("");
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                came.set(asked(model));
            } catch (InterruptedException gone) {
                came.set("interrupted");
            }
            came.updateAndGet(what -> what + (Thread.interrupted() ? " and an interrupt left" : ""));
        });
        meanwhile.run();
        thread.join();
        return came.get();
    }

    @Test
    void aFirstWordThatDoesNotComeIsNotWaitedForAndTheConnectionEnds() throws Exception {
        assertThat(inTime(timed(new Planned("a", hangs())), () -> turned(Duration.ofSeconds(2))))
                .isEqualTo("timed-out");
    }

    @Test
    void whoComesInTimeMayTakeTheWholeTimeAndNoMore() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        Planned model = new Planned("a", (_, sink) -> {
            sink.words("He");
            began.countDown();
            on.await();
            return Planned.whole("He");
        });
        assertThat(inTime(timed(model), () -> {
                    try {
                        began.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    time.turn(Duration.ofSeconds(29));
                    time.turn(Duration.ofSeconds(2));
                }))
                .isEqualTo("timed-out");
        assertThat(told).containsExactly("He");
    }

    @Test
    void anInterruptOfOthersStaysOne() throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>();
        CountDownLatch there = new CountDownLatch(1);
        Planned model = new Planned("a", (_, _) -> {
            worker.set(Thread.currentThread());
            there.countDown();
            new CountDownLatch(1).await();
            return Planned.whole("");
        });
        assertThat(inTime(timed(model), () -> {
                    try {
                        there.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    worker.get().interrupt();
                }))
                .isEqualTo("interrupted");
    }

    @Test
    void afterTheAnswerNoInterruptComesAnyMore() throws Exception {
        assertThat(asked(timed(new Planned("a", says("hi"))))).isEqualTo("hi");
        time.turn(Duration.ofMinutes(2));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theNextAnswersWithinItsOwnTimeWhenOneHangs() throws Exception {
        FallingBack model =
                new FallingBack(List.of(timed(new Planned("a", hangs())), new Planned("b", says("hi"))), (_, _) -> {});
        assertThat(inTime(model, () -> turned(Duration.ofSeconds(2)))).isEqualTo("hi");
    }

    // redaction

    @Test
    void namesDoNotLeaveAndComeBack() throws Exception {
        Planned vendor = new Planned("a", (prompt, sink) -> {
            sink.words("Hello [NA");
            sink.words("ME_1]!");
            return Planned.whole("Hello [NAME_1]!");
        });
        Redacting model = new Redacting(vendor, () -> Redactor.of(List.of("Zoë Stern")));
        assertThat(asked(model)).isEqualTo("Hello Zoë!");
        assertThat(String.join("", told)).isEqualTo("Hello Zoë!");
        assertThat(vendor.asked.getFirst().toString()).doesNotContain("Zoë").contains("[NAME_1]");
    }

    @Test
    void whereThereIsNothingToTakeOutThePromptStaysAsItIs() throws Exception {
        Planned vendor = new Planned("a", says("hi"));
        Prompt plain = Prompt.of("", "Hello, may I show you a pen?", 10);
        new Redacting(vendor, () -> Redactor.WITHOUT_NAMES).answer(plain, told::add);
        assertThat(vendor.asked).containsExactly(plain);
    }

    @Test
    void whoGivesTheirNameLastIsTakenOutOfWhatWasSaidBefore() throws Exception {
        Planned vendor = new Planned("a", says("[NAME_1], hello"));
        Prompt talk = new Prompt(
                "Katherine buys pens.",
                List.of(new Prompt.Message(Prompt.Role.USER, "I'm Katherine Johnson. Ask Mrs Pym too.")),
                10,
                null,
                List.of(),
                null,
                null);
        String text = new Redacting(vendor, () -> Redactor.WITHOUT_NAMES)
                .answer(talk, told::add)
                .text();
        assertThat(vendor.asked.getFirst().toString()).doesNotContain("Katherine", "Johnson", "Pym");
        assertThat(text).isEqualTo("Katherine, hello");
        assertThat(String.join("", told)).isEqualTo("Katherine, hello");
    }

    // measuring

    @Test
    void whatIsMeasuredNamesNobody() throws Exception {
        ModelMeters meters = new ModelMeters();
        Planned vendor = new Planned(
                "a",
                (_, sink) -> {
                    clock.forward(Duration.ofMillis(250));
                    sink.words("hi");
                    clock.forward(Duration.ofMillis(650));
                    return Planned.whole("hi");
                },
                fails(BUSY));
        Metered model = new Metered(vendor, Purpose.TALK, meters, clock);
        asked(model);
        asked(model);
        assertThat(meters.text())
                .contains("stage=\"first_word\",le=\"0.2\"} 0")
                .contains("stage=\"first_word\",le=\"0.3\"} 1")
                .contains("stage=\"whole\",le=\"1.2\"} 1")
                .contains("provider=\"a\",outcome=\"answered\"} 1")
                .contains("provider=\"a\",outcome=\"too-busy\"} 1")
                .contains("kind=\"output\"} 500");
    }

    // replay

    @Test
    void whatWasRecordedIsAnsweredAgainWithoutAnybody() throws Exception {
        List<Recorded> kept = new ArrayList<>();
        Planned vendor = new Planned("a", says("one"), says("two"), fails(BUSY));
        Recording recording = new Recording(vendor, kept::add);
        assertThat(asked(recording)).isEqualTo("one");
        assertThat(asked(recording)).isEqualTo("two");
        assertThat(asked(recording)).isEqualTo("too-busy");
        Replaying replay = new Replaying(kept);
        assertThat(asked(replay)).isEqualTo("one");
        assertThat(told).containsExactly("one");
        assertThat(asked(replay)).isEqualTo("two");
        assertThatThrownBy(() -> replay.answer(Prompt.of("", "Something else", 5), AnswerSink.NONE))
                .isInstanceOf(ModelFailed.class);
    }

    @Test
    void promptsThatDifferHaveOtherDigests() {
        List<Prompt> prompts = List.of(
                Prompt.of("ab", "c", 5),
                Prompt.of("a", "bc", 5),
                Prompt.of("ab", "c", 6),
                Prompt.of("ab", "c", 5).at(0.5, null),
                Prompt.of("ab", "c", 5).at(null, 5L),
                Prompt.of("ab", "c", 5).stoppingAt(List.of("x")),
                Prompt.of("ab", "c", 5).shaped(new Prompt.Schema("x", "{}")));
        assertThat(prompts.stream().map(Prompt::digest).distinct()).hasSize(prompts.size());
        assertThat(Prompt.of("ab", "c", 5).digest())
                .isEqualTo(prompts.getFirst().digest());
    }
}
