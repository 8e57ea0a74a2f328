package org.sellmeapen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    private static final SignInSettings SETTINGS =
            new SignInSettings(Duration.ofHours(1), Duration.ofHours(2), Duration.ofMinutes(1), 1, 1, 2);

    private final PasswordHashing hashing = new PasswordHashing(SETTINGS, new Secrets(new SecureRandom()));

    @Test
    void theHashNamesTheParametersOwaspAsksFor() {
        assertThat(hashing.hash("violet tractor hums 41")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void onlyTheRightPasswordMatchesHoweverItsCharactersAreComposed() {
        String hash = hashing.hash("café de la gare 9");
        assertThat(hashing.matches("cafe\u0301 de la gare 9", Optional.of(hash)))
                .isTrue();
        assertThat(hashing.matches("cafe de la gare 9", Optional.of(hash))).isFalse();
        assertThat(hashing.matches("", Optional.empty())).isFalse();
    }

    /** Measured by the memory Argon2 takes, which unlike time is the same on every machine. */
    @Test
    void anAccountThatDoesNotExistCostsTheSameWork() {
        String hash = hashing.hash("violet tractor hums 41");
        long known = allocated(() -> hashing.matches("wrong", Optional.of(hash)));
        long unknown = allocated(() -> hashing.matches("wrong", Optional.empty()));

        assertThat(known).isGreaterThan(19L << 20);
        assertThat((double) unknown).isBetween(known * 0.95, known * 1.05);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
