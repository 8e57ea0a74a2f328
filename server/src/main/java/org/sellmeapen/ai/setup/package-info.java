/** What organisations set up: their models by function, put together from adapters and wrappers, tried out and watched. */
@NullMarked
package org.sellmeapen.ai.setup;

import org.jspecify.annotations.NullMarked;
