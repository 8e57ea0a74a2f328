package org.sellmeapen.simulators;

/** How an answer ends, each vendor having a word of its own for it. */
enum Ending {
    END,
    STOP,
    LENGTH,
    REFUSED,
    FILTERED
}
