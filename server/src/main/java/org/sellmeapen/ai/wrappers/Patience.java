package org.sellmeapen.ai.wrappers;

import java.time.Duration;

/**
 * How long somebody waits for a second try.
 *
 * @param tries all of them, the first included
 * @param first how long before the second try where the vendor does not say; doubled each time
 * @param longest a wait beyond this is not waited
 */
public record Patience(int tries, Duration first, Duration longest) {

    /** Of who waits for an answer in a conversation. */
    public static final Patience IN_TALK = new Patience(2, Duration.ofMillis(150), Duration.ofSeconds(1));

    /** Of work that nobody watches. */
    public static final Patience AT_WORK = new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(30));
}
