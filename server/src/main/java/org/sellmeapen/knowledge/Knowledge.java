package org.sellmeapen.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.transaction.support.TransactionOperations;

/** The front door: what an organisation knows, kept and found again. Thread-safe. */
public class Knowledge {

    /** Letters of one document. */
    static final int LONGEST = 300_000;

    /** Passages of one organisation: all of their meanings are looked through at each question. */
    static final int MOST_PASSAGES = 5_000;

    private final Documents documents;
    private final PassageSearch search;
    private final PassageReader reader;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionOperations transactions;

    Knowledge(
            Documents documents,
            PassageSearch search,
            PassageReader reader,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionOperations transactions) {
        this.documents = documents;
        this.search = search;
        this.reader = reader;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What an author writes. */
    record Draft(String title, String source, String language, String body) {

        Draft {
            title = title.strip();
            source = source.strip();
            if (title.isEmpty()) {
                throw new NotValid("title", "A document has a title.");
            }
            if (body.isBlank()) {
                throw new NotValid("body", "A document has words.");
            }
            if (body.length() > LONGEST) {
                throw new NotValid("body", "At most " + LONGEST + " letters. Cut the document into several.");
            }
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                throw new NotValid("language", "A language is named by its tag, such as en or pt-BR.");
            }
        }
    }

    /**
     * The passages that belong to a question, nearest first, of this organisation alone. Where a model of meaning is set
     * up it is asked, outside of any transaction; without one, or while it fails, words and letters find.
     *
     * @param language BCP 47 of the question
     */
    public List<Passage> find(OrganisationId organisation, String question, String language, int most)
            throws InterruptedException {
        Question asked = Question.of(question, language);
        if (!isWorthLooking(organisation, asked)) {
            return List.of(); // nothing leaves the house for nothing
        }
        return looked(organisation, asked, reader.sense(organisation, asked.text()), most);
    }

    /** The same by words and letters alone: waits for the database and nobody else. */
    public List<Passage> findAtOnce(OrganisationId organisation, String question, String language, int most) {
        Question asked = Question.of(question, language);
        return isWorthLooking(organisation, asked) ? looked(organisation, asked, null, most) : List.of();
    }

    private boolean isWorthLooking(OrganisationId organisation, Question asked) {
        if (asked.words().isEmpty() && asked.pairs().isEmpty()) {
            return false;
        }
        boolean any = Boolean.TRUE.equals(transactions.execute(_ -> documents.passages(organisation) > 0));
        if (any) {
            reader.readSoon(organisation);
        }
        return any;
    }

    private List<Passage> looked(
            OrganisationId organisation, Question asked, PassageSearch.@Nullable Sense sense, int most) {
        List<Passage> found = transactions.execute(_ -> search.find(organisation, asked, sense, most));
        return found == null ? List.of() : found;
    }

    Page<Documents.Line> page(SignedIn who, @Nullable Cursor after, int size) {
        return inTransaction(() -> documents.page(who.organisation(), after, size));
    }

    KnowledgeDocument document(SignedIn who, DocumentId id) {
        return inTransaction(() -> found(documents.find(who.organisation(), id)));
    }

    DocumentId add(SignedIn who, Draft draft) {
        DocumentId id = new DocumentId(ids.next());
        Instant now = clock.instant();
        inTransaction(() -> {
            documents.add(
                    who.organisation(),
                    new KnowledgeDocument(
                            id,
                            draft.title(),
                            draft.source(),
                            draft.language(),
                            draft.body(),
                            who.person().value(),
                            now,
                            now,
                            1));
            cut(who, id, draft, "knowledge.added");
            return id;
        });
        reader.readSoon(who.organisation());
        return id;
    }

    void change(SignedIn who, DocumentId id, Version seen, Draft draft) {
        inTransaction(() -> {
            KnowledgeDocument stored = found(documents.find(who.organisation(), id));
            seen.mustBe(stored.version());
            documents.change(
                    who.organisation(),
                    new KnowledgeDocument(
                            id,
                            draft.title(),
                            draft.source(),
                            draft.language(),
                            draft.body(),
                            stored.addedBy(),
                            stored.addedAt(),
                            clock.instant(),
                            stored.version()));
            cut(who, id, draft, "knowledge.changed");
            return id;
        });
        reader.readSoon(who.organisation());
    }

    void remove(SignedIn who, DocumentId id) {
        inTransaction(() -> {
            if (!documents.remove(who.organisation(), id)) {
                throw new NotFound("document");
            }
            audit.record(who.organisation(), who.person(), "knowledge.removed", "document:" + id, Map.of());
            return id;
        });
    }

    private void cut(SignedIn who, DocumentId id, Draft draft, String action) {
        documents.cut(who.organisation(), id, draft.language(), draft.title(), Passages.of(draft.body()));
        if (documents.passages(who.organisation()) > MOST_PASSAGES) {
            throw new TooMuchKnowledge(MOST_PASSAGES);
        }
        audit.record(who.organisation(), who.person(), action, "document:" + id, Map.of());
    }

    private static KnowledgeDocument found(Optional<KnowledgeDocument> document) {
        return document.orElseThrow(() -> new NotFound("document"));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
