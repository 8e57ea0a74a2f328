package org.sellmeapen.coaching;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exercise of one person, made of one of their own moments.
 *
 * @param what the finding it came from
 * @param words what the person said there; absent where nothing recognised it
 * @param stage how often it went well in a row
 */
record Drill(
        UUID id,
        UUID person,
        String kind,
        String what,
        UUID session,
        @Nullable Double startS,
        String language,
        @Nullable String words,
        Instant createdAt,
        int stage,
        Instant dueAt,
        long version) {

    /** A newer moment of the same weakness takes the place of the older. */
    Drill of(String finding, UUID in, @Nullable Double at, String spoken, @Nullable String said, Instant now) {
        return new Drill(
                id,
                person,
                kind,
                finding,
                in,
                at,
                spoken,
                said,
                createdAt,
                stage,
                dueAt.isBefore(now) ? dueAt : now,
                version);
    }

    /** Going well before it is due proves nothing of what stays: stage and date remain. */
    Drill taken(boolean well, Drillbook book, Instant now) {
        if (well && now.isBefore(dueAt)) {
            return this;
        }
        int next = well ? stage + 1 : 0;
        return new Drill(
                id,
                person,
                kind,
                what,
                session,
                startS,
                language,
                words,
                createdAt,
                next,
                now.plus(Duration.ofDays(book.daysUntil(next))),
                version);
    }
}
