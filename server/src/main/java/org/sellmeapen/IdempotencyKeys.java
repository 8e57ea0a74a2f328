package org.sellmeapen;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers already given under a caller's key. */
@Repository
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer as it was given the first time. */
    record Stored(String requestDigest, int status, String location, String contentType, byte[] body) {

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setHeader("Idempotency-Replayed", "true");
            if (!location.isEmpty()) {
                response.setHeader("Location", location);
            }
            if (!contentType.isEmpty()) {
                response.setContentType(contentType);
            }
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Waits for a twin that is under way, then says what it answered; empty when the key is new. */
    Optional<Stored> take(OrganisationId organisation, PersonId person, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", organisation + "/" + person + "/" + key)
                .query((row, n) -> 1)
                .list();
        return jdbc.sql("""
                select request_digest, status, headers, body from site_idempotency_key
                where organisation_id = :organisation and person_id = :person and key = :key and stored_at > :since
                """)
                .param("organisation", organisation.value())
                .param("person", person.value())
                .param("key", key)
                .param("since", OffsetDateTime.now(clock).minus(KEPT))
                .query((row, n) -> {
                    String[] headers = row.getString("headers").split("\n", -1);
                    return new Stored(
                            row.getString("request_digest"),
                            row.getInt("status"),
                            headers[0],
                            headers[1],
                            row.getBytes("body"));
                })
                .optional();
    }

    void store(
            OrganisationId organisation,
            PersonId person,
            String key,
            String digest,
            ContentCachingResponseWrapper response) {
        String location = response.getHeader("Location") == null ? "" : response.getHeader("Location");
        String type = response.getContentType() == null ? "" : response.getContentType();
        jdbc.sql("""
                insert into site_idempotency_key
                    (organisation_id, person_id, key, request_digest, status, headers, body, stored_at)
                values (:organisation, :person, :key, :digest, :status, :headers, :body, :at)
                on conflict (organisation_id, person_id, key) do update set request_digest = excluded.request_digest,
                    status = excluded.status, headers = excluded.headers, body = excluded.body,
                    stored_at = excluded.stored_at
                """)
                .param("organisation", organisation.value())
                .param("person", person.value())
                .param("key", key)
                .param("digest", digest)
                .param("status", response.getStatus())
                .param("headers", location + "\n" + type)
                .param("body", response.getContentAsByteArray())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** Forgets what is older than a day, in the current organisation. */
    int sweep() {
        return jdbc.sql("delete from site_idempotency_key where stored_at < :before")
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        jdbc.sql("delete from site_idempotency_key where organisation_id = :id")
                .param("id", dissolved.organisation().value())
                .update();
    }
}
