package org.sellmeapen.ai.budget;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

/** A budget in memory for tests of other rooms. */
public final class BudgetedStack {

    private BudgetedStack() {}

    public static LanguageModel of(LanguageModel model, OrganisationId organisation) {
        Purses purses = new Purses(new MemoryBook(), Clock.systemUTC());
        Account account = new Account(organisation, Purpose.TALK, "scripted", "script");
        return new Budgeted(model, new Price(1, 1, 1), purses.of(account, 1_000_000_000L));
    }

    /** Spending as the database counts it. */
    static final class MemoryBook implements SpendBook {

        private final Map<Account, Spend> spends = new ConcurrentHashMap<>();
        int takes;

        @Override
        public synchronized boolean take(Account account, YearMonth month, long micros, long capMicros) {
            takes++;
            Spend old = spend(account);
            if (old.takenMicros() + micros > capMicros) {
                return false;
            }
            spends.put(account, new Spend(account, old.takenMicros() + micros, old.spentMicros(), old.answers()));
            return true;
        }

        @Override
        public synchronized void settle(Account account, YearMonth month, Settled settled, long takenMicros) {
            Spend old = spend(account);
            spends.put(
                    account,
                    new Spend(
                            account,
                            old.takenMicros() + takenMicros,
                            old.spentMicros() + settled.spentMicros(),
                            old.answers() + settled.answers()));
        }

        Spend spend(Account account) {
            return spends.getOrDefault(account, new Spend(account, 0, 0, 0));
        }

        @Override
        public List<Spend> of(OrganisationId organisation, YearMonth month) {
            return List.copyOf(spends.values());
        }
    }
}
