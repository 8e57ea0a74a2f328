package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.OwnerConnection;
import org.sellmeapen.embeddedpg.Backup;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;

/** A backup that is written while somebody is recorded holds sound and keys. */
class BackupTests extends MediaHouse {

    @TempDir
    private Path elsewhere;

    private void unpack(Path zip) throws IOException {
        try (ZipFile backup = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) backup.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().startsWith("files/")) {
                    Path target = elsewhere.resolve(entry.getName().substring("files/".length()));
                    Files.createDirectories(target.getParent());
                    Files.copy(backup.getInputStream(entry), target);
                }
            }
        }
    }

    private short[] heard(RecordingId id, Source source) {
        OrganisationKeys keys = new OrganisationKeys(
                jdbc, "media_key", new MasterKeys(elsewhere.resolve("keys"), "media"), CLOCK, MediaKeyMissing::new);
        Aead aead = inInk(() -> transactions.execute(_ -> keys.of(ink)));
        try (SegmentReader reader = new SegmentReader(source, new RecordingCipher(id, aead))) {
            reader.load(1, 1);
            return reader.rep.clone();
        }
    }

    @Test
    void whatABackupHoldsPlaysWithNothingElseOfTheFolder() throws Exception {
        RecordingId complete = recorded(ids.next(), Segment.RATE);
        RecordingId running = begin(ids.next());
        Recorder recorder = inInk(() -> media.open(running));
        talk(recorder, 0, 3 * Segment.RATE);
        await().until(() -> recorder.safeSamples() >= Segment.RATE);

        Path zip = elsewhere.resolve("backup.zip");
        OwnerConnection.use(owner -> {
            try (OutputStream out = Files.newOutputStream(zip)) {
                Backup.write(owner, folder(), out);
            }
        });
        recorder.close();
        assertThat(Backup.check(zip)).isNotNull();
        unpack(zip);

        short[] expected = Desk.Voice.LOW.frame(Segment.SAMPLES, Segment.SAMPLES);
        String name = Spool.name(ink, complete);
        FolderStore store = new FolderStore(elsewhere.resolve("media/store"));
        assertThat(heard(complete, store.source(name, row(complete).bytes()))).isEqualTo(expected);
        Path torn = elsewhere.resolve("media/spool").resolve(Spool.name(ink, running));
        assertThat(heard(running, Source.of(torn))).isEqualTo(expected);
    }
}
