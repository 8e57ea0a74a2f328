package org.sellmeapen.connections;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator settles about the outside.
 *
 * @param localEndpoints {@code host:port} of servers in the house that organisations may name although their address is
 *     private or they speak without encryption; exactly that host at exactly that port
 * @param keepEgressDays after which what left is no longer told
 */
@ConfigurationProperties("sellmeapen.connections")
record ConnectionSettings(
        @DefaultValue({}) List<String> localEndpoints,
        @DefaultValue("365") int keepEgressDays) {}
