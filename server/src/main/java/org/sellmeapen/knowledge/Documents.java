package org.sellmeapen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.VersionStale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Documents {

    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param passages how many it was cut into */
    record Line(UUID id, String title, String source, String language, int letters, int passages, Instant changedAt) {}

    Page<Line> page(OrganisationId organisation, @Nullable Cursor after, int size) {
        List<Line> rows = jdbc.sql("""
                        select d.id, d.title, d.source, d.language, length(d.body) as letters, d.changed_at,
                            (select count(*) from knowledge_passage p
                             where p.organisation_id = d.organisation_id and p.document_id = d.id) as passages
                        from knowledge_document d
                        where d.organisation_id = :org
                        and (cast(:title as text) is null
                            or (lower(d.title), d.id) > (cast(:title as text), cast(:id as uuid)))
                        order by lower(d.title), d.id limit :limit""")
                .param("org", organisation.value())
                .param("title", after == null ? null : after.key().getFirst())
                .param("id", after == null ? null : after.key().getLast())
                .param("limit", size + 1)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("source"),
                        row.getString("language"),
                        row.getInt("letters"),
                        row.getInt("passages"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
        return Page.of(
                rows, size, last -> Cursor.after(lower(last.title()), last.id().toString()));
    }

    /** As the database sees it, since the cursor is compared there. */
    private String lower(String title) {
        return jdbc.sql("select lower(:title)")
                .param("title", title)
                .query(String.class)
                .single();
    }

    Optional<KnowledgeDocument> find(OrganisationId organisation, DocumentId id) {
        return jdbc.sql("select * from knowledge_document where organisation_id = :org and id = :id")
                .param("org", organisation.value())
                .param("id", id.value())
                .query((row, n) -> document(row))
                .optional();
    }

    private static KnowledgeDocument document(ResultSet row) throws SQLException {
        return new KnowledgeDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("source"),
                row.getString("language"),
                row.getString("body"),
                row.getObject("added_by", UUID.class),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    void add(OrganisationId organisation, KnowledgeDocument document) {
        jdbc.sql("""
                        insert into knowledge_document (organisation_id, id, title, source, language, body, added_by,
                            added_at, changed_at)
                        values (:org, :id, :title, :source, :language, :body, :by, :at, :at)""")
                .param("org", organisation.value())
                .param("id", document.id().value())
                .param("title", document.title())
                .param("source", document.source())
                .param("language", document.language())
                .param("body", document.body())
                .param("by", document.addedBy())
                .param("at", Timestamp.from(document.addedAt()))
                .update();
    }

    void change(OrganisationId organisation, KnowledgeDocument document) {
        int rows = jdbc.sql("""
                        update knowledge_document set title = :title, source = :source, language = :language,
                            body = :body, changed_at = :at, version = version + 1
                        where organisation_id = :org and id = :id and version = :version""")
                .param("org", organisation.value())
                .param("id", document.id().value())
                .param("title", document.title())
                .param("source", document.source())
                .param("language", document.language())
                .param("body", document.body())
                .param("at", Timestamp.from(document.changedAt()))
                .param("version", document.version())
                .update();
        if (rows != 1) {
            throw new VersionStale();
        }
    }

    boolean remove(OrganisationId organisation, DocumentId id) {
        return jdbc.sql("delete from knowledge_document where organisation_id = :org and id = :id")
                        .param("org", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Takes the place of the passages that were there. */
    void cut(OrganisationId organisation, DocumentId id, String language, String title, List<String> passages) {
        jdbc.sql("delete from knowledge_passage where organisation_id = :org and document_id = :id")
                .param("org", organisation.value())
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        insert into knowledge_passage (organisation_id, document_id, n, text, words)
                        select :org, :id, n - 1, text,
                            setweight(to_tsvector(cast(:dictionary as regconfig), :title), 'B')
                            || to_tsvector(cast(:dictionary as regconfig), text)
                        from unnest(:texts) with ordinality as piece (text, n)""")
                .param("org", organisation.value())
                .param("id", id.value())
                .param("dictionary", WordsOfLanguage.dictionary(language))
                .param("title", title)
                .param("texts", passages.toArray(String[]::new))
                .update();
    }

    int passages(OrganisationId organisation) {
        return jdbc.sql("select count(*) from knowledge_passage where organisation_id = :org")
                .param("org", organisation.value())
                .query(Integer.class)
                .single();
    }
}
