package org.sellmeapen.ai.budget;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's purses, one an account. */
public final class Purses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Purses.class);

    private final SpendBook book;
    private final Clock clock;
    private final Map<Account, Purse> purses = new ConcurrentHashMap<>();

    public Purses(SpendBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** @param capMicros null for none */
    public Purse of(Account account, @Nullable Long capMicros) {
        Purse purse = purses.computeIfAbsent(account, key -> new Purse(key, book, clock));
        purse.capAt(capMicros == null ? Purse.NO_CAP : capMicros);
        return purse;
    }

    /** Notes what was spent outside a cap, such as for a test. */
    public void note(Account account, long micros, long inputTokens, long outputTokens) {
        purses.computeIfAbsent(account, key -> new Purse(key, book, clock))
                .settle(0, new SpendBook.Settled(micros, 1, inputTokens, outputTokens));
    }

    /** This month, what this node did not write down yet included. */
    public List<Spend> spent(OrganisationId organisation) {
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        purses.forEach((account, purse) -> {
            if (account.organisation().equals(organisation)) {
                purse.write(false);
            }
        });
        return book.of(organisation, month);
    }

    /** @param all what is held too */
    public void write(boolean all) {
        purses.forEach((account, purse) -> {
            try {
                purse.write(all);
            } catch (RuntimeException trouble) {
                log.warn("spending of organisation={} waits for the next round", account.organisation(), trouble);
            }
        });
    }

    /** An organisation that is no more. */
    public void forget(OrganisationId organisation) {
        purses.keySet().removeIf(account -> account.organisation().equals(organisation));
    }

    @Override
    public void close() {
        write(true);
    }
}
