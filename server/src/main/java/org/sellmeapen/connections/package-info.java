/**
 * The doors to the outside: which hosts an organisation lets its words go to and for what, the one way out that holds to
 * it, the list of what left, and keys of other houses kept sealed. Knows no vendor and no sales word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.sellmeapen.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
