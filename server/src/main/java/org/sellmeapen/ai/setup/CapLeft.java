package org.sellmeapen.ai.setup;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.budget.Account;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.Spend;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Whether the month's cap leaves anything for a test: the cap that is tried, else that of the same model as it is set up. */
@Component
class CapLeft {

    private final SetupState state;
    private final Purses purses;

    CapLeft(SetupState state, Purses purses) {
        this.state = state;
        this.purses = purses;
    }

    /** @throws MonthsCapSpent where it does not */
    void mustLeaveSome(OrganisationId organisation, Purpose purpose, ModelEntry entry) {
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
        if (cap != null && spent(organisation, purpose, entry) >= cap * 1_000_000) {
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
}
