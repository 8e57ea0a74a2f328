package org.sellmeapen.scoring;

import java.util.UUID;

public record ScorecardId(UUID value) {}
