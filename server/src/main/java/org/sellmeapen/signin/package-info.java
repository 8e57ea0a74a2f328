/**
 * Proves who somebody is: passwords, web sessions, one-time links (first administrator, invitation, recovery), API
 * tokens, limits on attempts. Owns the tables {@code password}, {@code web_session}, {@code one_time_link},
 * {@code invitation}, {@code api_token}, {@code attempt} and {@code installation}. Leaves who belongs where, and what
 * they may do there, to {@code tenancy}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.sellmeapen.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
