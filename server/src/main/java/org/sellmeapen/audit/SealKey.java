package org.sellmeapen.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which entries are sealed. It lies in a file that only this user may read, never in the database: who
 * can write there still cannot forge a seal.
 */
final class SealKey {

    static final byte[] BEGINNING = new byte[32];

    private final byte[] key;

    SealKey(byte[] key) {
        this.key = key.clone();
    }

    /** Reads the key, or makes it at the first start. */
    static SealKey in(Path folder, SecureRandom chance) {
        Path file = folder.resolve("audit");
        try {
            if (!Files.exists(file)) {
                make(file, chance);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != 32) {
                throw new IllegalStateException(file + " holds no key of 32 bytes");
            }
            return new SealKey(key);
        } catch (IOException trouble) {
            throw new UncheckedIOException("The audit key " + file + " cannot be read", trouble);
        }
    }

    private static void make(Path file, SecureRandom chance) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] fresh = new byte[32];
        chance.nextBytes(fresh);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path written = file.resolveSibling("audit.new");
        Files.deleteIfExists(written);
        try (var channel = Files.newByteChannel(
                written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            channel.write(java.nio.ByteBuffer.wrap((HexFormat.of().formatHex(fresh) + "\n").getBytes(UTF_8)));
        }
        try {
            Files.move(written, file);
        } catch (FileAlreadyExistsException another) {
            Files.deleteIfExists(written);
        }
    }

    /** Tells keys apart without telling anything of them. */
    String id() {
        return HexFormat.of().formatHex(mac("which key".getBytes(UTF_8)), 0, 8);
    }

    /** @param previous the seal of the entry before; {@link #BEGINNING} for the first */
    byte[] seal(byte[] previous, long sequence, AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(sequence);
            // Each text with its length before it, so that no two different entries read the same.
            for (String text : new String[] {
                entry.organisation().toString(),
                entry.id().toString(),
                entry.at().toString(),
                entry.actor() == null ? "" : entry.actor().toString(),
                entry.action(),
                entry.subject(),
                entry.detail()
            }) {
                byte[] utf8 = text.getBytes(UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return mac(bytes.toByteArray());
    }

    private byte[] mac(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
