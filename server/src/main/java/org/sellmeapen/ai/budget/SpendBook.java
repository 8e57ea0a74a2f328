package org.sellmeapen.ai.budget;

import java.time.YearMonth;
import java.util.List;
import org.sellmeapen.kernel.OrganisationId;

/** Where spending is written down for all nodes. Each call is a transaction of its own. */
public interface SpendBook {

    /** @return false where the cap would be passed; nothing was taken then */
    boolean take(Account account, YearMonth month, long micros, long capMicros);

    /**
     * Writes down what was spent, and puts right what was taken.
     *
     * @param takenMicros to be added to what is taken; negative where something is given back
     */
    void settle(Account account, YearMonth month, Settled settled, long takenMicros);

    List<Spend> of(OrganisationId organisation, YearMonth month);

    record Settled(long spentMicros, long answers, long inputTokens, long outputTokens) {
        static final Settled NOTHING = new Settled(0, 0, 0, 0);

        Settled plus(Settled more) {
            return new Settled(
                    spentMicros + more.spentMicros,
                    answers + more.answers,
                    inputTokens + more.inputTokens,
                    outputTokens + more.outputTokens);
        }

        boolean isNothing() {
            return equals(NOTHING);
        }
    }
}
