package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
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

@Tag("openai")
class OpenAiVendorTests extends VendorContract {

    private static final Optional<PublishedSchemas> PUBLISHED =
            PublishedSchemas.found("openai/openai-realtime-events.json");

    /** Whatever a test of this contract made it say is as the vendor publishes it, where that lies on this machine. */
    @AfterEach
    void whatWasSaidIsAsPublished() {
        PUBLISHED.ifPresent(published -> vendor.record.forEach(said -> published.check(
                published.alternative("RealtimeClientEvent", said.path("type").asString()), said)));
    }

    @AfterEach
    void whatWasSaidIsAsTheSimulatorTakesIt() {
        vendor.record.forEach(said -> assertThat(SoundSimulator.faults(
                        "openai-realtime",
                        Specifications.folder(),
                        said.path("type").asString(),
                        said))
                .as(said.toString())
                .isEmpty());
    }

    @Test
    void publishedSchemasTellRightFromWrong() {
        assumeTrue(PUBLISHED.isPresent(), "the vendor's schemas are not here; set SELLMEAPEN_SHARED");
        for (String session :
                List.of("{\"type\":\"realtime\",\"instructions\":5}", "{\"type\":\"realtime\",\"voice\":\"a\"}")) {
            JsonNode wrong = Messages.MAPPER.readTree("{\"type\":\"session.update\",\"session\":" + session + "}");
            assertThat(PUBLISHED.get().faults("RealtimeClientEventSessionUpdate", wrong))
                    .isNotEmpty();
        }
    }

    @Override
    RelaySettings settings(String url) {
        return new RelaySettings("openai", "", "", "", "", url, "secret-key", "", "");
    }

    @Override
    int upRate() {
        return 24_000;
    }

    @Override
    String endedWithUsage() {
        return "{\"type\":\"response.done\",\"response\":{\"id\":\"r\",\"status\":\"completed\",\"usage\":{\"total_tokens\":290,"
                + "\"input_tokens\":240,\"output_tokens\":50,\"input_token_details\":{\"text_tokens\":100,\"audio_tokens\":140,"
                + "\"cached_tokens\":72,\"cached_tokens_details\":{\"text_tokens\":64,\"audio_tokens\":8}},"
                + "\"output_token_details\":{\"text_tokens\":10,\"audio_tokens\":40}}}}";
    }

    @Override
    boolean asksForAnAnswer(JsonNode message) {
        return message.path("type").asString("").equals("response.create");
    }

    @Override
    RealtimeUsage usage() {
        return new RealtimeUsage(132, 8, 40, 36, 64, 10);
    }

    @Override
    void letsIn() throws Exception {
        vendor.say("{\"event_id\":\"e\",\"session\":{\"id\":\"s\"},\"type\":\"session.created\"}");
        checkSettings(vendor.hears());
    }

    @Override
    void checkSettings(JsonNode first) {
        assertThat(first.path("type").asString()).isEqualTo("session.update");
        JsonNode session = first.path("session");
        assertThat(session.path("type").asString()).isEqualTo("realtime");
        assertThat(session.path("instructions").asString()).isEqualTo("You play Ada.");
        JsonNode input = session.path("audio").path("input");
        assertThat(input.path("format").path("type").asString()).isEqualTo("audio/pcm");
        assertThat(input.path("format").path("rate").asInt()).isEqualTo(24_000);
        assertThat(input.path("turn_detection").path("create_response").asBoolean(true))
                .isFalse();
        assertThat(input.path("turn_detection").path("interrupt_response").asBoolean(true))
                .isFalse();
        assertThat(input.path("transcription").path("language").asString()).isEqualTo("en");
    }

    @Override
    String base64Of(JsonNode message) {
        assertThat(message.path("type").asString()).isEqualTo("input_audio_buffer.append");
        return message.path("audio").asString();
    }

    @Override
    String heard(String text) {
        return "{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"i\",\"transcript\":\""
                + text + "\"}";
    }

    @Override
    String began() {
        return "{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}";
    }

    @Override
    String sound(String base64) {
        return "{ \"delta\" : \"" + base64
                + "\", \"part\":{\"type\":\"x\"}, \"item_id\":\"i\", \"type\": \"response.output_audio.delta\" }";
    }

    @Override
    String words(String text) {
        return "{\"type\":\"response.output_audio_transcript.delta\",\"delta\":\"" + text.replace("\"", "\\\"") + "\"}";
    }

    @Override
    String ended() {
        return "{\"type\":\"response.done\",\"response\":{\"id\":\"r\",\"status\":\"completed\"}}";
    }

    @Test
    void aReplyIsAskedForWithItsOwnInstructionsAndKnownAgain() throws Exception {
        ready();
        on(() -> leg.ask(4, "Say: no."));
        JsonNode asked = vendor.hears();
        assertThat(asked.path("type").asString()).isEqualTo("response.create");
        assertThat(asked.path("response").path("instructions").asString()).isEqualTo("Say: no.");
        vendor.say("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"metadata\":"
                + asked.path("response").path("metadata") + "}}");
        tells("began 4");
    }

    @Test
    void whatIsNotWantedAnyMoreIsCancelledAndCutToWhatWasHeard() throws Exception {
        ready();
        vendor.say(began());
        tells("began null");
        vendor.say(sound("AAAA"));
        assertThat(sound.poll(5, TimeUnit.SECONDS)).isNotNull();
        on(() -> leg.stop(420));
        assertThat(vendor.hears().path("response_id").asString()).isEqualTo("r");
        JsonNode truncate = vendor.hears();
        assertThat(truncate.path("type").asString()).isEqualTo("conversation.item.truncate");
        assertThat(truncate.path("item_id").asString()).isEqualTo("i");
        assertThat(truncate.path("audio_end_ms").asLong()).isEqualTo(420);
    }

    @Test
    void settingsThatAreRefusedAreNotTriedAgain() throws Exception {
        ready();
        vendor.say("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"event_id\":\"settings\"}}");
        assertThat(isLost().isPassing()).isFalse();
    }

    @Test
    void anErrorIsNoEnd() throws Exception {
        ready();
        vendor.say("{\"type\":\"error\",\"error\":{\"code\":\"input_audio_buffer_commit_empty\"}}");
        vendor.say(heard("Hello."));
        tells("heard Hello.");
        assertThat(lost).isEmpty();
    }

    @Test
    void aRefusedReplyAndAFailedOneAreFailures() throws Exception {
        ready();
        on(() -> leg.ask(2, "x"));
        vendor.hears();
        vendor.say("{\"type\":\"error\",\"error\":{\"code\":\"rate_limit_exceeded\"}}");
        tells("ended FAILED");
        vendor.say(began());
        tells("began null");
        vendor.say("{\"type\":\"response.done\",\"response\":{\"status\":\"failed\"}}");
        tells("ended FAILED");
    }

    @Test
    void aUsageWithoutItsPartsCountsAsSound() {
        assertThat(OpenAiUsage.of(Messages.MAPPER.readTree("{\"input_tokens\":9,\"output_tokens\":4}")))
                .isEqualTo(new RealtimeUsage(9, 0, 4, 0, 0, 0));
        assertThat(OpenAiUsage.of(Messages.MAPPER.readTree("{}"))).isEqualTo(RealtimeUsage.NONE);
    }

    @Test
    void aKeyThatIsRefusedOnTheSocketIsNotTriedAgain() throws Exception {
        calls(vendor.port());
        vendor.awaitConnected();
        vendor.say(
                "{\"type\":\"error\",\"error\":{\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key provided.\"}}");
        SpeechFailed why = isLost();
        assertThat(why.code()).isEqualTo("key-refused");
        assertThat(why.vendorWords()).isEqualTo("Incorrect API key provided.");
    }

    @Test
    void anAccountWithoutCreditIsNotAskedAgain() throws Exception {
        ready();
        vendor.say(began());
        tells("began null");
        vendor.say(
                "{\"type\":\"response.done\",\"response\":{\"status\":\"failed\",\"status_details\":{\"type\":\"failed\","
                        + "\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}}}");
        SpeechFailed why = isLost();
        assertThat(why.code()).isEqualTo("no-credit");
        assertThat(why.isPassing()).isFalse();
    }
}
