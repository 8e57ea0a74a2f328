/**
 * Brings letters to people outside the house: by SMTP when an operator configured it, into a folder under the probe
 * profile, otherwise not at all. Owns no table. Leaves what a letter says to whoever writes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.sellmeapen.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
