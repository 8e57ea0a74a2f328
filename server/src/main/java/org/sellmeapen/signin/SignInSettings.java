package org.sellmeapen.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may settle about signing in.
 *
 * @param idle a web session unused for this long is over
 * @param lifetime a web session is over after this long, used or not
 * @param window in which attempts are counted
 * @param accountAttempts failed sign-ins for one address of e-mail in a window
 * @param addressAttempts failed sign-ins from one network address in a window
 * @param hashesAtOnce how many passwords are hashed at the same time; each takes 19 MiB
 */
@ConfigurationProperties("sellmeapen.sign-in")
record SignInSettings(
        @DefaultValue("12h") Duration idle,
        @DefaultValue("7d") Duration lifetime,
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int accountAttempts,
        @DefaultValue("100") int addressAttempts,
        @DefaultValue("2") int hashesAtOnce) {}
