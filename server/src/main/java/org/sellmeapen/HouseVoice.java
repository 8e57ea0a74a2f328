package org.sellmeapen;

import org.sellmeapen.voice.AllowedOrigins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose pages may open voice sockets: those that may send changes. */
@Configuration(proxyBeanMethods = false)
class HouseVoice {

    @Bean
    AllowedOrigins allowedOrigins(SiteSettings site) {
        String own = site.publicUrl().getScheme() + "://" + site.publicUrl().getRawAuthority();
        return origin -> origin.equalsIgnoreCase(own) || site.allowedOrigins().contains(origin);
    }
}
