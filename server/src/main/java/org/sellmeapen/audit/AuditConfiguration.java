package org.sellmeapen.audit;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SealKey sealKey(@Value("${sellmeapen.data}") Path data, SecureRandom chance) {
        return SealKey.in(data.resolve("keys"), chance);
    }

    @Bean
    ChainHeads chainHeads(@Value("${sellmeapen.data}") Path data) {
        return new ChainHeads(data.resolve("keys").resolve("audit-heads"));
    }
}
