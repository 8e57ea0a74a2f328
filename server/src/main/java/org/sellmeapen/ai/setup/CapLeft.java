package org.sellmeapen.ai.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.budget.Account;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.Spend;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Whether the month's cap leaves enough for a test: the cap that is tried, else that of the same model as it is set up. */
@Component
class CapLeft {

    /** The clip of ours that an ear hears, or as long an answer in speech. */
    private static final long SOUND_MS = 10_000;

    private final EntryCheck check;
    private final SetupState state;
    private final Purses purses;

    CapLeft(EntryCheck check, SetupState state, Purses purses) {
        this.check = check;
        this.state = state;
        this.purses = purses;
    }

    /** @throws MonthsCapSpent where it does not */
    void mustSuffice(OrganisationId organisation, Purpose purpose, ModelEntry entry, Prompt question, String words) {
        SetupState.@Nullable EntryState asItIs = state.of(organisation).stream()
                .filter(function -> function.function().equals(purpose.code()))
                .flatMap(function -> function.entries().stream())
                .filter(one ->
                        one.provider().equals(entry.provider()) && one.model().equals(entry.model()))
                .findFirst()
                .orElse(null);
        @Nullable Double cap = entry.monthlyCapUsd();
        if (asItIs != null && asItIs.capUsd() != null) {
            boolean raised = cap != null && cap > asItIs.capUsd();
            if (asItIs.budgetSpent() && !raised) {
                throw new MonthsCapSpent(entry);
            }
            cap = cap == null ? asItIs.capUsd() : cap;
        }
        if (cap != null
                && spent(organisation, purpose, entry) + most(purpose, entry, question, words) > cap * 1_000_000) {
            throw new MonthsCapSpent(entry);
        }
    }

    private long spent(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
        Account account = Stack.account(organisation, purpose, entry);
        return purses.spent(organisation).stream()
                .filter(spend -> spend.account().equals(account))
                .mapToLong(Spend::spentMicros)
                .sum();
    }

    private long most(Purpose purpose, ModelEntry entry, Prompt question, String words) {
        return switch (purpose) {
            case TALK, JUDGE ->
                check.price(entry).map(price -> price.most(question)).orElse(0L);
            case EMBED ->
                check.price(entry).map(price -> price.most(List.of(words))).orElse(0L);
            case HEAR ->
                check.speechPrice(purpose, entry)
                        .map(price -> price.microsOfSound(SOUND_MS))
                        .orElse(0L);
            case SPEAK ->
                check.speechPrice(purpose, entry)
                        .map(price -> price.microsOfText(words.length()))
                        .orElse(0L);
            // By the token it is known afterwards only.
            case REALTIME -> 1L;
        };
    }
}
