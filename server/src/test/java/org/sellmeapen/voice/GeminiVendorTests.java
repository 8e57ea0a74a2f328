package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.Specifications;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.simulators.SoundSimulator;
import tools.jackson.databind.JsonNode;

@Tag("gemini")
class GeminiVendorTests extends VendorContract {

    private static final Optional<PublishedSchemas> PUBLISHED = PublishedSchemas.found("gemini/gemini-openapi.json");

    /** Of what is said to it the vendor publishes only the first message as a schema. */
    @AfterEach
    void theSetupIsAsPublished() {
        PUBLISHED.ifPresent(published -> vendor.record.stream()
                .filter(said -> said.has("setup"))
                .forEach(said -> published.check("BidiGenerateContentSetup", said.path("setup"))));
    }

    @AfterEach
    void whatWasSaidIsAsTheSimulatorTakesIt() {
        vendor.record.forEach(said -> said.properties()
                .forEach(part -> assertThat(SoundSimulator.faults(
                                "gemini-live", Specifications.folder(), part.getKey(), part.getValue()))
                        .as(said.toString())
                        .isEmpty()));
    }

    @Override
    RelaySettings settings(String url) {
        return new RelaySettings("gemini", "", "", "", "", "", "", url, "secret-key");
    }

    private int rate = 16_000;

    @Override
    int upRate() {
        return rate;
    }

    @Override
    String endedWithUsage() {
        return "{\"serverContent\":{\"turnComplete\":true},\"usageMetadata\":{\"promptTokenCount\":120,\"responseTokenCount\":55,"
                + "\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":20},{\"modality\":\"AUDIO\",\"tokenCount\":100}],"
                + "\"responseTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":50},{\"modality\":\"TEXT\",\"tokenCount\":5}]}}";
    }

    @Override
    boolean asksForAnAnswer(JsonNode message) {
        return message.at("/clientContent/turnComplete").asBoolean(false);
    }

    @Override
    RealtimeUsage usage() {
        return new RealtimeUsage(100, 0, 50, 20, 0, 5);
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

    @Test
    void soundOfAnotherRateIsSaidToBeOfIt() throws Exception {
        rate = 24_000;
        ready();
        on(() -> leg.audio(Unpooled.wrappedBuffer(new byte[960])));
        assertThat(vendor.hears().at("/realtimeInput/audio/mimeType").asString())
                .isEqualTo("audio/pcm;rate=24000");
        on(() -> assertThat(leg.sentMs()).isEqualTo(20));
    }

    @Test
    void aKeyThatIsRefusedByHangingUpIsNotTriedAgain() throws Exception {
        calls(vendor.port());
        vendor.awaitConnected();
        vendor.close(1007, "API key not valid. Please pass a valid API key.");
        SpeechFailed why = isLost();
        assertThat(why.code()).isEqualTo("key-refused");
        assertThat(why.vendorWords()).startsWith("API key not valid");
    }
}
