package org.sellmeapen.ai.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.PlainWay;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.sound.Dialect.Said;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import tools.jackson.databind.JsonNode;

class LiveScribeTests {

    @AutoClose
    private final PlainWay way = new PlainWay();

    private final LiveScribe scribe = new LiveScribe(
            new Line("elevenlabs", way, URI.create("https://example.org"), new Secret("a-secret-key")),
            "scribe_v2_realtime",
            new TranscriptionWish("en", 16_000));

    private static JsonNode json(String type, String more) {
        try {
            return Json.read("{\"message_type\":\"" + type + "\"," + more + "}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auth_error, key-refused, false",
        "quota_exceeded, no-credit, false",
        "unaccepted_terms, forbidden, false",
        "input_error, request-refused, false",
        "chunk_size_exceeded, request-refused, false",
        "rate_limited, too-busy, true",
        "resource_exhausted, overloaded, true",
        "session_time_limit_exceeded, cut-off, true",
        "something_error, vendor-trouble, true"
    })
    void troubleHasItsMeaningAndTheVendorsWords(String type, String code, boolean passing) {
        assertThat(scribe.read(json(type, "\"error\":\"So it is, a-secret-key.\"")))
                .isInstanceOfSatisfying(Said.Trouble.class, trouble -> {
                    assertThat(trouble.why().code()).isEqualTo(code);
                    assertThat(trouble.why().isPassing()).isEqualTo(passing);
                    assertThat(trouble.why().vendorWords())
                            .startsWith("So it is")
                            .doesNotContain("a-secret-key");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit_throttled", "insufficient_audio_activity", "warning"})
    void whatWasTooLittleIsNoTrouble(String type) {
        assertThat(scribe.read(json(type, "\"error\":\"too little\""))).isInstanceOf(Said.Nothing.class);
    }

    @Test
    void whatTheVendorCommittedByItselfSettlesNothing() {
        scribe.worded(ByteBuffer.allocate(64_000));
        assertThat(timed("it went on and on").settles()).isFalse();
        scribe.asking();
        Said.Words asked = timed("and ended");
        assertThat(asked.settles()).isTrue();
        assertThat(asked.key()).isEqualTo(1);
        assertThat(asked.fromMs()).isEqualTo(1_999);
    }

    private Said.Words timed(String text) {
        return (Said.Words)
                scribe.read(json("committed_transcript_with_timestamps", "\"text\":\"" + text + "\",\"words\":null"));
    }
}
