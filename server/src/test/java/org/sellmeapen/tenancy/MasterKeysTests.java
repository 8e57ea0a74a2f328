package org.sellmeapen.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTests {

    @TempDir
    private Path folder;

    @Test
    void theFirstUseMakesAKeyThatItsOwnerAloneReads() throws IOException {
        int id = new MasterKeys(folder, "media").current().id();
        assertThat(new MasterKeys(folder, "media").current().id()).isEqualTo(id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("media"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWasWrappedBeforeARotationStillOpens() throws Exception {
        MasterKeys masters = new MasterKeys(folder, "media");
        MasterKeys.Master before = masters.current();
        byte[] wrapped = MasterKeys.aead(before.keys()).encrypt(new byte[] {1, 2}, new byte[0]);
        masters.rotate();
        MasterKeys.Master after = masters.current();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(MasterKeys.aead(after.keys()).decrypt(wrapped, new byte[0])).containsExactly(1, 2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("media"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("media"));
        }
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("media"), "something else");
        assertThatThrownBy(() -> new MasterKeys(folder, "media").current()).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("media")).hasContent("something else");
    }
}
