package org.sellmeapen.voice;

import java.util.List;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the loop writes down of a call, inside the organisation of its ticket. Blocks. */
@Component
class CallBook {

    private final Calls calls;
    private final TransactionOperations transactions;

    CallBook(Calls calls, TransactionOperations transactions) {
        this.calls = calls;
        this.transactions = transactions;
    }

    void clockStandsAt(Caller caller, long ms) {
        within(caller, () -> calls.clockStandsAt(caller.organisation(), caller.conversation(), ms));
    }

    record Noted(Caller caller, Stages stages) {}

    /**
     * In one transaction.
     *
     * @param ofOne all of one organisation
     */
    void note(List<Noted> ofOne) {
        within(ofOne.getFirst().caller(), () -> {
            for (Noted noted : ofOne) {
                Caller caller = noted.caller();
                calls.note(caller.organisation(), caller.conversation(), noted.stages());
            }
        });
    }

    private void within(Caller caller, Runnable work) {
        OrganisationScope.within(caller.organisation(), () -> {
            transactions.executeWithoutResult(_ -> work.run());
            return true;
        });
    }
}
