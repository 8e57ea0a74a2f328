/**
 * A real PostgreSQL 18 inside the data folder: durable, reachable from this machine only, looked after while the
 * application lives. Front door: {@link EmbeddedPostgres}. Knows nothing of the application above it.
 */
@NullMarked
package org.sellmeapen.embeddedpg;

import org.jspecify.annotations.NullMarked;
