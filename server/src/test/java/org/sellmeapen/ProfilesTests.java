package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTests {

    @Test
    void aNewFolderIsItsOwnersAloneAndMayBecomeAProbesForGood(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("data");
        assertThat(ServeCommand.prepare(folder, "probe")).isNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(ServeCommand.prepare(folder, "probe")).isNull();
        assertThat(ServeCommand.prepare(folder, "production")).contains("stays with it");
        assertThat(Profiles.of(folder)).isEqualTo("probe");
    }

    @Test
    void anEmptyFolderThatIsThereMayBecomeAProbes(@TempDir Path folder) {
        assertThat(ServeCommand.prepare(folder, "probe")).isNull();
    }

    @Test
    void whatSomebodyUsesNeverBecomesAProbes(@TempDir Path folder) throws Exception {
        assertThat(ServeCommand.prepare(folder, "production")).isNull();
        DataFolder.at(folder);
        assertThat(ServeCommand.prepare(folder, "probe")).contains("is not empty");
        assertThat(ServeCommand.prepare(folder, "production")).isNull();
    }
}
