package org.sellmeapen.voice;

import java.time.Clock;
import java.util.function.Consumer;

/** Counts whom the listener did not let in and tells the operator why; who comes in thousands does not fill the log. */
final class TurnedAway {

    static final int LINES_A_MINUTE = 20;

    private final VoiceMeters meters;
    private final Clock clock;
    private final Consumer<String> log;
    private long minute;
    private int lines;
    private int untold;

    TurnedAway(VoiceMeters meters, Clock clock, Consumer<String> log) {
        this.meters = meters;
        this.clock = clock;
        this.log = log;
    }

    /**
     * @param status as they are told, or would be
     * @param why in our words; nothing they sent stands in it
     */
    void because(int status, String why) {
        meters.refused(status);
        note("refused with " + status + ": " + why);
    }

    private synchronized void note(String line) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            if (untold > 0) {
                log.accept("refused " + untold + " more before, which are not told one by one");
            }
            minute = now;
            lines = 0;
            untold = 0;
        }
        if (lines < LINES_A_MINUTE) {
            lines++;
            log.accept(line);
        } else {
            untold++;
        }
    }
}
