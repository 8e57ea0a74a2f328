package org.sellmeapen.scenarios;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScenariosConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ScenariosConfiguration.class);

    /** Own files lie beside the data, unless an operator says where else. */
    @Bean
    Scenarios scenarios(
            @Value("${sellmeapen.scenarios.folder:${sellmeapen.data:data}/scenarios}") Path folder,
            List<ScenarioCheck> checks) {
        Scenarios scenarios = Scenarios.load(folder, checks);
        scenarios
                .problems()
                .forEach(one -> log.warn(
                        "scenario file refused: {}:{} {} {}", one.file(), one.line(), one.message(), one.remedy()));
        return scenarios;
    }
}
