package org.sellmeapen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sellmeapen.conversation.WordCount;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays whole rehearsals at a time that lies back, for a demonstration: the very same rules, only another clock. */
@Component
public class PastSessions {

    private static final double WORDS_PER_SECOND = 2.4;
    private static final Duration THINKING = Duration.ofSeconds(4);

    private final TrainingSessions sessions;
    private final Scenarios scenarios;
    private final CounterpartDesk desk;
    private final Endings endings;
    private final SessionRemoval removal;
    private final AuditTrail audit;
    private final Ids ids;
    private final RandomGenerator chance;
    private final TrainingSettings settings;
    private final TransactionTemplate transaction;

    PastSessions(
            TrainingSessions sessions,
            Scenarios scenarios,
            CounterpartDesk desk,
            Endings endings,
            SessionRemoval removal,
            AuditTrail audit,
            Ids ids,
            RandomGenerator chance,
            TrainingSettings settings,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.scenarios = scenarios;
        this.desk = desk;
        this.endings = endings;
        this.removal = removal;
        this.audit = audit;
        this.ids = ids;
        this.chance = chance;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * One rehearsal from the lobby to the last word, in the organisation in scope.
     *
     * @param lines what the person says, until the counterpart has decided
     * @param end whether the person leaves at the end of the lines; otherwise the session stays open
     */
    public TrainingSessionId play(
            SignedIn who, String scenario, Level level, long seed, List<String> lines, Instant startedAt, boolean end) {
        // In one transaction: half a session of long ago would look abandoned to whoever sweeps.
        return transaction.execute(_ -> played(who, scenario, level, seed, lines, startedAt, end));
    }

    private TrainingSessionId played(
            SignedIn who, String scenario, Level level, long seed, List<String> lines, Instant startedAt, boolean end) {
        SteppedClock clock = new SteppedClock(startedAt);
        Training training =
                new Training(sessions, scenarios, desk, endings, removal, audit, ids, chance, clock, settings);
        TrainingSessionId id = training.begin(who, new BeginSession(scenario, level, null, null, seed));
        boolean over = training.start(who, id, null).session().isOver();
        for (String line : lines) {
            clock.advance(THINKING.plusMillis((long) (1000 * WordCount.of(line) / WORDS_PER_SECOND)));
            Exchange exchange = training.say(who, id, null, line, null);
            int answered = exchange.turns().stream()
                    .mapToInt(t -> WordCount.of(t.marked().turn().text()))
                    .sum();
            clock.advance(Duration.ofMillis((long) (1000 * answered / WORDS_PER_SECOND)));
            over = exchange.session().isOver();
            if (over) {
                break;
            }
        }
        if (!over && end) {
            training.end(who, id, null);
        }
        return id;
    }

    private static final class SteppedClock extends Clock {
        private Instant now;

        SteppedClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
