package org.sellmeapen.connections;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ConnectionsConfiguration {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

    @Bean(destroyMethod = "shutdownNow")
    HttpClient wayOut() {
        return CheckedWay.client(CONNECTED_WITHIN);
    }

    @Bean
    Gate gate(AllowedHosts hosts, ConnectionSettings settings) {
        return new Gate(hosts, new LocalEndpoints(settings.localEndpoints()), Gate.Names.OF_JAVA);
    }

    @Bean
    EgressLog egressLog(EgressRows rows, Ids ids, Clock clock) {
        return new EgressLog(rows, ids, clock);
    }

    /** The master key of its own; beans of its parts would be taken for those of another room. */
    @Bean
    SealedKeys sealedKeys(JdbcClient jdbc, Clock clock, @Value("${sellmeapen.data}") Path data) {
        MasterKeys masters = new MasterKeys(data.toAbsolutePath().normalize().resolve("keys"), "connections");
        return new SealedKeys(
                jdbc, new OrganisationKeys(jdbc, "connections_key", masters, clock, ConnectionKeyMissing::new), clock);
    }
}
