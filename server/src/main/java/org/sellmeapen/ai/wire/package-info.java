/**
 * What adapters of language models share: how a vendor is asked, how its refusals are understood and how an answer is read
 * while it comes. Public only because the vendors' packages need it; nobody outside {@code ai} does.
 */
@NullMarked
package org.sellmeapen.ai.wire;

import org.jspecify.annotations.NullMarked;
