package org.sellmeapen;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.sellmeapen.kernel.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Time and chance enter the house here and nowhere else. */
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(Environment environment, @Value("${sellmeapen.clock-offset:PT0S}") Duration offset) {
        // Whoever drives a build through time does so under the profile for that, never in production.
        boolean movable = environment.acceptsProfiles(Profiles.of("probe"));
        // As fine as the database keeps time, so that what is answered is what is stored.
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
        return movable ? Clock.offset(clock, offset) : clock;
    }

    @Bean
    @ConditionalOnMissingBean
    SecureRandom chance() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom chance) {
        return new Ids(clock, chance);
    }
}
