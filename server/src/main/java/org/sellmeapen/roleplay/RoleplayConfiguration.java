package org.sellmeapen.roleplay;

import org.sellmeapen.conversation.ActAnalyser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoleplayConfiguration {

    @Bean
    Roleplay roleplay(ActAnalyser analyser) {
        return new Roleplay(analyser);
    }
}
