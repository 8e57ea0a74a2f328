package org.sellmeapen.signin;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters OWASP names (19 MiB, 2 passes, 1 lane), few at a time so that memory stays small. */
@Component
class PasswordHashing {

    private static final int WAIT_SECONDS = 10;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore seats;
    private final String nobody;

    PasswordHashing(SignInSettings settings, Secrets secrets) {
        this.seats = new Semaphore(settings.hashesAtOnce(), true);
        this.nobody = String.valueOf(argon2.encode(secrets.next()));
    }

    String hash(String password) {
        return seated(() -> String.valueOf(argon2.encode(composed(password))));
    }

    /** Takes as long for an account that does not exist as for one that does. */
    boolean matches(String password, Optional<String> hash) {
        boolean same = seated(() -> argon2.matches(composed(password), hash.orElse(nobody)));
        return same && hash.isPresent();
    }

    private <T> T seated(Supplier<T> work) {
        try {
            if (!seats.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }

    /** The same word typed on another keyboard is the same password. */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
