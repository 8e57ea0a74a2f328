package org.sellmeapen.scoring;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of the judges themselves, within the organisation of the current transaction. */
@Repository
class JudgeRecords {

    /** @param verdicts by criterion id, as people gave them */
    record Golden(String rubric, Transcript transcript, Map<String, Verdict> verdicts) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JudgeRecords(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void addCheck(OrganisationId organisation, UUID id, String judge, int conversations, int times, Flips flips) {
        jdbc.sql("""
                insert into scoring_check (organisation_id, id, judge, checked_at, conversations, times, deviation, criteria)
                values (:organisation, :id, :judge, :at, :conversations, :times, :deviation, :criteria)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("judge", judge)
                .param("at", OffsetDateTime.now(clock))
                .param("conversations", conversations)
                .param("times", times)
                .param("deviation", flips.deviation())
                .param("criteria", json.writeValueAsString(flips.criteria()))
                .update();
    }

    /** How far that judge's totals wander here, in points of 100. */
    Optional<Double> deviation(String judge) {
        return jdbc.sql("select deviation from scoring_check where judge = :judge order by checked_at desc limit 1")
                .param("judge", judge)
                .query(Double.class)
                .optional();
    }

    void replaceGolden(OrganisationId organisation, List<Golden> set) {
        jdbc.sql("delete from scoring_golden").update();
        for (int n = 0; n < set.size(); n++) {
            Golden one = set.get(n);
            jdbc.sql("""
                    insert into scoring_golden (organisation_id, n, rubric, transcript, verdicts)
                    values (:organisation, :n, :rubric, :transcript, :verdicts)
                    """)
                    .param("organisation", organisation.value())
                    .param("n", n)
                    .param("rubric", one.rubric())
                    .param("transcript", json.writeValueAsString(one.transcript()))
                    .param("verdicts", json.writeValueAsString(one.verdicts()))
                    .update();
        }
    }

    List<Golden> golden() {
        return jdbc.sql("select rubric, transcript, verdicts from scoring_golden order by n")
                .query((row, _) -> new Golden(
                        row.getString("rubric"),
                        json.readValue(row.getString("transcript"), Transcript.class),
                        json.readValue(row.getString("verdicts"), new TypeReference<Map<String, Verdict>>() {})))
                .list();
    }

    boolean hasGolden() {
        return jdbc.sql("select exists (select 1 from scoring_golden)")
                .query(Boolean.class)
                .single();
    }

    void addComparison(
            OrganisationId organisation,
            UUID id,
            String judge,
            int conversations,
            double agreement,
            double builtIn,
            boolean admitted,
            @Nullable String reason) {
        jdbc.sql("""
                insert into scoring_comparison
                    (organisation_id, id, judge, compared_at, conversations, agreement, built_in, admitted, reason)
                values (:organisation, :id, :judge, :at, :conversations, :agreement, :builtIn, :admitted, :reason)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("judge", judge)
                .param("at", OffsetDateTime.now(clock))
                .param("conversations", conversations)
                .param("agreement", agreement)
                .param("builtIn", builtIn)
                .param("admitted", admitted)
                .param("reason", reason)
                .update();
    }

    /** As it was compared last. */
    boolean isAdmitted(String judge) {
        return jdbc.sql(
                        "select admitted from scoring_comparison where judge = :judge order by compared_at desc limit 1")
                .param("judge", judge)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Of the judge that was admitted last, other than that one. */
    Optional<Double> agreementOfAnother(String judge) {
        return jdbc.sql("""
                select agreement from scoring_comparison where admitted and judge <> :judge order by compared_at desc limit 1
                """).param("judge", judge).query(Double.class).optional();
    }
}
