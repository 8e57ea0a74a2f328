package org.sellmeapen.knowledge;

import java.time.Clock;
import org.sellmeapen.ai.Models;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Knowledge knowledge(
            Documents documents,
            PassageSearch search,
            JdbcClient jdbc,
            ObjectProvider<Models> models,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionOperations transactions) {
        PassageReader reader = new PassageReader(
                jdbc, models.getIfAvailable(() -> Models.NONE), transactions, Thread::startVirtualThread, clock);
        return new Knowledge(documents, search, reader, audit, ids, clock, transactions);
    }
}
