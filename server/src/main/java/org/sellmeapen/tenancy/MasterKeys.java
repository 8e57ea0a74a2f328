package org.sellmeapen.tenancy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * A master key of the installation, a Tink keyset in a file that only this user may read, never in the database: who holds
 * one of the two cannot read what was sealed. It wraps the organisations' keys and nothing else. All nodes need the same
 * file. Each room that seals something has a file of its own.
 */
public final class MasterKeys {

    private final Path file;

    /** @param name of the room, and of the file in the folder */
    public MasterKeys(Path folder, String name) {
        this.file = folder.resolve(name);
    }

    /** As the file is now; made at the first use. */
    public Master current() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return new Master(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException trouble) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", trouble);
        } catch (GeneralSecurityException notOne) {
            throw new IllegalStateException(file + " holds no key of ours", notOne);
        }
    }

    /** A new key wraps from now on; the old ones still open. The keys that were wrapped before are to be wrapped again. */
    public void rotate() {
        KeysetHandle keys = current().keys();
        try {
            Path written = written(rotated(keys));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The key file " + file + " cannot be written", trouble);
        }
    }

    private void make() throws IOException {
        Path written = written(fresh());
        try {
            Files.createLink(file, written); // unlike a move it never replaces what another node made meanwhile
        } catch (FileAlreadyExistsException another) {
            // that one counts
        } finally {
            Files.delete(written);
        }
    }

    private Path written(KeysetHandle keys) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(written, Set.of(StandardOpenOption.WRITE))) {
            String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (GeneralSecurityException ourOwn) {
            throw new IllegalStateException(ourOwn);
        }
        return written;
    }

    public static KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The same keys, and a new one that is used from now on. */
    public static KeysetHandle rotated(KeysetHandle keys) {
        try {
            return KeysetHandle.newBuilder(keys)
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public record Master(KeysetHandle keys) {

        /** Which of its keys wraps now. */
        public int id() {
            return keys.getPrimary().getId();
        }
    }
}
