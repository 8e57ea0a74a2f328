package org.sellmeapen.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.roleplay.Worded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the counterpart's turns were worded. Every method works within the organisation of the current transaction. */
@Repository
class Wordings {

    /** @param raw the model's own words; empty where there were none */
    record Kept(
            int i,
            String by,
            @Nullable String why,
            @Nullable String provider,
            @Nullable String model,
            @Nullable String prompt,
            String raw,
            List<String> sources) {

        Interpreted.@Nullable Why because() {
            Worded.@Nullable Instead instead = Worded.instead(wordedBy(by), why);
            return instead == null ? null : instead.because();
        }
    }

    private final JdbcClient jdbc;

    Wordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(TrainingSession session, int turn, Worded worded, List<String> sources) {
        Answer.Usage usage = worded.usage();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("organisation", session.organisation().value());
        row.put("session", session.id().value());
        row.put("i", turn);
        row.put("by", worded.by().code());
        row.put("why", worded.why());
        row.put("provider", worded.provider());
        row.put("model", worded.model());
        row.put("prompt", worded.prompt());
        row.put("raw", worded.raw());
        row.put("input", usage.isKnown() ? usage.inputTokens() : null);
        row.put("output", usage.isKnown() ? usage.outputTokens() : null);
        row.put("first", worded.firstMs());
        row.put("whole", worded.wholeMs());
        row.put("sources", sources.toArray(String[]::new));
        jdbc.sql("""
                insert into training_wording (organisation_id, session_id, i, worded_by, why, provider, model, prompt, raw,
                    input_tokens, output_tokens, first_ms, whole_ms, sources)
                values (:organisation, :session, :i, :by, :why, :provider, :model, :prompt, :raw, :input, :output, :first,
                    :whole, :sources)
                on conflict do nothing
                """).params(row).update();
    }

    /** @param row with {@code worded_by} and {@code why}, both absent where nobody was to word it */
    static Worded.@Nullable Instead insteadOfModel(ResultSet row) throws SQLException {
        String code = row.getString("worded_by");
        return Worded.instead(code == null ? Worded.By.MODEL : wordedBy(code), row.getString("why"));
    }

    private static Worded.By wordedBy(String code) {
        return Worded.By.valueOf(code.toUpperCase(Locale.ROOT));
    }

    List<Kept> of(TrainingSessionId id) {
        return jdbc.sql("""
                select i, worded_by, why, provider, model, prompt, raw, sources from training_wording
                where session_id = :id order by i
                """)
                .param("id", id.value())
                .query((row, _) -> new Kept(
                        row.getInt("i"),
                        row.getString("worded_by"),
                        row.getString("why"),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getString("prompt"),
                        row.getString("raw"),
                        List.of((String[]) row.getArray("sources").getArray())))
                .list();
    }

    /** What was said before a moment was said so in the retry, too. */
    void copy(TrainingSessionId from, TrainingSessionId to, int before) {
        jdbc.sql("""
                insert into training_wording
                select organisation_id, :to, i, worded_by, why, provider, model, prompt, raw, input_tokens, output_tokens,
                    first_ms, whole_ms, sources
                from training_wording where session_id = :from and i < :before
                """)
                .param("to", to.value())
                .param("from", from.value())
                .param("before", before)
                .update();
    }

    /** The turn as it was said, and the mind that heard itself say it. */
    void reword(TrainingSessionId id, int turn, String text, String memento) {
        jdbc.sql("update training_turn set text = :text, memento = :memento where session_id = :id and i = :i")
                .param("text", text)
                .param("memento", memento)
                .param("id", id.value())
                .param("i", turn)
                .update();
    }
}
