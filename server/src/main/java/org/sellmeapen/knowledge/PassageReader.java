package org.sellmeapen.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a model say what passages mean, where the organisation set one up. Beside everything else: until it has, passages
 * are found by words and letters alone.
 */
class PassageReader {

    private static final Logger log = LoggerFactory.getLogger(PassageReader.class);

    private static final int AT_ONCE = 64;

    /** After a failure nobody is asked again for so long. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Models models;
    private final TransactionOperations transactions;
    private final Executor threads;
    private final Clock clock;

    /** Who is read for at the moment ({@link Instant#MAX}), or is not to be before then. */
    private final Map<OrganisationId, Instant> busy = new ConcurrentHashMap<>();

    PassageReader(JdbcClient jdbc, Models models, TransactionOperations transactions, Executor threads, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.transactions = transactions;
        this.threads = threads;
        this.clock = clock;
    }

    /** The question as a vector; nothing where there is no model for it or it fails. Waits for the model. */
    PassageSearch.@Nullable Sense sense(OrganisationId organisation, String question) throws InterruptedException {
        Optional<EmbeddingModel> model = models.embedding(organisation);
        if (model.isEmpty() || question.isBlank()) {
            return null;
        }
        try {
            return new PassageSearch.Sense(
                    model.get().model(),
                    Meaning.packed(
                            model.get().embed(List.of(question)).vectors().getFirst()));
        } catch (ModelFailed failed) {
            log.info("no meaning of a question: {}", failed.getMessage());
            return null;
        }
    }

    /** Reads what is unread, on another thread; returns at once. */
    void readSoon(OrganisationId organisation) {
        Optional<EmbeddingModel> model = models.embedding(organisation);
        Instant now = clock.instant();
        if (model.isEmpty()) {
            return;
        }
        Instant until = busy.get(organisation);
        if (until != null && until.isAfter(now)) {
            return;
        }
        busy.put(organisation, Instant.MAX);
        threads.execute(() -> OrganisationScope.within(organisation, () -> {
            boolean well = false;
            try {
                well = read(organisation, model.get());
            } finally {
                if (well) {
                    busy.remove(organisation);
                } else {
                    busy.put(organisation, clock.instant().plus(PAUSE));
                }
            }
            return well;
        }));
    }

    private record Unread(UUID document, int n, String text) {}

    private boolean read(OrganisationId organisation, EmbeddingModel model) {
        while (true) {
            List<Unread> unread = unread(organisation, model.model());
            if (unread.isEmpty()) {
                return true;
            }
            try {
                List<float[]> meanings =
                        model.embed(unread.stream().map(Unread::text).toList()).vectors();
                store(organisation, model.model(), unread, meanings);
            } catch (ModelFailed failed) {
                log.info("passages stay unread: {}", failed.getMessage());
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private List<Unread> unread(OrganisationId organisation, String model) {
        List<Unread> found = transactions.execute(_ -> jdbc.sql("""
                        select document_id, n, text from knowledge_passage
                        where organisation_id = :org and meaning_model is distinct from :model
                        order by document_id, n limit :most""")
                .param("org", organisation.value())
                .param("model", model)
                .param("most", AT_ONCE)
                .query((row, n) ->
                        new Unread(row.getObject("document_id", UUID.class), row.getInt("n"), row.getString("text")))
                .list());
        return found == null ? new ArrayList<>() : found;
    }

    /** A passage that was cut anew meanwhile has another text, and stays unread. */
    private void store(OrganisationId organisation, String model, List<Unread> unread, List<float[]> meanings) {
        transactions.executeWithoutResult(_ -> {
            for (int k = 0; k < unread.size(); k++) {
                jdbc.sql("""
                                update knowledge_passage set meaning = :meaning, meaning_model = :model
                                where organisation_id = :org and document_id = :document and n = :n and text = :text""")
                        .param("meaning", Meaning.packed(meanings.get(k)))
                        .param("model", model)
                        .param("org", organisation.value())
                        .param("document", unread.get(k).document())
                        .param("n", unread.get(k).n())
                        .param("text", unread.get(k).text())
                        .update();
            }
        });
    }
}
