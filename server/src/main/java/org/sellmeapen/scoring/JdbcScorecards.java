package org.sellmeapen.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcScorecards implements Scorecards {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcScorecards(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void addOrder(OrganisationId organisation, UUID id, ScorecardOrder order) {
        jdbc.sql("""
                insert into scoring_order
                    (organisation_id, id, conversation_id, rubric, hints_used, transcript, context, ordered_at)
                values (:organisation, :id, :conversation, :rubric, :hints, :transcript, :context, :at)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("conversation", order.conversation())
                .param("rubric", order.rubric())
                .param("hints", order.hintsUsed())
                .param("transcript", json.writeValueAsString(order.transcript()))
                .param("context", json.writeValueAsString(order.context()))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public Optional<ScorecardOrder> claim(UUID order) {
        return jdbc.sql("""
                select conversation_id, rubric, hints_used, transcript, context from scoring_order
                where id = :id and done_at is null for update skip locked
                """)
                .param("id", order)
                .query((row, n) -> new ScorecardOrder(
                        row.getObject("conversation_id", UUID.class),
                        row.getString("rubric"),
                        json.readValue(row.getString("transcript"), Transcript.class),
                        json.readValue(row.getString("context"), ScoringContext.class),
                        row.getInt("hints_used")))
                .optional();
    }

    @Override
    public void done(UUID order) {
        jdbc.sql("update scoring_order set done_at = :at, transcript = null, context = null where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("id", order)
                .update();
    }

    @Override
    public boolean hasOpenOrder(UUID conversation) {
        return jdbc.sql("select exists (select 1 from scoring_order where conversation_id = :id and done_at is null)")
                .param("id", conversation)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int nextRevision(UUID conversation) {
        // Two judgings of one conversation number themselves one after the other; the lock goes with the transaction.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", conversation.toString())
                .query(row -> {});
        return jdbc.sql("select coalesce(max(revision), 0) + 1 from scoring_scorecard where conversation_id = :id")
                .param("id", conversation)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(OrganisationId organisation, IssuedScorecard scorecard) {
        jdbc.sql("""
                insert into scoring_scorecard
                    (organisation_id, id, conversation_id, revision, by, issued_at, hints_used, total, card)
                values (:organisation, :id, :conversation, :revision, :by, :at, :hints, :total, :card)
                """)
                .param("organisation", organisation.value())
                .param("id", scorecard.id().value())
                .param("conversation", scorecard.conversation())
                .param("revision", scorecard.revision())
                .param("by", scorecard.by())
                .param("at", scorecard.issuedAt().atOffset(java.time.ZoneOffset.UTC))
                .param("hints", scorecard.hintsUsed())
                .param("total", scorecard.card().total())
                .param("card", json.writeValueAsString(scorecard.card()))
                .update();
    }

    @Override
    public Optional<IssuedScorecard> latest(UUID conversation) {
        return jdbc.sql("select * from scoring_scorecard where conversation_id = :id order by revision desc limit 1")
                .param("id", conversation)
                .query(this::scorecard)
                .optional();
    }

    @Override
    public List<IssuedScorecard> revisions(UUID conversation) {
        return jdbc.sql("select * from scoring_scorecard where conversation_id = :id order by revision desc")
                .param("id", conversation)
                .query(this::scorecard)
                .list();
    }

    @Override
    public void forget(UUID conversation) {
        jdbc.sql("delete from scoring_order where conversation_id = :id")
                .param("id", conversation)
                .update();
        jdbc.sql("delete from scoring_scorecard where conversation_id = :id")
                .param("id", conversation)
                .update();
    }

    private IssuedScorecard scorecard(ResultSet row, int n) throws SQLException {
        return new IssuedScorecard(
                new ScorecardId(row.getObject("id", UUID.class)),
                row.getObject("conversation_id", UUID.class),
                row.getInt("revision"),
                row.getString("by"),
                row.getTimestamp("issued_at").toInstant(),
                row.getInt("hints_used"),
                json.readValue(row.getString("card"), Scorecard.class));
    }
}
