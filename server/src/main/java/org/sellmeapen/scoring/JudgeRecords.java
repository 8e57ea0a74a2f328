package org.sellmeapen.scoring;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** @param reason why it judges all the same, where it was a regression and does */
    record Comparison(
            String judge,
            Instant comparedAt,
            JudgeCheck.Golden golden,
            int conversations,
            double agreement,
            double before,
            double builtIn,
            @Nullable Double ownShare,
            boolean admitted,
            @Nullable String reason) {}

    void addComparison(OrganisationId organisation, UUID id, Comparison one) {
        jdbc.sql("""
                insert into scoring_comparison (organisation_id, id, judge, compared_at, golden, conversations, agreement,
                    before_it, built_in, own_share, admitted, reason)
                values (:organisation, :id, :judge, :at, :golden, :conversations, :agreement, :before, :builtIn, :ownShare,
                    :admitted, :reason)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("judge", one.judge())
                .param("at", one.comparedAt().atOffset(ZoneOffset.UTC))
                .param("golden", one.golden().code())
                .param("conversations", one.conversations())
                .param("agreement", one.agreement())
                .param("before", one.before())
                .param("builtIn", one.builtIn())
                .param("ownShare", one.ownShare())
                .param("admitted", one.admitted())
                .param("reason", one.reason())
                .update();
    }

    /** The latest of each judge, the latest first. */
    List<Comparison> comparisons() {
        return jdbc.sql("""
                select * from (select distinct on (judge) * from scoring_comparison order by judge, compared_at desc) as each
                order by compared_at desc limit 20
                """)
                .query((row, _) -> new Comparison(
                        row.getString("judge"),
                        row.getTimestamp("compared_at").toInstant(),
                        JudgeCheck.Golden.of(row.getString("golden")),
                        row.getInt("conversations"),
                        row.getDouble("agreement"),
                        row.getObject("before_it") == null ? row.getDouble("built_in") : row.getDouble("before_it"),
                        row.getDouble("built_in"),
                        row.getObject("own_share", Double.class),
                        row.getBoolean("admitted"),
                        row.getString("reason")))
                .list();
    }

    /** As it was compared last, on the organisation's own conversations where it has some. */
    boolean isAdmitted(String judge) {
        return comparisons(judge).findFirst().map(Comparison::admitted).orElse(false);
    }

    /** Whether anybody may judge who is asked by that version of the prompt; else nobody need be asked. */
    boolean isAnybodyAdmitted(String prompt) {
        boolean own = hasGolden();
        return comparisons().stream()
                .filter(one -> !own || one.golden() == JudgeCheck.Golden.OWN)
                .anyMatch(one -> one.admitted() && one.judge().endsWith("+" + prompt));
    }

    private Stream<Comparison> comparisons(String judge) {
        boolean own = hasGolden();
        return comparisons().stream()
                .filter(one -> one.judge().equals(judge))
                .filter(one -> !own || one.golden() == JudgeCheck.Golden.OWN);
    }

    /** Of the judge that was admitted last, other than that one, on the same conversations. */
    Optional<Double> agreementOfAnother(String judge, JudgeCheck.Golden golden) {
        return jdbc.sql("""
                select agreement from scoring_comparison where admitted and judge <> :judge and golden = :golden
                order by compared_at desc limit 1
                """)
                .param("judge", judge)
                .param("golden", golden.code())
                .query(Double.class)
                .optional();
    }
}
