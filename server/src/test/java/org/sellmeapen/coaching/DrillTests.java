package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrillTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Drillbook book = new Drillbook();

    private static Drill due(int stage, Instant at) {
        UUID id = new UUID(0, 1);
        return new Drill(id, id, "one_breath_value", "monologue", id, 4.0, "en", null, NOW, stage, at, 0);
    }

    @Test
    void itComesBackLaterEachTimeItWentWellWhenItWasDue() {
        Drill once = due(0, NOW).taken(true, book, NOW);
        assertThat(once.stage()).isEqualTo(1);
        assertThat(once.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(book.daysUntil(1))));
        Drill twice = once.taken(true, book, once.dueAt());
        assertThat(twice.stage()).isEqualTo(2);
        assertThat(twice.dueAt()).isEqualTo(once.dueAt().plus(Duration.ofDays(book.daysUntil(2))));
    }

    @Test
    void goingWellAgainBeforeItIsDueChangesNothing() {
        Drill waiting = due(1, NOW.plus(Duration.ofDays(3)));
        assertThat(waiting.taken(true, book, NOW)).isEqualTo(waiting);
    }

    @Test
    void aMissBringsItBackTomorrowWheneverItHappens() {
        Drill missed = due(3, NOW.plus(Duration.ofDays(3))).taken(false, book, NOW);
        assertThat(missed.stage()).isZero();
        assertThat(missed.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }
}
