package org.sellmeapen.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link RulesTests}, of those who hear and speak. */
class SoundRulesTests {

    static Stream<Arguments> vendors() {
        return Stream.of(
                Arguments.of(
                        "openai",
                        "speak",
                        "{\"model\": \"m\", \"input\": \"hello\", \"voice\": \"ash\"%s}",
                        ", \"speed\": 9"),
                Arguments.of("openai", "hear", "{\"model\": \"m\", \"file\": \"binary\"%s}", ", \"words\": true"),
                Arguments.of(
                        "groq", "hear", "{\"model\": \"m\", \"file\": \"binary\"%s}", ", \"response_format\": \"srt\""),
                Arguments.of(
                        "compatible",
                        "speak",
                        "{\"model\": \"m\", \"input\": \"hello\", \"voice\": \"ash\"%s}",
                        ", \"response_format\": \"raw\""),
                Arguments.of("deepgram", "speak", "{\"text\": \"hello\"%s}", ", \"voice\": \"thalia\""),
                Arguments.of("deepgram", "Finalize", "{\"type\": \"Finalize\"%s}", ", \"channel\": 0"),
                Arguments.of("assemblyai", "Terminate", "{\"type\": \"Terminate\"%s}", ", \"now\": true"),
                Arguments.of("elevenlabs", "speak", "{\"text\": \"hello\"%s}", ", \"model_id\": 3"),
                Arguments.of(
                        "elevenlabs",
                        "hear",
                        "{\"model_id\": \"scribe_v2\", \"file\": \"binary\"%s}",
                        ", \"timestamps_granularity\": \"letter\""),
                Arguments.of(
                        "elevenlabs",
                        "input_audio_chunk",
                        "{\"message_type\": \"input_audio_chunk\", \"audio_base_64\": \"AAAA\", \"commit\": true%s,"
                                + " \"sample_rate\": 16000}",
                        ", \"channel\": 0"),
                Arguments.of(
                        "cartesia",
                        "speak",
                        "{\"model_id\": \"sonic-3\", \"transcript\": \"hello\", \"voice\": {\"mode\": \"id\", \"id\": \"v\"},"
                                + " \"output_format\": {\"container\": \"raw\", \"encoding\": \"pcm_s16le\", \"sample_rate\": 24000}%s}",
                        ", \"language\": \"klingon\""),
                Arguments.of(
                        "google",
                        "speak",
                        "{\"input\": {\"text\": \"hello\"}, \"voice\": {\"languageCode\": \"en-US\"},"
                                + " \"audioConfig\": {\"audioEncoding\": \"LINEAR16\"}%s}",
                        ", \"voices\": []"),
                Arguments.of(
                        "azure", "definition", "{\"locales\": [\"en-US\"]%s}", ", \"profanityFilterMode\": \"Off\""),
                Arguments.of(
                        "polly",
                        "speak",
                        "{\"OutputFormat\": \"pcm\", \"Text\": \"hello\", \"VoiceId\": \"Joanna\"%s}",
                        ", \"Engine\": \"diesel\""),
                Arguments.of(
                        "openai-realtime",
                        "input_audio_buffer.append",
                        "{\"type\": \"input_audio_buffer.append\", \"audio\": \"AAAA\"%s}",
                        ", \"rate\": 24000"),
                Arguments.of("gemini-live", "clientContent", "{\"turnComplete\": true%s}", ", \"turn\": []"));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void byOurNotes(String vendor, String rule, String request, String wrong) {
        check(SoundRules.of(vendor, Optional.empty()), rule, request, wrong);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void byThePublishedSpecification(String vendor, String rule, String request, String wrong) {
        assumeTrue(folder().isPresent(), "the published specifications are not at hand");
        SoundRules rules = SoundRules.of(vendor, folder());
        assertThat(rules.grade())
                .isEqualTo(
                        Set.of("google", "azure", "compatible", "gemini-live").contains(vendor)
                                ? Rules.NOTES
                                : Rules.PUBLISHED);
        check(rules, rule, request, wrong);
    }

    @Test
    void namesInQueriesAreMinded() {
        for (Optional<Path> place :
                Stream.of(Optional.<Path>empty(), folder()).distinct().toList()) {
            Map.of("deepgram", "live-query", "assemblyai", "live-query", "elevenlabs", "speak-query")
                    .forEach((vendor, rule) -> assertThat(
                                    SoundRules.of(vendor, place).queryFaults(rule, Set.of("smart_fromat"), Set.of()))
                            .as(vendor)
                            .hasSize(1));
            assertThat(SoundRules.of("elevenlabs", place)
                            .queryFaults("live-query", Set.of("commit_stategy", "model_id"), Set.of()))
                    .hasSize(1);
            assertThat(SoundRules.of("deepgram", place)
                            .queryFaults("live-query", Set.of("model", "language"), Set.of()))
                    .isEmpty();
        }
    }

    @Test
    void whoeverIsPlayedHasRules() {
        assertThat(vendors().map(arguments -> arguments.get()[0])).containsAll(SoundVendors.all());
    }

    private static Optional<Path> folder() {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        Path folder = (place == null ? Path.of("..", "..", "shared") : Path.of(place)).resolve("specs");
        return Optional.of(folder).filter(Files::isDirectory);
    }

    private static void check(SoundRules rules, String rule, String request, String wrong) {
        assertThat(rules.faults(rule, Frames.JSON.readTree(request.formatted(""))))
                .isEmpty();
        assertThat(rules.faults(rule, Frames.JSON.readTree(request.formatted(wrong))))
                .isNotEmpty();
    }
}
