package org.sellmeapen.signin;

import java.time.Clock;
import java.util.List;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For {@code seed}: gives people that were made by the command line a password. */
@Component
public class NewAccounts {

    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final Inviting inviting;
    private final Secrets secrets;
    private final Clock clock;

    NewAccounts(Passwords passwords, PasswordHashing hashing, Inviting inviting, Secrets secrets, Clock clock) {
        this.inviting = inviting;
        this.secrets = secrets;
        this.passwords = passwords;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** What {@link #setPassword} takes; slow on purpose. */
    public String hashed(String password) {
        return hashing.hash(password);
    }

    /** Joins the caller's transaction. The password is the caller's to choose well: no rule is asked. */
    @Transactional
    public void setPassword(PersonId person, String hashed) {
        passwords.put(person, hashed, clock.instant());
    }

    /** A password nobody chose and nobody has seen: shown once by whoever asked for it. */
    public String newPassword() {
        return secrets.next();
    }

    /** Outside any transaction: an invitation as an administrator would make it; answers its link. */
    public String invite(SignedIn who, String email, Role role) {
        return inviting.invite(who, email, role, List.of()).link().url();
    }
}
