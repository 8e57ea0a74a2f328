package org.sellmeapen.notifications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sellmeapen.kernel.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays each letter as a file into a folder, for who drives a build and reads what it would have sent. */
final class FolderPost implements Post {

    private static final Logger log = LoggerFactory.getLogger(FolderPost.class);

    private final Path folder;

    FolderPost(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean delivers() {
        return true;
    }

    @Override
    public boolean send(Letter letter) {
        try {
            Files.createDirectories(folder);
            Path written = folder.resolve(letter.id() + ".new");
            Files.writeString(
                    written,
                    "To: %s\nSubject: %s\nMessage-ID: <%s>\n\n%s"
                            .formatted(letter.to(), letter.subject(), letter.id(), letter.text()));
            Files.move(written, folder.resolve(letter.id() + ".eml"));
            return true;
        } catch (IOException trouble) {
            log.error("letter {} could not be laid into {}", letter.id(), folder, trouble);
            return false;
        }
    }
}
