package org.sellmeapen.training;

/** Where a retry branches off: the session it takes up and the 0-based turn that is said differently. */
record Retry(TrainingSessionId session, int turn) {}
