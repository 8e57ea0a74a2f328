package org.sellmeapen.ai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sellmeapen.connections.Secret;

/** By the examples that AWS publishes. */
class SignatureTests {

    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    private final Signature signature =
            new Signature(new Secret("AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), "us-east-1", "service");

    @Test
    void aPlainGetIsSignedAsInTheExample() {
        assertThat(signature.of("GET", URI.create("https://example.amazonaws.com/"), new byte[0], NOW))
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                + " SignedHeaders=host;x-amz-date,"
                                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void aPlainPostIsSignedAsInTheExample() {
        assertThat(signature
                        .of("POST", URI.create("https://example.amazonaws.com/"), new byte[0], NOW)
                        .get("Authorization"))
                .endsWith("Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    @Test
    void theTokenOfASessionIsSignedToo() {
        Signature session = new Signature(new Secret("AKIDEXAMPLE:secret:the/token=="), "us-east-1", "bedrock");
        assertThat(session.of("GET", URI.create("https://example.amazonaws.com/"), new byte[0], NOW))
                .containsEntry("x-amz-security-token", "the/token==")
                .hasEntrySatisfying("Authorization", said -> assertThat(said).contains("x-amz-security-token"));
    }
}
