package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderStoreTests extends RecordingStoreContract {

    @Override
    RecordingStore store() {
        return new FolderStore(folder.resolve("store"));
    }

    @Test
    void onlyItsOwnerLooksIn() throws IOException {
        store().put(NAME, file(10, 1));
        try (Stream<java.nio.file.Path> walk = Files.walk(folder.resolve("store"))) {
            for (java.nio.file.Path path : walk.filter(Files::isDirectory).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void nothingIsLeftBesideWhatWasPut() throws IOException {
        store().put(NAME, file(10, 1));
        store().put(NAME, file(10, 1));
        try (Stream<java.nio.file.Path> walk = Files.walk(folder.resolve("store"))) {
            assertThat(walk.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        for (String name : new String[] {"../secret", "a/../../secret", "/etc/passwd", ""}) {
            assertThatThrownBy(() -> store().read(name, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
