/**
 * The doors to the outside: which hosts an organisation lets its words go to and for what, the one way out that holds to
 * it, the list of what left, and keys of other houses kept sealed. Owns the tables {@code connections_host},
 * {@code connections_egress}, {@code connections_node}, {@code connections_secret} and {@code connections_key}, and the key
 * file {@code keys/connections}. Knows no vendor and no sales word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package org.sellmeapen.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
