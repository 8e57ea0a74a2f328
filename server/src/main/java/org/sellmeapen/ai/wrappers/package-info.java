/**
 * What stands between a port and an adapter: each is itself a model that wraps another. None knows a vendor. Public for
 * {@code ai.setup}, which stacks them; nobody outside {@code ai} sees them.
 */
@NullMarked
package org.sellmeapen.ai.wrappers;

import org.jspecify.annotations.NullMarked;
