package org.sellmeapen.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.sellmeapen.kernel.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by the operator's server ({@code spring.mail.*}). */
final class SmtpPost implements Post {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);

    private final JavaMailSender sender;
    private final String from;

    SmtpPost(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public boolean send(Letter letter) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, false, "UTF-8");
            helper.setFrom(from);
            helper.setTo(letter.to());
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(
                    "Message-ID",
                    "<" + letter.id() + from.substring(from.indexOf('@')).replace(">", "") + ">");
            sender.send(message);
            return true;
        } catch (MailException | MessagingException trouble) {
            log.warn(
                    "letter {} could not be handed to the mail server: {}",
                    letter.id(),
                    trouble.getClass().getName());
            return false;
        }
    }
}
