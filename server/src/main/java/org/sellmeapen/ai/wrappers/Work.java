package org.sellmeapen.ai.wrappers;

import org.sellmeapen.ai.ModelFailed;

/** What a wrapper stands around, whatever it brings. */
@FunctionalInterface
interface Work<T> {
    T done() throws ModelFailed, InterruptedException;
}
