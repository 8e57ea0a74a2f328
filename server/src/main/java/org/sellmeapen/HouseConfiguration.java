package org.sellmeapen;

import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.RememberedActs;
import org.sellmeapen.scoring.Rubrics;
import org.sellmeapen.scoring.Scorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seats the engines that know no Spring. */
@Configuration(proxyBeanMethods = false)
class HouseConfiguration {

    @Bean
    ActAnalyser actAnalyser() {
        return new RememberedActs(BuiltInActAnalyser.english(), 1_000);
    }

    @Bean
    Rubrics rubrics() {
        return Rubrics.shipped();
    }

    @Bean
    Scorer scorer(ActAnalyser analyser) {
        return Scorer.builtIn(analyser);
    }
}
