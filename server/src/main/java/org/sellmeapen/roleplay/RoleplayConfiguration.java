package org.sellmeapen.roleplay;

import java.time.Clock;
import org.sellmeapen.conversation.ActAnalyser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoleplayConfiguration {

    @Bean
    Roleplay roleplay(ActAnalyser analyser) {
        return new Roleplay(analyser);
    }

    @Bean
    Wording wording(Clock clock, ActAnalyser analyser) {
        return new Wording(clock, analyser);
    }
}
