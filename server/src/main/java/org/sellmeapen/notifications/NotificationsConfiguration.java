package org.sellmeapen.notifications;

import java.nio.file.Path;
import org.sellmeapen.kernel.Post;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    @Bean
    @Profile("probe")
    Post folderPost(@Value("${sellmeapen.sink:${sellmeapen.data}/sink}") Path sink) {
        return new FolderPost(sink.resolve("mail"));
    }

    /** Boot makes a sender where {@code spring.mail.host} is set. */
    @Bean
    @Profile("!probe")
    Post post(ObjectProvider<JavaMailSender> sender, @Value("${sellmeapen.mail.from:}") String from) {
        JavaMailSender configured = sender.getIfAvailable();
        if (configured == null) {
            return new NoPost();
        }
        if (from.indexOf('@') < 0) {
            throw new IllegalStateException(
                    "spring.mail.host is set; say in sellmeapen.mail.from who our letters are from");
        }
        return new SmtpPost(configured, from);
    }
}
