package org.sellmeapen.audit;

import java.util.List;
import java.util.Optional;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals what was written since, chain by chain, each batch in one transaction. Nodes claim a chain by its row; a crash
 * leaves either all of a batch or nothing.
 */
@Component
class Sequencer {

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 500;

    private final AuditEntries entries;
    private final Chains chains;
    private final SealKey key;
    private final ChainHeads heads;
    private final TransactionOperations transactions;

    Sequencer(AuditEntries entries, Chains chains, SealKey key, ChainHeads heads, TransactionOperations transactions) {
        this.entries = entries;
        this.chains = chains;
        this.key = key;
        this.heads = heads;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "${sellmeapen.audit.seal-every:PT1S}")
    void seal() {
        for (OrganisationId chain : entries.chainsWithPending()) {
            int sealed;
            do {
                sealed = sealOf(chain);
            } while (sealed == BATCH);
        }
    }

    /** How many were sealed; none when another node is at it. */
    int sealOf(OrganisationId chain) {
        record Done(int count, ChainHead head) {}
        Optional<Done> done = OrganisationScope.within(
                chain,
                () -> transactions.execute(_ -> {
                    chains.begin(chain, key.id());
                    Optional<Chains.Chain> claimed = chains.claim(chain);
                    if (claimed.isEmpty()) {
                        return Optional.<Done>empty();
                    }
                    if (!claimed.get().keyId().equals(key.id())) {
                        log.error(
                                "audit chain {} is under another key; nothing is sealed until that key is back", chain);
                        return Optional.<Done>empty();
                    }
                    List<AuditEntry> batch = entries.pending(chain, BATCH);
                    ChainHead head = claimed.get().head();
                    for (AuditEntry entry : batch) {
                        long sequence = head.sequence() + 1;
                        head = new ChainHead(sequence, key.seal(head.mac(), sequence, entry));
                        chains.add(chain, sequence, entry.id(), head.mac());
                        entries.noLongerPending(chain, entry.id());
                    }
                    chains.moveTo(chain, head);
                    return Optional.of(new Done(batch.size(), head));
                }));
        done.filter(d -> d.count() > 0).ifPresent(d -> heads.keep(chain, d.head()));
        return done.map(Done::count).orElse(0);
    }
}
