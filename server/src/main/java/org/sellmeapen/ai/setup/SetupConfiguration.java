package org.sellmeapen.ai.setup;

import java.time.Clock;
import org.sellmeapen.ai.budget.PriceTable;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.SpendBook;
import org.sellmeapen.ai.wrappers.ModelMeters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Configuration(proxyBeanMethods = false)
class SetupConfiguration {

    @Bean
    Adapters adapters(Clock clock) {
        return Adapters.ofTheCatalogue(clock);
    }

    @Bean
    PriceTable priceTable() {
        return PriceTable.shipped();
    }

    @Bean(destroyMethod = "close")
    Purses purses(SpendBook book, Clock clock) {
        return new Purses(book, clock);
    }

    @Bean
    ModelMeters modelMeters() {
        return new ModelMeters();
    }

    /** Writes down what was spent; nobody waits for it. */
    @Component
    static class Bookkeeping {

        private final Purses purses;

        Bookkeeping(Purses purses) {
            this.purses = purses;
        }

        @Scheduled(fixedDelayString = "PT5S")
        void write() {
            purses.write(false);
        }
    }
}
