package org.sellmeapen.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.VersionStale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organisation> find(OrganisationId id) {
        return jdbc.sql("select * from organisation where id = ?")
                .param(id.value())
                .query(Organisations::row)
                .optional();
    }

    /** Makes whoever changes who the owners are stand in line, so that two of them cannot both leave. */
    void lock(OrganisationId id) {
        jdbc.sql("select id from organisation where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    void add(Organisation organisation, Instant now) {
        jdbc.sql("insert into organisation (id, name, language, demo, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        organisation.id().value(),
                        organisation.name(),
                        organisation.language(),
                        organisation.demo(),
                        Timestamp.from(now))
                .update();
    }

    /** @param changed carries the version that was read */
    void change(Organisation changed) {
        int rows = jdbc.sql("""
                        update organisation set name = ?, language = ?, managers_see = ?, owners_may_delete_sessions = ?,
                            keep_sessions_days = ?, record_voice = ?, keep_recordings_days = ?, version = version + 1
                        where id = ? and version = ?""")
                .params(
                        changed.name(),
                        changed.language(),
                        changed.managersSee().code(),
                        changed.ownersMayDeleteSessions(),
                        changed.keepSessionsDays(),
                        changed.recordVoice(),
                        changed.keepRecordingsDays(),
                        changed.id().value(),
                        changed.version())
                .update();
        if (rows == 0) {
            throw new VersionStale();
        }
    }

    void remove(OrganisationId id) {
        jdbc.sql("delete from organisation where id = ?").param(id.value()).update();
    }

    private static Organisation row(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("language"),
                ManagersSee.ofCode(row.getString("managers_see")),
                row.getBoolean("owners_may_delete_sessions"),
                row.getInt("keep_sessions_days"),
                row.getBoolean("record_voice"),
                row.getInt("keep_recordings_days"),
                row.getBoolean("demo"),
                row.getLong("version"));
    }
}
