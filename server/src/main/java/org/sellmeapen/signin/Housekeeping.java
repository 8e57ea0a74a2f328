package org.sellmeapen.signin;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what has run out; nothing depends on it, for each look-up asks the time itself. */
@Component
class Housekeeping {

    private static final Duration LINKS_KEPT = Duration.ofDays(30);

    private final WebSessions sessions;
    private final Attempts attempts;
    private final OneTimeLinks links;
    private final Clock clock;

    Housekeeping(WebSessions sessions, Attempts attempts, OneTimeLinks links, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void clear() {
        sessions.clear();
        attempts.clear();
        links.clear(clock.instant().minus(LINKS_KEPT));
    }
}
