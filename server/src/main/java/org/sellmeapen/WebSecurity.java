package org.sellmeapen;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.signin.SignIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The security chain. Of Spring Security it takes the firewall and the context; sessions, CSRF protection and headers
 * are our own because sessions live in our database, the CSRF token hangs on them, and headers must be on everything.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SiteSettings.class)
class WebSecurity {

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SignIn signIn,
            SiteSettings site,
            ProblemWriter problems,
            IdempotencyKeys keys,
            TransactionTemplate transaction) {
        SignInFilter signInFilter = new SignInFilter(signIn, site, problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .addFilterAt(signInFilter, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new IdempotencyFilter(keys, transaction, problems), SignInFilter.class)
                .build();
    }

    /** Nobody signs in through it; its presence keeps Boot from making a user with a printed password. */
    @Bean
    AuthenticationManager noAuthenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("sign-in goes through the sign-in module");
        };
    }

    /** Besides what it refuses by itself: a NUL, which PostgreSQL cannot store. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(SiteSettings site, Ids ids) {
        return factory -> {
            if (!site.trustedProxies().isBlank()) {
                RemoteIpValve proxies = new RemoteIpValve();
                proxies.setInternalProxies(site.trustedProxies());
                proxies.setHostHeader("X-Forwarded-Host");
                proxies.setPortHeader("X-Forwarded-Port");
                factory.addEngineValves(proxies);
            }
            factory.addEngineValves(new SecurityHeaders());
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerProblems.class.getName());
                    host.getPipeline().addValve(new ContainerProblems(ids));
                }
            });
        };
    }
}
