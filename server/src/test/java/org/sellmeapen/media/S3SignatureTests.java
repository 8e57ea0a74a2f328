package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The four examples that Amazon publishes with its description of the signature, with the key pair printed there:
 * "Examples: Signature Calculations", Amazon S3 API Reference.
 */
class S3SignatureTests {

    private static final String HOST = "https://examplebucket.s3.amazonaws.com";
    private static final S3Signature SIGNATURE =
            new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    private static String signed(String method, String path, String digest, Map<String, String> more) {
        Map<String, String> headings = new TreeMap<>(more);
        headings.put("Host", "examplebucket.s3.amazonaws.com");
        headings.put("x-amz-content-sha256", digest);
        headings.put("x-amz-date", S3Signature.time(Instant.parse("2013-05-24T00:00:00Z")));
        return SIGNATURE.authorization(method, URI.create(HOST + path), headings);
    }

    @Test
    void aGetWithARange() {
        assertThat(signed("GET", "/test.txt", S3Signature.EMPTY, Map.of("Range", "bytes=0-9")))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void aPutWhoseNameMustBeEncoded() {
        String digest = S3Signature.sha256("Welcome to Amazon S3.".getBytes(StandardCharsets.US_ASCII));
        assertThat(digest).isEqualTo("44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
        assertThat(signed(
                        "PUT",
                        "/" + S3Signature.path("test$file.text"),
                        digest,
                        Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY")))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void aQueryWithoutAValue() {
        assertThat(signed("GET", "/?lifecycle", S3Signature.EMPTY, Map.of()))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void aQueryInWhateverOrder() {
        assertThat(signed("GET", "/?prefix=J&max-keys=2", S3Signature.EMPTY, Map.of()))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void pathsAreEncodedByteByByte() {
        assertThat(S3Signature.path("a/b c+ü~.pen")).isEqualTo("a/b%20c%2B%C3%BC~.pen");
    }

    @Test
    void theSecretIsNotSaid() {
        assertThat(SIGNATURE.toString()).doesNotContain("wJal");
    }
}
