package org.sellmeapen.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door: does the trail still stand as it was written? Writing goes through {@code kernel.AuditTrail}. */
@Service
public class Audit {

    private static final int PAGE = 1000;

    private final AuditEntries entries;
    private final Chains chains;
    private final SealKey key;
    private final ChainHeads heads;
    private final TransactionTemplate snapshot;

    Audit(
            AuditEntries entries,
            Chains chains,
            SealKey key,
            ChainHeads heads,
            PlatformTransactionManager transactionManager) {
        this.entries = entries;
        this.chains = chains;
        this.key = key;
        this.heads = heads;
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What belongs to no organisation is a chain of its own. */
    public AuditVerification verifyHouse() {
        return verify(AuditEntries.HOUSE);
    }

    /** Chains sealed here whose organisation is none of those given: dissolved, or taken out of the database. */
    public Set<OrganisationId> othersThan(Collection<OrganisationId> organisations) {
        Set<OrganisationId> others = new TreeSet<>(Comparator.comparing(OrganisationId::value));
        others.addAll(heads.known());
        others.removeAll(organisations);
        others.remove(AuditEntries.HOUSE);
        return others;
    }

    /**
     * Walks the whole chain. What it cannot see: an entry removed before it was sealed together with its mark that it
     * waits for that (about a second), and a tail cut off that this node never saw sealed.
     */
    public AuditVerification verify(OrganisationId chain) {
        return OrganisationScope.within(chain, () -> snapshot.execute(_ -> walk(chain)));
    }

    private AuditVerification walk(OrganisationId chain) {
        long count = entries.count(chain);
        Optional<ChainHead> outside = heads.find(chain);
        Optional<Chains.Chain> stored = chains.find(chain);
        if (stored.isPresent() && !stored.get().keyId().equals(key.id())) {
            return AuditVerification.broken(
                    count, 0, 1, "This chain was sealed under another key than the one in the data folder.");
        }
        ChainHead head = new ChainHead(0, SealKey.BEGINNING);
        List<Chains.Link> links;
        do {
            links = chains.after(chain, head.sequence(), PAGE);
            for (Chains.Link link : links) {
                long expected = head.sequence() + 1;
                if (link.sequence() != expected) {
                    return AuditVerification.broken(
                            count, head.sequence(), expected, "The seal of this entry is missing.");
                }
                if (link.entry() == null) {
                    return AuditVerification.broken(count, head.sequence(), expected, "This entry is missing.");
                }
                if (!Arrays.equals(link.mac(), key.seal(head.mac(), expected, link.entry()))) {
                    return AuditVerification.broken(
                            count, head.sequence(), expected, "This entry was changed after it was sealed.");
                }
                head = new ChainHead(expected, link.mac());
                if (outside.isPresent()
                        && outside.get().sequence() == expected
                        && !Arrays.equals(outside.get().mac(), link.mac())) {
                    return AuditVerification.broken(
                            count, expected - 1, expected, "This chain is another one than this node sealed.");
                }
            }
        } while (!links.isEmpty());
        long known = Math.max(
                stored.map(chainRow -> chainRow.head().sequence()).orElse(0L),
                outside.map(ChainHead::sequence).orElse(0L));
        if (known > head.sequence()) {
            return AuditVerification.broken(
                    count,
                    head.sequence(),
                    head.sequence() + 1,
                    "The chain once reached entry " + known + "; its end is missing.");
        }
        if (entries.hasStrays(chain)) {
            return AuditVerification.broken(
                    count,
                    head.sequence(),
                    head.sequence() + 1,
                    "Among what is not sealed yet, an entry was added or removed past the trail.");
        }
        return new AuditVerification(true, count, head.sequence(), null, null);
    }
}
