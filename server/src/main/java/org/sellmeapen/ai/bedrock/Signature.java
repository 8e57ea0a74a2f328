package org.sellmeapen.ai.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.connections.Secret;

/** AWS's Signature Version 4 of one request: over its head and its body, good for some minutes. Polly signs so too. */
public final class Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String id;
    private final String secret;
    private final String token;
    private final String region;
    private final String service;

    /** @param key {@code id:secret}, or {@code id:secret:token} of a session */
    public Signature(Secret key, String region, String service) {
        String[] parts = key.value().split(":", 3);
        this.id = parts[0].strip();
        this.secret = parts.length > 1 ? parts[1].strip() : "";
        this.token = parts.length > 2 ? parts[2].strip() : "";
        this.region = region;
        this.service = service;
    }

    /** The headers to add; {@code Host} is sent by the client as it stands in the address. */
    public Map<String, String> of(String method, URI address, byte[] body, Instant now) {
        String time = TIME.format(now);
        Map<String, String> signed = new TreeMap<>();
        signed.put("host", address.getRawAuthority());
        signed.put("x-amz-date", time);
        if (!token.isEmpty()) {
            signed.put("x-amz-security-token", token);
        }
        String names = String.join(";", signed.keySet());
        String canonical = method + "\n"
                + path(address.getRawPath()) + "\n"
                + query(address.getRawQuery()) + "\n"
                + signed.entrySet().stream()
                        .map(h -> h.getKey() + ":" + h.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + hex(sha256(body));
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String toSign =
                ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {day, region, service, "aws4_request"}) {
            key = hmac(key, step);
        }
        signed.remove("host");
        signed.put(
                "Authorization",
                ALGORITHM + " Credential=" + id + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + hex(hmac(key, toSign)));
        return signed;
    }

    /** What is sent encoded once is signed encoded twice, by every service but S3. */
    private static String path(String sent) {
        return sent.isEmpty()
                ? "/"
                : Arrays.stream(sent.split("/", -1)).map(Signature::encoded).collect(Collectors.joining("/"));
    }

    private static String query(@Nullable String sent) {
        return sent == null || sent.isEmpty()
                ? ""
                : Arrays.stream(sent.split("&"))
                        .map(p -> p.contains("=") ? p : p + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
