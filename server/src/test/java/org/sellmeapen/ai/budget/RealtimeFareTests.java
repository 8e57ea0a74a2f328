package org.sellmeapen.ai.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

class RealtimeFareTests {

    private final BudgetedStack.MemoryBook book = new BudgetedStack.MemoryBook();
    private final Purses purses = new Purses(book, Clock.systemUTC());
    private final Account account = new Account(new OrganisationId(new UUID(0, 1)), Purpose.REALTIME, "v", "m");

    private RealtimeFare fare(RealtimePrice price, long cap) {
        return new RealtimeFare(price, purses.of(account, cap), Runnable::run);
    }

    private Spend spend() {
        purses.write(true);
        return book.spend(account);
    }

    @Test
    void soundAndWordsAndWhatTheVendorStillKnewHaveTheirOwnPrices() {
        RealtimePrice price = new RealtimePrice(0.6, 32, 0.4, 64, 4, 0.5, 16);
        assertThat(price.micros(new RealtimeUsage(100, 0, 0, 0, 0, 0), 0)).isEqualTo(3_200);
        assertThat(price.micros(new RealtimeUsage(0, 100, 0, 0, 0, 0), 0)).isEqualTo(40);
        assertThat(price.micros(new RealtimeUsage(0, 0, 100, 0, 0, 0), 0)).isEqualTo(6_400);
        assertThat(price.micros(new RealtimeUsage(0, 0, 0, 100, 100, 100), 0)).isEqualTo(2_050);
        assertThat(price.micros(RealtimeUsage.NONE, 1_000)).isEqualTo(10_000);
    }

    @Test
    void theListKnowsVersionsByTheirName() {
        PriceTable shipped = PriceTable.shipped();
        assertThat(shipped.realtime("openai", "gpt-realtime-2025-08-28")
                        .orElseThrow()
                        .audioOut())
                .isEqualTo(64);
        assertThat(shipped.realtime("openai", "gpt-realtime-mini").orElseThrow().audioOut())
                .isEqualTo(20);
        assertThat(shipped.realtime("openai", "gpt-realtime-huge")).isEmpty();
        assertThat(shipped.realtime("gemini", "gemini-2.5-flash-native-audio-preview-09-2025"))
                .isPresent();
    }

    @Test
    void whatACallTookIsWrittenDownWithItsAnswersAndTokens() {
        RealtimeFare fare = fare(new RealtimePrice(0, 10, 1, 20, 1, 1, 2), 1_000_000);
        fare.opens(() -> {});
        assertThat(fare.answers(() -> {})).isTrue();
        fare.took(new RealtimeUsage(100, 10, 50, 5, 0, 1), 0);
        fare.over();
        Spend spend = spend();
        assertThat(spend.spentMicros()).isEqualTo(1_000 + 10 + 1_000 + 5 + 2);
        assertThat(spend.answers()).isEqualTo(1);
    }

    private static final RealtimeUsage ANSWER = new RealtimeUsage(0, 0, 1, 0, 0, 0);

    @Test
    void noAnswerIsAskedForThatTheCapCouldNotPay() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        assertThat(fare.affords()).isTrue();
        fare.opens(() -> spent++);
        for (int k = 0; k < 2; k++) {
            assertThat(fare.answers(() -> {})).isTrue();
            fare.took(ANSWER, 60_000);
        }
        assertThat(spent).isEqualTo(1);
        assertThat(fare.answers(() -> later++)).isFalse();
        fare.over();
        assertThat(later).isZero();
        assertThat(spend().spentMicros()).isEqualTo(2_000_000);
        assertThat(fare(RealtimePrice.byTheMinute(1), 2_500_000).affords()).isFalse();
    }

    @Test
    void theFirstAnswerIsSetAsideTooBeforeItIsAskedFor() {
        RealtimeFare one = fare(RealtimePrice.byTheMinute(1), 1_500_000);
        RealtimeFare other = fare(RealtimePrice.byTheMinute(1), 1_500_000);
        assertThat(other.affords()).isTrue();
        one.opens(() -> {});
        other.opens(() -> spent++);
        assertThat(one.answers(() -> {})).isTrue();
        assertThat(other.answers(() -> {})).isFalse();
        assertThat(spent).isEqualTo(1);
    }

    @Test
    void soundThatNobodyAnswersIsCountedToo() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        fare.opens(() -> spent++);
        fare.took(RealtimeUsage.NONE, 60_000);
        assertThat(spent).isZero();
        fare.took(RealtimeUsage.NONE, 60_000);
        assertThat(spent).isEqualTo(1);
    }

    @Test
    void aLineThatBrokeOffGoesOnWhereItIsOpenedAgain() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        fare.opens(() -> spent++);
        assertThat(fare.answers(() -> {})).isTrue();
        fare.over();
        assertThat(fare.answers(() -> {})).isFalse();
        fare.opens(() -> spent++);
        assertThat(fare.answers(() -> {})).isTrue();
        assertThat(spent).isZero();
    }

    @Test
    void howeverManyCallAtOnceTheCapStands() {
        List<RealtimeFare> calls = Stream.generate(() -> fare(RealtimePrice.byTheMinute(1), 7_500_000))
                .limit(5)
                .toList();
        calls.forEach(call -> call.opens(() -> {}));
        for (int round = 0; round < 5; round++) {
            List<RealtimeFare> answered =
                    calls.stream().filter(call -> call.answers(() -> {})).toList();
            answered.forEach(call -> call.took(ANSWER, 60_000));
        }
        calls.forEach(RealtimeFare::over);
        assertThat(spend().spentMicros()).isBetween(6_000_000L, 7_500_000L);
    }

    @Test
    void whoAsksBeforeTheBookAnsweredAsksWhenItDid() {
        RealtimeFare fare = new RealtimeFare(RealtimePrice.byTheMinute(1), purses.of(account, 1_500_000L), work::add);
        fare.opens(() -> spent++);
        assertThat(fare.answers(() -> later++)).isFalse();
        assertThat(later).isZero();
        books();
        assertThat(later).isEqualTo(1);
        // over the first: what it left is enough for the second, whichever of the two is looked at first
        assertThat(fare.answers(() -> later++)).isFalse();
        fare.took(ANSWER, 6_000);
        books();
        assertThat(later).isEqualTo(2);
        assertThat(spent).isZero();
    }

    @Test
    void anAnswerDearerThanExpectedMakesMoreBeSetAsideForTheNext() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 7_000_000);
        fare.opens(() -> spent++);
        assertThat(fare.answers(() -> {})).isTrue();
        fare.took(ANSWER, 180_000);
        assertThat(spent).isEqualTo(1); // three are spent, and four and a half are not left
    }

    private int spent;
    private int later;
    private final Deque<Runnable> work = new ArrayDeque<>();

    private void books() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    @Test
    void whatWasTakenBeforehandIsGivenBackWithTheCall() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        fare.opens(() -> {});
        fare.answers(() -> {});
        fare.took(RealtimeUsage.NONE, 6_000);
        fare.answers(() -> {});
        fare.over();
        fare.over();
        assertThat(spend().spentMicros()).isEqualTo(100_000);
        assertThat(fare(RealtimePrice.byTheMinute(2.3), 2_500_000).affords()).isTrue();
    }
}
