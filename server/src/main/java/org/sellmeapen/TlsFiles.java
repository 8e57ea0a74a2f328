package org.sellmeapen;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Looks at a certificate and its key before anybody serves with them: a pair that does not match fails every handshake. */
final class TlsFiles {

    private static final byte[] PROBE = {1, 2, 3};

    private TlsFiles() {}

    /** What is wrong with them, or null. */
    static @Nullable String trouble(Path certificate, Path key) {
        List<X509Certificate> chain;
        try {
            chain = Objects.requireNonNull(PemContent.load(certificate)).getCertificates();
        } catch (IOException | RuntimeException unreadable) {
            return certificate + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).";
        }
        PrivateKey privateKey;
        try {
            privateKey = PemContent.load(key).getPrivateKey();
        } catch (IOException | RuntimeException unreadable) {
            privateKey = null;
        }
        if (chain == null || chain.isEmpty()) {
            return certificate + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).";
        }
        if (privateKey == null) {
            return key + " holds no private key in PEM form that can be read without a password.";
        }
        return belongs(chain.getFirst(), privateKey)
                ? null
                : "The key in " + key + " does not belong to the first certificate in " + certificate + ".";
    }

    private static boolean belongs(X509Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "RSASSA-PSS" -> "RSASSA-PSS";
            default -> key.getAlgorithm(); // Ed25519 and Ed448 sign under their own name
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signature = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(certificate.getPublicKey());
            checking.update(PROBE);
            return checking.verify(signature);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }
}
