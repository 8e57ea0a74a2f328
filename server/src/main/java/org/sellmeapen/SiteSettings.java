package org.sellmeapen;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the site stands.
 *
 * @param publicUrl as browsers see it
 * @param trustedProxies CIDR ranges, comma-separated; their X-Forwarded-* headers are believed, nobody else's
 * @param allowedOrigins besides our own, those whose pages may send changes
 */
@ConfigurationProperties("sellmeapen")
record SiteSettings(
        URI publicUrl,
        @DefaultValue("") String trustedProxies,
        @DefaultValue({}) List<String> allowedOrigins) {}
