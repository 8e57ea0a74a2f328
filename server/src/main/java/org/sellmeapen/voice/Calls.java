package org.sellmeapen.voice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the clock of each conversation's call stands, and the stages of its answers. In the organisation in scope. */
@Repository
class Calls {

    private final JdbcClient jdbc;
    private final Clock clock;

    Calls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long clockMs(UUID conversation) {
        return jdbc.sql("select clock_ms from voice_call where session_id = ?")
                .param(conversation)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The clock only goes forward. */
    void clockStandsAt(OrganisationId organisation, UUID conversation, long ms) {
        jdbc.sql("""
                insert into voice_call (organisation_id, session_id, clock_ms) values (?, ?, ?)
                on conflict (organisation_id, session_id)
                do update set clock_ms = greatest(voice_call.clock_ms, excluded.clock_ms)
                """).params(organisation.value(), conversation, ms).update();
    }

    void note(OrganisationId organisation, UUID conversation, Stages stages) {
        jdbc.sql("""
                insert into voice_stage (organisation_id, session_id, turn, waited_ms, text_ms, first_word_ms,
                    first_audio_ms, playing_ms, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (organisation_id, session_id, turn)
                do update set playing_ms = coalesce(excluded.playing_ms, voice_stage.playing_ms)
                """)
                .params(java.util.Arrays.<@Nullable Object>asList(
                        organisation.value(),
                        conversation,
                        stages.turn(),
                        stages.waitedMs(),
                        stages.textMs(),
                        stages.firstWordMs(),
                        stages.firstAudioMs(),
                        stages.playingMs(),
                        Timestamp.from(clock.instant())))
                .update();
    }

    List<Stages> stages(UUID conversation) {
        return jdbc.sql("select * from voice_stage where session_id = ? order by turn")
                .param(conversation)
                .query((row, n) -> new Stages(
                        row.getInt("turn"),
                        row.getLong("waited_ms"),
                        row.getLong("text_ms"),
                        row.getLong("first_word_ms"),
                        absent(row.getObject("first_audio_ms")),
                        absent(row.getObject("playing_ms"))))
                .list();
    }

    void forget(UUID conversation) {
        jdbc.sql("delete from voice_call where session_id = ?")
                .param(conversation)
                .update();
        jdbc.sql("delete from voice_stage where session_id = ?")
                .param(conversation)
                .update();
    }

    private static @Nullable Long absent(@Nullable Object number) {
        return number instanceof Number n ? n.longValue() : null;
    }
}
