package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks AWS's Signature Version 4 from the bytes that came, header by header as they were signed. */
final class Signed {

    enum Verdict {
        GOOD,
        MISSING,
        UNKNOWN,
        FALSE
    }

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\\p{XDigit}{64})");

    private Signed() {}

    static Verdict check(Request request, String id, String secret, String service) {
        Matcher said = AUTHORIZATION.matcher(request.header("authorization"));
        if (!said.matches()) {
            return Verdict.MISSING;
        }
        if (!said.group(1).equals(id)) {
            return Verdict.UNKNOWN;
        }
        List<String> names = List.of(said.group(5).split(";"));
        String time = request.header("x-amz-date");
        if (!names.contains("host") || !names.contains("x-amz-date") || !time.startsWith(said.group(2))) {
            return Verdict.FALSE;
        }
        StringBuilder canonical = new StringBuilder(request.method()).append('\n');
        canonical
                .append(twice(request.path()))
                .append('\n')
                .append(request.query())
                .append('\n');
        names.forEach(name ->
                canonical.append(name).append(':').append(request.header(name)).append('\n'));
        canonical.append('\n').append(said.group(5)).append('\n').append(sha256(request.body()));
        String scope = said.group(2) + "/" + said.group(3) + "/" + said.group(4) + "/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String step : List.of(said.group(2), said.group(3), service, "aws4_request", toSign)) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(key).equals(said.group(6)) ? Verdict.GOOD : Verdict.FALSE;
    }

    /** The path came encoded once; percent signs are encoded again, and nothing else is left to encode. */
    private static String twice(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(segment.replace("%", "%25"));
        }
        return String.join("/", segments);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
}
