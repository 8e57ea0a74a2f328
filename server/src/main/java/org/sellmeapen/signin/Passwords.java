package org.sellmeapen.signin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Passwords {

    private final JdbcClient jdbc;

    Passwords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> hashOf(PersonId person) {
        return jdbc.sql("select hash from password where person_id = ?")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    void put(PersonId person, String hash, Instant now) {
        jdbc.sql("""
                        insert into password (person_id, hash, changed_at) values (?, ?, ?)
                        on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at""").params(person.value(), hash, Timestamp.from(now)).update();
    }

    void remove(PersonId person) {
        jdbc.sql("delete from password where person_id = ?")
                .param(person.value())
                .update();
    }
}
