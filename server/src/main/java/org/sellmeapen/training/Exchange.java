package org.sellmeapen.training;

import java.util.List;

/** What one request brought: the session as it stands now, and the turns that are new. */
record Exchange(TrainingSession session, List<PlayedTurn> turns) {}
