package org.sellmeapen.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 in the Authorization heading, for S3 (paths are encoded once and not normalised).
 * Source: "Signature Calculations for the Authorization Header", Amazon S3 API Reference.
 */
record S3Signature(String accessKey, String secretKey, String region) {

    /** SHA-256 of nothing. */
    static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** As {@code x-amz-date} wants it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Each byte but the unreserved ones and the slash as %XX. */
    static String path(String plain) {
        return encoded(plain, true);
    }

    private static String encoded(String plain, boolean slashStays) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : plain.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (unreserved || "-._~".indexOf(c) >= 0 || (c == '/' && slashStays)) {
                out.write(c);
            } else {
                out.writeBytes("%%%02X".formatted((int) c).getBytes(UTF_8));
            }
        }
        return out.toString(UTF_8);
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param address its path encoded as by {@link #path}; its query as {@code name=value} pairs that need no encoding
     * @param headings all that are signed, {@code host}, {@code x-amz-date} and {@code x-amz-content-sha256} among them
     */
    String authorization(String method, URI address, Map<String, String> headings) {
        SortedMap<String, String> signed = new TreeMap<>();
        headings.forEach((name, value) -> signed.put(name.toLowerCase(java.util.Locale.ROOT), value.strip()));
        String names = String.join(";", signed.keySet());
        String time = signed.getOrDefault("x-amz-date", "");
        String canonical = method + "\n"
                + (address.getRawPath().isEmpty() ? "/" : address.getRawPath()) + "\n"
                + query(address) + "\n"
                + signed.entrySet().stream()
                        .map(heading -> heading.getKey() + ":" + heading.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + signed.getOrDefault("x-amz-content-sha256", EMPTY);
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/s3/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(canonical.getBytes(UTF_8));
        byte[] key = mac(mac(mac(mac(("AWS4" + secretKey).getBytes(UTF_8), day), region), "s3"), "aws4_request");
        return ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                + HexFormat.of().formatHex(mac(key, toSign));
    }

    private static String query(URI address) {
        String raw = address.getRawQuery();
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "S3Signature[" + accessKey + "]"; // never the secret
    }
}
