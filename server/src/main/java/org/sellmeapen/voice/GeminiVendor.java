package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Gemini's Live API. It cannot be kept from answering by itself, and its instructions are fixed when it is called; so the
 * mind steers it by what is added to the conversation, one turn late.
 */
final class GeminiVendor implements Vendor, VendorSocket.Told {

    private static final Logger log = LoggerFactory.getLogger(GeminiVendor.class);

    static final String ID = RealtimeProviders.GEMINI;

    /** What it takes as it is; another rate it would resample. */
    static final int UP_RATE = 16_000;

    private static final String PATH = "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent";
    private static final AppendFrame APPEND = append(UP_RATE);
    private static final AppendFrame APPEND_24 = append(24_000);

    private static final List<String> VOICES =
            List.of("Puck", "Kore", "Charon", "Aoede", "Fenrir", "Leda", "Orus", "Zephyr", "Iapetus", "Despina");

    private final RealtimeModel model;
    private final VendorCall call;
    private final Told told;
    private final VendorSocket socket;
    private final Fare fare;
    private final StringBuilder said = new StringBuilder();

    private final int bytesAMs;
    private RealtimeUsage usage = RealtimeUsage.NONE;
    private long sentBytes;
    private boolean speaking;
    private boolean replying;
    private boolean muted;
    private @Nullable Integer asked;

    GeminiVendor(RealtimeModel model, VendorCall call, Loop loop, Told told) {
        this.model = model;
        this.fare = new Fare(model.use(), loop);
        this.call = call;
        this.told = told;
        bytesAMs = call.upRate() * 2 / 1000;
        URI address = URI.create(model.base().toString().replaceAll("/+$", "") + PATH);
        Map<String, String> headers = model.key().isEmpty()
                ? Map.of()
                : Map.of("x-goog-api-key", model.key().value());
        AppendFrame append = call.upRate() == UP_RATE ? APPEND : APPEND_24;
        socket = new VendorSocket(ID, loop, address, headers, append, this);
    }

    private static AppendFrame append(int rate) {
        return new AppendFrame(
                "{\"realtimeInput\":{\"audio\":{\"mimeType\":\"audio/pcm;rate=" + rate + "\",\"data\":\"", "\"}}}");
    }

    void open(VendorDoor door) {
        socket.open(door, model.exit(), model.within());
    }

    // ---- to the vendor

    @Override
    public long sentMs() {
        return sentBytes / bytesAMs;
    }

    @Override
    public void audio(ByteBuf pcm) {
        sentBytes += pcm.readableBytes();
        socket.audio(pcm);
    }

    @Override
    public void commit(boolean answered) {
        send(Map.of("realtimeInput", Map.of("audioStreamEnd", true)));
    }

    @Override
    public void ask(int turn, String instructions) {
        fare.ask(() -> {
            asked = turn;
            muted = false;
            content(true, instructions, true);
        });
    }

    @Override
    public void instruct(String instructions) {
        content(true, instructions, false);
    }

    @Override
    public void typed(String text) {
        fare.ask(() -> content(true, text, true));
    }

    @Override
    public void remember(boolean byPerson, String text) {
        content(byPerson, text, false);
    }

    /** It knows no cancelling: what it still sends is dropped here. */
    @Override
    public void stop(long heardMs) {
        muted = replying;
    }

    @Override
    public void flow(boolean on) {
        socket.flow(on);
    }

    @Override
    public void close() {
        over();
        socket.close();
    }

    private void content(boolean byPerson, String text, boolean complete) {
        send(Map.of(
                "clientContent",
                Map.of(
                        "turns",
                        List.of(Map.of("role", byPerson ? "user" : "model", "parts", List.of(Map.of("text", text)))),
                        "turnComplete",
                        complete)));
    }

    private void send(Map<String, ?> message) {
        socket.text(Messages.MAPPER.writeValueAsString(message));
    }

    // ---- from the vendor

    @Override
    public void opened() {
        Map<String, Object> setup = new LinkedHashMap<>();
        String named = model.model();
        setup.put("model", named.startsWith("models/") ? named : "models/" + named);
        setup.put(
                "generationConfig",
                Map.of(
                        "responseModalities",
                        List.of("AUDIO"),
                        "speechConfig",
                        Map.of(
                                "voiceConfig",
                                Map.of(
                                        "prebuiltVoiceConfig",
                                        Map.of(
                                                "voiceName",
                                                model.voice().isEmpty() ? call.among(VOICES) : model.voice())))));
        setup.put("systemInstruction", Map.of("parts", List.of(Map.of("text", call.instructions()))));
        setup.put(
                "realtimeInputConfig",
                Map.of(
                        "automaticActivityDetection",
                        Map.of("silenceDurationMs", call.patienceMs()),
                        "activityHandling",
                        "NO_INTERRUPTION"));
        setup.put("inputAudioTranscription", Map.of());
        setup.put("outputAudioTranscription", Map.of());
        send(Map.of("setup", setup));
    }

    @Override
    public void closed(SpeechFailed why) {
        lost(why);
    }

    /** Sound lies deep in a message, so the tokens are walked over and only its base64 is taken as it lies there. */
    @Override
    public void message(ByteBuf json) {
        int data = GeminiSound.find(json);
        if (data >= 0) {
            int to = JsonGlance.end(json, data);
            byte[] pcm = to < 0 ? null : JsonGlance.bytes(json, data, to);
            if (pcm == null) {
                log.warn("the vendor sent sound that is none; left aside");
            } else {
                begin();
                if (!muted) {
                    told.audio(pcm, pcm.length & ~1);
                }
            }
            if (to < 0 || GeminiSound.onlySound(json, data, to)) {
                return;
            }
        }
        try (ByteBufInputStream in = new ByteBufInputStream(json.duplicate())) {
            read(Messages.MAPPER.readTree(in));
        } catch (JacksonException | java.io.IOException garbage) {
            log.warn("the vendor sent what is no JSON; left aside");
        }
    }

    private void read(JsonNode message) {
        if (message.has("setupComplete")) {
            socket.settled();
            model.use().worked();
            fare.opens(() -> {
                socket.close();
                lost(SpeechFailed.lasting(ID, "budget-spent"));
            });
            told.ready();
        }
        if (message.has("usageMetadata")) {
            usage = GeminiUsage.of(message.path("usageMetadata")); // a later one of the same answer holds the earlier
        }
        if (message.has("goAway")) {
            told.leaving();
        }
        JsonNode content = message.path("serverContent");
        String heard = content.path("inputTranscription").path("text").asString("");
        if (!heard.isEmpty()) {
            hear(heard);
        }
        String words = content.path("outputTranscription").path("text").asString("");
        if (!words.isEmpty()) {
            begin();
            if (!muted) {
                told.words(words);
            }
        }
        if (content.path("interrupted").asBoolean(false)) {
            ended(End.CUT);
        } else if (content.path("turnComplete").asBoolean(false)) {
            ended(End.WHOLE);
        }
    }

    private void hear(String more) {
        if (!speaking) {
            speaking = true;
            told.speechStarted(sentMs());
        }
        said.append(more);
        told.sofar(more);
    }

    /** The reply begins: what was heard until now is a turn. */
    private void begin() {
        if (replying) {
            return;
        }
        replying = true;
        fare.began();
        settleSpeech();
        Integer turn = asked;
        asked = null;
        told.replyBegan(turn);
    }

    private void settleSpeech() {
        if (speaking) {
            speaking = false;
            String text = said.toString().strip();
            said.setLength(0);
            told.speechStopped(sentMs());
            told.heard(text);
        }
    }

    private void ended(End how) {
        fare.took(usage, sentMs());
        usage = RealtimeUsage.NONE;
        settleSpeech();
        if (replying) {
            replying = false;
            boolean dropped = muted;
            muted = false;
            if (!dropped) {
                told.replyEnded(how);
            }
        } else if (asked != null) {
            asked = null;
            fare.dropped();
            told.replyEnded(End.FAILED);
        }
    }

    private void over() {
        fare.over(usage, sentMs());
        usage = RealtimeUsage.NONE;
    }

    private void lost(SpeechFailed why) {
        over();
        model.use().failed(why);
        told.lost(why);
    }
}
