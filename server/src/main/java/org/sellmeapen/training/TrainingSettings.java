package org.sellmeapen.training;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a silent tab keeps a session; tabs repeat their claim every 15 s
 * @param pausedAfter a live session that no tab holds and nobody touched for this long is paused, so that its clock stops
 * @param abandonedAfter an open session nobody touched for this long ends as abandoned
 */
@ConfigurationProperties("sellmeapen.training")
record TrainingSettings(
        @DefaultValue("45s") Duration lease,
        @DefaultValue("10m") Duration pausedAfter,
        @DefaultValue("24h") Duration abandonedAfter) {}
