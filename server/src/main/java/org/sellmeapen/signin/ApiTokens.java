package org.sellmeapen.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ApiToken token, byte[] tokenHash) {
        jdbc.sql("""
                        insert into api_token (token_hash, id, organisation_id, person_id, name, scopes, created_at,
                            expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(tokenHash)
                .param(token.id())
                .param(token.organisation().value())
                .param(token.person().value())
                .param(token.name())
                .param(token.scopes().stream().map(TokenScope::code).sorted().toArray(String[]::new))
                .param(Timestamp.from(token.createdAt()))
                .param(timestamp(token.expiresAt()))
                .update();
    }

    Optional<ApiToken> find(byte[] tokenHash) {
        return jdbc.sql("select * from api_token where token_hash = ? and (expires_at is null or expires_at > ?)")
                .params(tokenHash, Timestamp.from(clock.instant()))
                .query(ApiTokens::row)
                .optional();
    }

    List<ApiToken> of(OrganisationId organisation, PersonId person) {
        return jdbc.sql("select * from api_token where organisation_id = ? and person_id = ? order by created_at, id")
                .params(organisation.value(), person.value())
                .query(ApiTokens::row)
                .list();
    }

    void used(UUID id, Instant now) {
        jdbc.sql("update api_token set last_used_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    boolean revoke(UUID id, OrganisationId organisation, PersonId person) {
        return jdbc.sql("delete from api_token where id = ? and organisation_id = ? and person_id = ?")
                        .params(id, organisation.value(), person.value())
                        .update()
                > 0;
    }

    void revokeIn(OrganisationId organisation, PersonId person) {
        jdbc.sql("delete from api_token where organisation_id = ? and person_id = ?")
                .params(organisation.value(), person.value())
                .update();
    }

    void revokeAll(PersonId person) {
        jdbc.sql("delete from api_token where person_id = ?")
                .param(person.value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static ApiToken row(ResultSet row, int number) throws SQLException {
        Set<TokenScope> scopes = Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(TokenScope::ofCode)
                .collect(Collectors.toUnmodifiableSet());
        return new ApiToken(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                scopes,
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("expires_at")));
    }
}
