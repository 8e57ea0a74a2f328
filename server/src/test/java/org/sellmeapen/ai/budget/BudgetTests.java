package org.sellmeapen.ai.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wrappers.Planned;
import org.sellmeapen.ai.wrappers.PlannedEmbedding;
import org.sellmeapen.ai.wrappers.Redacting;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.privacy.Redactor;

class BudgetTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Account ACCOUNT =
            new Account(new OrganisationId(new UUID(0, 1)), Purpose.TALK, "planned", "planned-1");
    private static final Price PRICE = new Price(2, 1, 10);
    private static final Prompt ASKED = Prompt.of("", "Hello", 500);

    /** 1,000 tokens in and 500 out: 2,000 + 5,000 millionths. */
    private static final long COST = 7_000;

    private final BudgetedStack.MemoryBook book = new BudgetedStack.MemoryBook();
    private final Purses purses = new Purses(book, CLOCK);

    private Budgeted budgeted(Long cap, Planned.Act... acts) {
        return new Budgeted(new Planned("planned", acts), PRICE, purses.of(ACCOUNT, cap));
    }

    @Test
    void whatAnAnswerCostIsCounted() throws Exception {
        Budgeted model = budgeted(1_000_000L, Planned.says("hi"));
        model.answer(ASKED, AnswerSink.NONE);
        model.answer(ASKED, AnswerSink.NONE);
        assertThat(purses.spent(ACCOUNT.organisation()).getFirst().spentMicros())
                .isEqualTo(2 * COST);
        purses.close();
        assertThat(book.spend(ACCOUNT).takenMicros()).isEqualTo(2 * COST);
        assertThat(book.spend(ACCOUNT).answers()).isEqualTo(2);
    }

    @Test
    void anAnswerCarriesWhatItCostAndHowOldThePricesWereAlsoThroughRedaction() throws Exception {
        Answer answer = new Redacting(
                        new Priced(
                                new Planned("planned", Planned.says("[NAME_1] writes")),
                                PRICE,
                                LocalDate.parse("2025-10-01")),
                        () -> Redactor.of(List.of("Zoë Stern")))
                .answer(Prompt.of("", "Zoë Stern", 50), AnswerSink.NONE);
        assertThat(answer.text()).isEqualTo("Zoë Stern writes");
        assertThat(answer.cost()).isEqualTo(new Answer.Cost(COST, LocalDate.parse("2025-10-01")));
    }

    private BudgetedEmbedding meaning(Long cap, PlannedEmbedding.Act... acts) {
        return new BudgetedEmbedding(new PlannedEmbedding(acts), PRICE, purses.of(ACCOUNT, cap));
    }

    @Test
    void whatTheMeaningOfTextsCostIsCountedAsTheVendorCountsOrElseByItsLetters() throws Exception {
        meaning(1_000_000L, PlannedEmbedding.means(300)).embed(List.of("a pen"));
        assertThat(purses.spent(ACCOUNT.organisation()).getFirst().spentMicros())
                .isEqualTo(600);
        meaning(1_000_000L, PlannedEmbedding.means(-1)).embed(List.of("a pen that writes"));
        assertThat(purses.spent(ACCOUNT.organisation()).getFirst().spentMicros())
                .isEqualTo(600 + 19);
        assertThatThrownBy(
                        () -> meaning(1_000_000L, PlannedEmbedding.fails(ModelFailed.passing("planned", "overloaded")))
                                .embed(List.of("a pen")))
                .hasMessage("planned: overloaded");
        assertThat(purses.spent(ACCOUNT.organisation()).getFirst().spentMicros())
                .isEqualTo(600 + 19);
    }

    @Test
    void beyondTheCapNoTextIsReadAnyMore() throws Exception {
        BudgetedEmbedding model = meaning(1_000L, PlannedEmbedding.means(500));
        model.embed(List.of("a pen"));
        assertThatThrownBy(() -> model.embed(List.of("a pen"))).hasMessage("planned: budget-spent");
    }

    @Test
    void cachedTokensCostLess() {
        assertThat(PRICE.micros(new Answer.Usage(1_000, 400, 10))).isEqualTo(600 * 2 + 400 + 100);
        assertThat(PRICE.micros(new Answer.Usage(1_000, -1, 10))).isEqualTo(2_000 + 100);
    }

    @Test
    void beyondTheCapNobodyIsAskedAndTheCapIsNeverPassed() throws Exception {
        Planned vendor = new Planned("planned", Planned.says("hi"));
        Budgeted model = new Budgeted(vendor, PRICE, purses.of(ACCOUNT, 50_000L));
        int answered = 0;
        for (int k = 0; k < 20; k++) {
            try {
                model.answer(ASKED, AnswerSink.NONE);
                answered++;
            } catch (ModelFailed failed) {
                assertThat(failed.code()).isEqualTo("budget-spent");
                assertThat(failed.isPassing()).isFalse();
            }
        }
        purses.close();
        assertThat(answered).isBetween(5, 7);
        assertThat(vendor.asked).hasSize(answered);
        assertThat(book.spend(ACCOUNT).spentMicros()).isEqualTo(answered * COST).isLessThanOrEqualTo(50_000);
    }

    @Test
    void manyOnSeveralNodesTogetherKeepToIt() throws Exception {
        List<Purses> nodes =
                IntStream.range(0, 4).mapToObj(_ -> new Purses(book, CLOCK)).toList();
        List<Callable<Boolean>> asking = IntStream.range(0, 400)
                .<Callable<Boolean>>mapToObj(k -> () -> {
                    try {
                        new Budgeted(
                                        new Planned("planned", Planned.says("hi")),
                                        PRICE,
                                        nodes.get(k % 4).of(ACCOUNT, 1_000_000L))
                                .answer(ASKED, AnswerSink.NONE);
                        return true;
                    } catch (ModelFailed spent) {
                        return false;
                    }
                })
                .toList();
        long answered = 0;
        try (var threads =
                Executors.newFixedThreadPool(8)) { // more at once could reserve all of it before one has paid
            for (var one : threads.invokeAll(asking)) {
                answered += one.get() ? 1 : 0;
            }
        }
        nodes.forEach(Purses::close);
        assertThat(book.spend(ACCOUNT).spentMicros()).isEqualTo(answered * COST).isLessThanOrEqualTo(1_000_000);
        assertThat(book.spend(ACCOUNT).takenMicros()).isEqualTo(answered * COST);
        assertThat(answered).isGreaterThan(100);
    }

    @Test
    void mostAnswersAskNoDatabase() throws Exception {
        Budgeted model = budgeted(100_000_000L, Planned.says("hi"));
        for (int k = 0; k < 1_000; k++) {
            model.answer(ASKED, AnswerSink.NONE);
        }
        assertThat(book.takes).isLessThan(10);
    }

    @Test
    void whatTheVendorRefusedCostsNothingAndWhatBrokeOffCostsSomething() {
        Budgeted refused = budgeted(1_000_000L, Planned.fails(ModelFailed.passing("planned", "too-busy")));
        assertThatThrownBy(() -> refused.answer(ASKED, AnswerSink.NONE)).isInstanceOf(ModelFailed.class);
        assertThat(purses.spent(ACCOUNT.organisation())).allMatch(spend -> spend.spentMicros() == 0);
        Budgeted broken =
                budgeted(1_000_000L, Planned.breaksAfter("x".repeat(100), ModelFailed.passing("planned", "cut-off")));
        assertThatThrownBy(() -> broken.answer(ASKED, AnswerSink.NONE)).isInstanceOf(ModelFailed.class);
        assertThat(purses.spent(ACCOUNT.organisation()).getFirst().spentMicros())
                .isBetween(500L, 1_000L);
    }

    @Test
    void withoutACapItIsCountedAllTheSameSoThatALaterCapHolds() throws Exception {
        budgeted(null, Planned.says("hi")).answer(ASKED, AnswerSink.NONE);
        purses.write(false);
        assertThat(book.spend(ACCOUNT).takenMicros()).isEqualTo(COST);
        Budgeted capped = budgeted(COST + 100, Planned.says("hi"));
        assertThatThrownBy(() -> capped.answer(ASKED, AnswerSink.NONE)).isInstanceOf(ModelFailed.class);
    }

    @Test
    void aHigherCapCountsAtOnce() throws Exception {
        Budgeted small = budgeted(100L, Planned.says("hi"));
        assertThatThrownBy(() -> small.answer(ASKED, AnswerSink.NONE)).isInstanceOf(ModelFailed.class);
        budgeted(1_000_000L, Planned.says("hi")).answer(ASKED, AnswerSink.NONE);
    }

    @Test
    void theShippedPricesAreReadAndDated() {
        PriceTable table = PriceTable.shipped();
        assertThat(table.asOf()).isAfter(LocalDate.of(2025, 1, 1));
        assertThat(table.of("openai", "gpt-4o-mini-2024-07-18"))
                .isEqualTo(table.of("openai", "gpt-4o-mini"))
                .isPresent()
                .isNotEqualTo(table.of("openai", "gpt-4o"));
        assertThat(table.of("openai", "gpt-4o-audio")).isEmpty();
        assertThat(table.of("anthropic", "claude-sonnet-4-20250514")).isPresent();
        assertThat(table.of("ollama", "whatever")).contains(Price.FREE);
        assertThat(table.of("compatible", "whatever")).isEmpty();
    }

    @Test
    void aDateMayFollowAModelsNameButAnotherVersionIsAnotherModel() {
        PriceTable table = PriceTable.shipped();
        assertThat(table.of("anthropic", "claude-opus-4-20250514")).isEqualTo(table.of("anthropic", "claude-opus-4"));
        assertThat(table.of("anthropic", "claude-opus-4-6")).isNotEqualTo(table.of("anthropic", "claude-opus-4"));
        assertThat(table.of("openai", "gpt-5-2025-08-07")).isEqualTo(table.of("openai", "gpt-5"));
        assertThat(table.of("anthropic", "claude-opus-4-99")).isEmpty();
        assertThat(table.of("openai", "gpt-5.99")).isEmpty();
    }
}
