package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GeminiVendorTests extends VendorContract {

    private static final Optional<PublishedSchemas> PUBLISHED = PublishedSchemas.found("gemini/gemini-openapi.json");

    /** Of what is said to it the vendor publishes only the first message as a schema. */
    @AfterEach
    void theSetupIsAsPublished() {
        PUBLISHED.ifPresent(published -> vendor.record.stream()
                .filter(said -> said.has("setup"))
                .forEach(said -> published.check("BidiGenerateContentSetup", said.path("setup"))));
    }

    @Override
    RelaySettings settings(String url) {
        return new RelaySettings("gemini", "", "", "", "", "", "", url, "secret-key");
    }

    @Override
    void letsIn() throws Exception {
        checkSettings(vendor.hears());
        vendor.sayBinary("{\"setupComplete\":{}}");
    }

    @Override
    void checkSettings(JsonNode first) {
        JsonNode setup = first.path("setup");
        assertThat(setup.path("model").asString()).startsWith("models/");
        assertThat(setup.path("generationConfig")
                        .path("responseModalities")
                        .get(0)
                        .asString())
                .isEqualTo("AUDIO");
        assertThat(setup.path("systemInstruction")
                        .path("parts")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("You play Ada.");
        assertThat(setup.has("inputAudioTranscription") && setup.has("outputAudioTranscription"))
                .isTrue();
    }

    @Override
    String base64Of(JsonNode message) {
        JsonNode audio = message.path("realtimeInput").path("audio");
        assertThat(audio.path("mimeType").asString()).isEqualTo("audio/pcm;rate=16000");
        return audio.path("data").asString();
    }

    @Override
    String heard(String text) {
        return "{\"serverContent\":{\"inputTranscription\":{\"text\":\"" + text + "\"}}}";
    }

    @Override
    String began() {
        return "{\"serverContent\":{\"outputTranscription\":{\"text\":\" \"}}}";
    }

    @Override
    String sound(String base64) {
        return "{\"serverContent\":{\"modelTurn\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"audio/pcm;rate=24000\",\"data\": \""
                + base64 + "\"}}]}}}";
    }

    @Override
    String words(String text) {
        return "{\"serverContent\":{\"outputTranscription\":{\"text\":\"" + text.replace("\"", "\\\"") + "\"}}}";
    }

    @Override
    String ended() {
        return "{\"serverContent\":{\"turnComplete\":true}}";
    }

    @Test
    void oneMessageMayHoldSoundAndWordsAndTheEnd() throws Exception {
        ready();
        vendor.say(
                "{\"serverContent\":{\"modelTurn\":{\"parts\":[{\"inlineData\":{\"data\":\"AAAA\",\"mimeType\":\"audio/pcm\"}}]},"
                        + "\"outputTranscription\":{\"text\":\"Yes.\"},\"turnComplete\":true}}");
        tells("began null");
        assertThat(sound.poll(5, TimeUnit.SECONDS)).hasSize(2);
        tells("words Yes.");
        tells("ended WHOLE");
    }

    @Test
    void itSaysThatItLeaves() throws Exception {
        ready();
        vendor.say("{\"goAway\":{\"timeLeft\":\"5s\"}}");
        tells("leaving");
    }
}
