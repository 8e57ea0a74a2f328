package org.sellmeapen.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.kernel.Post;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PostTests {

    private static final Post.Letter LETTER =
            new Post.Letter("invitation-7", "remi@example.org", "Your invitation to Ünk", "Open this: https://…#x");

    @Test
    void aLetterGoesToTheMailServerAsWrittenUnderItsOwnId() throws MessagingException, IOException {
        List<MimeMessage> sent = new ArrayList<>();
        Post post = new SmtpPost(
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                        sent.addAll(List.of(messages));
                    }
                },
                "Pen <pen@example.org>");

        assertThat(post.send(LETTER)).isTrue();

        MimeMessage message = sent.getFirst();
        assertThat(message.getMessageID()).isEqualTo("<invitation-7@example.org>");
        assertThat(message.getSubject()).isEqualTo("Your invitation to Ünk");
        assertThat(message.getAllRecipients()[0]).hasToString("remi@example.org");
        assertThat(message.getContent()).isEqualTo("Open this: https://…#x");
    }

    @Test
    void troubleWithTheMailServerIsAnAnswerAndNotAnError() {
        Post post = new SmtpPost(
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                        throw new MailSendException("no route");
                    }
                },
                "pen@example.org");
        assertThat(post.send(LETTER)).isFalse();
    }

    @Test
    void inAFolderEachLetterIsAFile(@TempDir Path folder) throws IOException {
        Post post = new FolderPost(folder.resolve("mail"));
        assertThat(post.delivers()).isTrue();
        assertThat(post.send(LETTER)).isTrue();
        assertThat(Files.readString(folder.resolve("mail").resolve("invitation-7.eml")))
                .startsWith("To: remi@example.org\nSubject: Your invitation")
                .endsWith("\n\nOpen this: https://…#x");
    }

    @Test
    void withoutMailNothingIsPromised() {
        assertThat(new NoPost().delivers()).isFalse();
        assertThat(new NoPost().send(LETTER)).isFalse();
    }
}
