package org.sellmeapen.media;

import java.util.List;
import java.util.Map;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.AccountRemoved;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.PersonErased;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes recordings away: the row and the order to remove the files in one transaction, the files after it. The order
 * stands in a row until it is done, so that a store that is away for days only delays it.
 */
@Component("mediaErasure")
class Erasure {

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final int AT_ONCE = 200;

    private final Recordings recordings;
    private final MediaWork work;
    private final OrganisationKeys keys;
    private final Spool spool;
    private final RecordingStore store;
    private final RecordingWriter writer;
    private final Tenancy tenancy;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Erasure(
            Recordings recordings,
            MediaWork work,
            OrganisationKeys keys,
            Spool spool,
            RecordingStore store,
            RecordingWriter writer,
            Tenancy tenancy,
            TransactionOperations transactions,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.recordings = recordings;
        this.work = work;
        this.keys = keys;
        this.spool = spool;
        this.store = store;
        this.writer = writer;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
    }

    /** In the transaction in which the rows were removed or marked. @param how past tense, such as {@code erased} */
    void removed(OrganisationId organisation, List<RecordingId> gone, String how) {
        if (gone.isEmpty()) {
            return;
        }
        for (RecordingId id : gone) {
            audit.record(organisation, null, "recording." + how, "recording:" + id, Map.of());
        }
        work.toRemove(organisation, gone);
        events.publishEvent(new RecordingsForgotten(organisation, gone));
    }

    /** In the transaction in which the organisation goes. Without its key, what lies in any backup is noise. */
    @EventListener
    void on(OrganisationDissolved dissolved) {
        OrganisationId organisation = dissolved.organisation();
        removed(organisation, recordings.removeAll(organisation), "erased");
        keys.remove(organisation);
    }

    /** In the transaction in which the person is erased from that organisation. */
    @EventListener
    void on(PersonErased erased) {
        removed(erased.organisation(), recordings.removeOfPerson(erased.organisation(), erased.person()), "erased");
    }

    @Async
    @TransactionalEventListener(id = "media.account-removed")
    void on(AccountRemoved removed) {
        for (OrganisationId organisation : tenancy.organisations()) {
            OrganisationScope.within(organisation, () -> {
                transactions.executeWithoutResult(_ ->
                        removed(organisation, recordings.removeOfPerson(organisation, removed.person()), "erased"));
                return true;
            });
        }
    }

    @Async
    @TransactionalEventListener(id = "media.remove")
    void on(RecordingsForgotten forgotten) {
        for (RecordingId id : forgotten.recordings()) {
            writer.find(id).ifPresent(LiveRecorder::abandon);
        }
        while (removeFiles() == AT_ONCE) {
            // the next ones
        }
    }

    /** Whatever is due, whoever ordered it; doing it twice does no harm. @return how many were looked at */
    int removeFiles() {
        List<MediaWork.Item> due = work.removals(AT_ONCE);
        for (MediaWork.Item item : due) {
            try {
                writer.find(item.recording()).ifPresent(LiveRecorder::abandon);
                spool.remove(item.organisation(), item.recording());
                store.remove(Spool.name(item.organisation(), item.recording()));
                work.removed(item);
            } catch (StoreTrouble trouble) {
                log.warn("the file of recording={} is still to be removed: {}", item.recording(), trouble.detail());
            } catch (RuntimeException trouble) {
                log.error("the file of recording={} is still to be removed", item.recording(), trouble);
            }
        }
        return due.size();
    }
}
