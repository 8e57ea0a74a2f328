package org.sellmeapen.ai.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
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
        assertThat(fare.took(new RealtimeUsage(100, 10, 50, 5, 0, 1), 0)).isTrue();
        fare.over();
        Spend spend = spend();
        assertThat(spend.spentMicros()).isEqualTo(1_000 + 10 + 1_000 + 5 + 2);
        assertThat(spend.answers()).isEqualTo(1);
    }

    @Test
    void whereTheNextAnswerIsNotThereAnyMoreItSaysSo() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        assertThat(fare.affords()).isTrue();
        assertThat(fare.took(RealtimeUsage.NONE, 60_000)).isTrue();
        assertThat(fare.took(RealtimeUsage.NONE, 60_000)).isFalse();
        fare.over();
        assertThat(spend().spentMicros()).isEqualTo(2_000_000);
        assertThat(fare(RealtimePrice.byTheMinute(1), 2_500_000).affords()).isFalse();
    }

    @Test
    void whatWasTakenBeforehandIsGivenBackWithTheCall() {
        RealtimeFare fare = fare(RealtimePrice.byTheMinute(1), 2_500_000);
        fare.took(RealtimeUsage.NONE, 6_000);
        fare.over();
        fare.over();
        assertThat(spend().spentMicros()).isEqualTo(100_000);
        assertThat(fare(RealtimePrice.byTheMinute(2.3), 2_500_000).affords()).isTrue();
    }
}
