package org.sellmeapen.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts. Which of them are visible is row security's to say. */
@Repository
class People {

    private static final String ROW = "select id, name, email, language, appearance, version from person ";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(PersonId id) {
        return jdbc.sql(ROW + "where id = ?")
                .param(id.value())
                .query(People::row)
                .optional();
    }

    Optional<Person> findByEmail(String email) {
        return jdbc.sql(ROW + "where email = ?").param(email).query(People::row).optional();
    }

    void add(Person person, Instant now) {
        jdbc.sql("insert into person (id, name, email, language, appearance, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        person.id().value(),
                        person.name(),
                        person.email(),
                        person.language(),
                        person.appearance(),
                        Timestamp.from(now))
                .update();
    }

    /** One's own wishes; the last word wins, so no version is asked for. */
    void change(Person person) {
        jdbc.sql("update person set name = ?, language = ?, appearance = ?, version = version + 1 where id = ?")
                .params(
                        person.name(),
                        person.language(),
                        person.appearance(),
                        person.id().value())
                .update();
    }

    void remove(PersonId id) {
        jdbc.sql("delete from person where id = ?").param(id.value()).update();
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("appearance"),
                row.getLong("version"));
    }
}
