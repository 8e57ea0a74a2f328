package org.sellmeapen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.knowledge.Passage.FoundBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks in three ways and joins what they found by rank, each way's first counting most (reciprocal rank fusion: a place
 * is worth 1 / (60 + place)), since their scores cannot be compared.
 */
@Repository
class PassageSearch {

    private static final int EACH = 24;
    private static final double RANK = 60;

    /** Below it, a meaning is only nearly the same subject. */
    private static final double NEAR = 0.35;

    private final JdbcClient jdbc;

    PassageSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param meaning the question's vector, where a model made one */
    record Sense(String model, byte[] meaning) {}

    private record Found(UUID document, int n, String title, String source, String text) {}

    private record Key(UUID document, int n) {}

    List<Passage> find(OrganisationId organisation, Question question, @Nullable Sense sense, int most) {
        Map<Key, Hit> hits = new LinkedHashMap<>();
        Map<FoundBy, List<Found>> lists = new LinkedHashMap<>();
        lists.put(FoundBy.WORDS, byWords(organisation, question));
        lists.put(FoundBy.LETTERS, byLetters(organisation, question));
        lists.put(FoundBy.MEANING, sense == null ? List.of() : byMeaning(organisation, sense));
        lists.forEach((way, found) -> {
            for (int place = 0; place < found.size(); place++) {
                Found one = found.get(place);
                hits.computeIfAbsent(new Key(one.document(), one.n()), _ -> new Hit(one))
                        .at(way, place);
            }
        });
        return hits.values().stream()
                .sorted(Comparator.comparingDouble((Hit hit) -> hit.worth).reversed())
                .limit(most)
                .map(Hit::passage)
                .toList();
    }

    private static final class Hit {
        private final Found found;
        private final Set<FoundBy> ways = EnumSet.noneOf(FoundBy.class);
        private double worth;

        Hit(Found found) {
            this.found = found;
        }

        void at(FoundBy way, int place) {
            ways.add(way);
            worth += 1 / (RANK + place);
        }

        Passage passage() {
            return new Passage(
                    new DocumentId(found.document()), found.title(), found.source(), found.n(), found.text(), ways);
        }
    }

    /** At least two of the question's words, or its only one, in whatever form. */
    private List<Found> byWords(OrganisationId organisation, Question question) {
        return jdbc.sql("""
                        with asked as (
                            select array(select unnest(tsvector_to_array(to_tsvector(cast(:dictionary as regconfig), :text))))
                                as words
                        ), any_of as (
                            select words, cast(array_to_string(array(select quote_literal(w) from unnest(words) w), ' | ')
                                as tsquery) as query
                            from asked
                        )
                        select d.id, p.n, d.title, d.source, p.text
                        from any_of, knowledge_passage p
                        join knowledge_document d on d.organisation_id = p.organisation_id and d.id = p.document_id
                        where p.organisation_id = :org and cardinality(any_of.words) > 0 and p.words @@ any_of.query
                        and (select count(*) from unnest(any_of.words) w where w = any (tsvector_to_array(p.words)))
                            >= least(2, cardinality(any_of.words))
                        order by ts_rank_cd(p.words, any_of.query, 1) desc, d.id, p.n limit :most""")
                .param("org", organisation.value())
                .param("dictionary", WordsOfLanguage.dictionary(question.language()))
                .param("text", question.text())
                .param("most", EACH)
                .query(PassageSearch::found)
                .list();
    }

    /** Words that are misspelt or of a language without a dictionary; scripts without spaces by pairs of signs. */
    private List<Found> byLetters(OrganisationId organisation, Question question) {
        if (question.words().isEmpty() && question.pairs().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, n, title, source, text from (
                            select d.id, p.n, d.title, d.source, p.text,
                                (select coalesce(sum(word_similarity(w, p.text)), 0)
                                 from unnest(cast(:words as text[])) w where w <% p.text)
                                + (select count(*) from unnest(cast(:pairs as text[])) w where strpos(p.text, w) > 0) * 0.6
                                as letters
                            from knowledge_passage p
                            join knowledge_document d on d.organisation_id = p.organisation_id and d.id = p.document_id
                            where p.organisation_id = :org
                        ) as looked
                        where letters >= :least
                        order by letters desc, id, n limit :most""")
                .param("org", organisation.value())
                .param("words", question.words().toArray(String[]::new))
                .param("pairs", question.pairs().toArray(String[]::new))
                .param(
                        "least",
                        Math.min(
                                1.2,
                                0.6
                                        * (question.words().size()
                                                + question.pairs().size())))
                .param("most", EACH)
                .query(PassageSearch::found)
                .list();
    }

    private List<Found> byMeaning(OrganisationId organisation, Sense sense) {
        record Near(UUID document, int n, double nearness) {}
        List<Near> near = new ArrayList<>();
        jdbc.sql("""
                        select document_id, n, meaning from knowledge_passage
                        where organisation_id = :org and meaning_model = :model""")
                .param("org", organisation.value())
                .param("model", sense.model())
                .query(row -> {
                    double nearness = Meaning.nearness(sense.meaning(), row.getBytes("meaning"));
                    if (nearness >= NEAR) {
                        near.add(new Near(row.getObject("document_id", UUID.class), row.getInt("n"), nearness));
                    }
                });
        return near.stream()
                .sorted(Comparator.comparingDouble(Near::nearness).reversed())
                .limit(EACH)
                .map(one -> jdbc.sql("""
                                select d.id, p.n, d.title, d.source, p.text from knowledge_passage p
                                join knowledge_document d on d.organisation_id = p.organisation_id and d.id = p.document_id
                                where p.organisation_id = :org and p.document_id = :document and p.n = :n""")
                        .param("org", organisation.value())
                        .param("document", one.document())
                        .param("n", one.n())
                        .query(PassageSearch::found)
                        .single())
                .toList();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getInt("n"),
                row.getString("title"),
                row.getString("source"),
                row.getString("text"));
    }
}
