package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.scenarios.Level;

class TrainingSessionTests {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final TrainingSession lobby = new TrainingSession(
            new OrganisationId(new UUID(0, 1)),
            new TrainingSessionId(new UUID(0, 2)),
            new PersonId(new UUID(0, 3)),
            new Casting(
                    "classic-pen",
                    "sellmeapen/classic-pen@1",
                    "digest",
                    "Sell me this pen",
                    "pen",
                    "Nora",
                    Level.EASY,
                    Seat.SELLER,
                    "en",
                    7,
                    600),
            new Stage.Lobby(),
            "{}",
            0,
            null,
            false,
            null,
            NINE,
            0);

    @Test
    void timeCountsWhileItIsLiveOnly() {
        TrainingSession paused = lobby.start(NINE).pause(NINE.plusSeconds(60));
        TrainingSession goingOn = paused.start(NINE.plusSeconds(3600));
        assertThat(goingOn.stage().playedAt(NINE.plusSeconds(3630))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aReloadIsNoSecondStart() {
        TrainingSession live = lobby.start(NINE);
        assertThat(live.start(NINE.plusSeconds(30)).stage()).isEqualTo(live.stage());
    }

    @Test
    void theTimeIsUpWhenThePlayedTimeReachesTheLimit() {
        TrainingSession live = lobby.start(NINE);
        assertThat(live.timeIsUp(NINE.plusSeconds(599))).isFalse();
        assertThat(live.timeIsUp(NINE.plusSeconds(600))).isTrue();
    }

    @Test
    void whatHasEndedTakesNothingMore() {
        TrainingSession ended = lobby.start(NINE).end(EndReason.ENDED_BY_PERSON, Outcome.UNDECIDED, null, NINE);
        assertThatThrownBy(() -> ended.start(NINE)).isInstanceOf(SessionAlreadyEnded.class);
        assertThatThrownBy(() -> ended.pause(NINE)).isInstanceOf(SessionAlreadyEnded.class);
        assertThatThrownBy(() -> ended.end(EndReason.DECIDED, Outcome.SALE, null, NINE))
                .isInstanceOf(SessionAlreadyEnded.class);
    }

    @Test
    void anAbandonedSessionWasPlayedUntilItsLastWordAndNeverBeyondItsLimit() {
        TrainingSession live = lobby.start(NINE).thinking("{}", NINE.plusSeconds(120));
        TrainingSession ended = live.end(EndReason.ABANDONED, Outcome.UNDECIDED, null, NINE.plus(Duration.ofHours(30)));
        assertThat(ended.stage().playedAt(NINE)).isEqualTo(Duration.ofSeconds(120));
        TrainingSession late =
                lobby.start(NINE).end(EndReason.TIME_LIMIT, Outcome.UNDECIDED, null, NINE.plusSeconds(5000));
        assertThat(late.stage().playedAt(NINE)).isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void aLeaseKeepsOthersOutUntilItLapses() {
        UUID mine = new UUID(1, 1);
        UUID yours = new UUID(1, 2);
        TrainingSession leased = lobby.leased(new Lease(mine, NINE.plusSeconds(45)));
        leased.mayBePlayedBy(mine, NINE);
        assertThatThrownBy(() -> leased.mayBePlayedBy(yours, NINE)).isInstanceOf(SessionOpenElsewhere.class);
        assertThatThrownBy(() -> leased.mayBePlayedBy(null, NINE)).isInstanceOf(SessionOpenElsewhere.class);
        leased.mayBePlayedBy(yours, NINE.plusSeconds(45));
    }
}
