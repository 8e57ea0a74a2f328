package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
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
 * OpenAI's Realtime API as it became generally available, and whatever speaks like it. Its own turn-taking only cuts the
 * microphone into pieces and writes down what was said; it answers when it is asked, or by itself where that is the order.
 */
final class OpenAiVendor implements Vendor, VendorSocket.Told {

    private static final Logger log = LoggerFactory.getLogger(OpenAiVendor.class);

    static final String ID = RealtimeProviders.OPENAI;
    static final int UP_RATE = 24_000;

    private static final int BYTES_A_MS = UP_RATE * 2 / 1000;

    /** The pieces are put together to turns here, so a piece may end soon. */
    private static final int PIECE_ENDS_AFTER_MS = 500;

    private static final AppendFrame APPEND =
            new AppendFrame("{\"type\":\"input_audio_buffer.append\",\"audio\":\"", "\"}");
    private static final JsonGlance TYPE = new JsonGlance("type");
    private static final JsonGlance ITEM = new JsonGlance("item_id");
    private static final JsonGlance DELTA = new JsonGlance("delta");
    private static final byte[] AUDIO = "response.output_audio.delta".getBytes(StandardCharsets.US_ASCII);
    private static final String SETTINGS = "settings";
    private static final List<String> VOICES =
            List.of("cedar", "marin", "ash", "coral", "echo", "shimmer", "ballad", "sage", "verse", "alloy");

    private final RealtimeModel model;
    private final VendorCall call;
    private final Told told;
    private final VendorSocket socket;
    private final Fare fare;
    private final ArrayDeque<Integer> asked = new ArrayDeque<>();

    private long sentBytes;
    private boolean replying;
    private @Nullable String response;
    private @Nullable String item;

    OpenAiVendor(RealtimeModel model, VendorCall call, Loop loop, Told told) {
        this.model = model;
        this.fare = new Fare(model.use(), loop);
        this.call = call;
        this.told = told;
        socket = new VendorSocket(ID, loop, address(model), headers(model), APPEND, this);
    }

    void open(VendorDoor door) {
        socket.open(door, model.exit(), model.within());
    }

    private static URI address(RealtimeModel model) {
        String base = model.base().toString().replaceAll("/+$", "");
        String path = URI.create(base).getPath().isEmpty() ? "/v1/realtime" : "/realtime";
        return URI.create(base + path + "?model=" + URLEncoder.encode(model.model(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(RealtimeModel model) {
        return model.key().isEmpty()
                ? Map.of()
                : Map.of("Authorization", "Bearer " + model.key().value());
    }

    // ---- to the vendor

    @Override
    public long sentMs() {
        return sentBytes / BYTES_A_MS;
    }

    @Override
    public void audio(ByteBuf pcm) {
        sentBytes += pcm.readableBytes();
        socket.audio(pcm);
    }

    @Override
    public void commit(boolean answered) {
        send(Map.of("type", "input_audio_buffer.commit"));
        if (answered) {
            fare.ask(() -> send(Map.of("type", "response.create")));
        }
    }

    @Override
    public void ask(int turn, String instructions) {
        fare.ask(() -> {
            asked.add(turn);
            send(Map.of(
                    "type",
                    "response.create",
                    "response",
                    Map.of("instructions", instructions, "metadata", Map.of("turn", Integer.toString(turn)))));
        });
    }

    @Override
    public void instruct(String instructions) {
        send(Map.of("type", "session.update", "session", Map.of("type", "realtime", "instructions", instructions)));
    }

    @Override
    public void typed(String text) {
        remember(true, text);
        fare.ask(() -> send(Map.of("type", "response.create")));
    }

    @Override
    public void remember(boolean byPerson, String text) {
        send(Map.of(
                "type",
                "conversation.item.create",
                "item",
                Map.of("type", "message", "role", byPerson ? "user" : "assistant", "content", new Object[] {
                    Map.of("type", byPerson ? "input_text" : "output_text", "text", text)
                })));
    }

    @Override
    public void stop(long heardMs) {
        if (replying) {
            send(
                    response == null
                            ? Map.of("type", "response.cancel")
                            : Map.of("type", "response.cancel", "response_id", response));
        }
        if (item != null) {
            send(Map.of(
                    "type",
                    "conversation.item.truncate",
                    "item_id",
                    item,
                    "content_index",
                    0,
                    "audio_end_ms",
                    heardMs));
        }
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

    private void send(Map<String, ?> event) {
        socket.text(Messages.MAPPER.writeValueAsString(event));
    }

    private String transcriber() {
        String named = model.option(RealtimeProviders.TRANSCRIBER);
        return named.isBlank() ? RealtimeProviders.USUAL_TRANSCRIBER : named;
    }

    private void settle() {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("format", Map.of("type", "audio/pcm", "rate", UP_RATE));
        input.put("transcription", Map.of("model", transcriber(), "language", call.iso639()));
        input.put(
                "turn_detection",
                call.steered()
                        ? Map.of(
                                "type",
                                "server_vad",
                                "silence_duration_ms",
                                PIECE_ENDS_AFTER_MS,
                                "create_response",
                                false,
                                "interrupt_response",
                                false)
                        : Map.of(
                                "type",
                                "semantic_vad", // a silence alone would cut who pauses to think
                                "eagerness",
                                call.patienceMs() > TurnRules.SHORTEST_PATIENCE_MS ? "low" : "medium",
                                "create_response",
                                true,
                                "interrupt_response",
                                false));
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("format", Map.of("type", "audio/pcm", "rate", 24_000));
        output.put("voice", model.voice().isEmpty() ? call.among(VOICES) : model.voice());
        send(Map.of(
                "type",
                "session.update",
                "event_id",
                SETTINGS,
                "session",
                Map.of(
                        "type",
                        "realtime",
                        "output_modalities",
                        new String[] {"audio"},
                        "instructions",
                        call.instructions(),
                        "audio",
                        Map.of("input", input, "output", output))));
    }

    // ---- from the vendor

    @Override
    public void opened() {}

    @Override
    public void closed(SpeechFailed why) {
        lost(why);
    }

    @Override
    public void message(ByteBuf json) {
        int type = TYPE.find(json);
        if (type >= 0 && JsonGlance.is(json, type, JsonGlance.end(json, type), AUDIO)) {
            sound(json);
            return;
        }
        try (ByteBufInputStream in = new ByteBufInputStream(json.duplicate())) {
            event(Messages.MAPPER.readTree(in));
        } catch (JacksonException | java.io.IOException garbage) {
            log.warn("the vendor sent what is no JSON; left aside");
        }
    }

    private void sound(ByteBuf json) {
        if (item == null) {
            item = text(json, ITEM);
        }
        int from = DELTA.find(json);
        int to = from < 0 ? -1 : JsonGlance.end(json, from);
        byte[] pcm = to < 0 ? null : JsonGlance.bytes(json, from, to);
        if (pcm == null) {
            log.warn("the vendor sent sound that is none; left aside");
        } else if (replying) {
            told.audio(pcm, pcm.length & ~1);
        }
    }

    private static @Nullable String text(ByteBuf json, JsonGlance member) {
        int from = member.find(json);
        int to = from < 0 ? -1 : JsonGlance.end(json, from);
        return to < 0 ? null : json.toString(from, to - from, StandardCharsets.UTF_8);
    }

    private void event(JsonNode event) {
        switch (event.path("type").asString("")) {
            case "session.created" -> {
                settle();
                socket.settled();
                model.use().worked();
                fare.opens(() -> gone(SpeechFailed.lasting(ID, "budget-spent")));
                told.ready();
            }
            case "input_audio_buffer.speech_started" ->
                told.speechStarted(event.path("audio_start_ms").asLong(sentMs()));
            case "input_audio_buffer.speech_stopped" ->
                told.speechStopped(event.path("audio_end_ms").asLong(sentMs()));
            case "conversation.item.input_audio_transcription.delta" ->
                told.sofar(event.path("delta").asString(""));
            case "conversation.item.input_audio_transcription.completed" ->
                told.heard(event.path("transcript").asString(""));
            case "conversation.item.input_audio_transcription.failed" -> told.heard("");
            case "response.created" -> began(event.path("response"));
            case "response.output_audio_transcript.delta" -> {
                if (replying) {
                    told.words(event.path("delta").asString(""));
                }
            }
            case "response.done" -> done(event.path("response"));
            case "error" -> error(event.path("error"));
            default -> {} // new kinds come without notice
        }
    }

    private void began(JsonNode made) {
        fare.began();
        replying = true;
        item = null;
        response = made.path("id").isString() ? made.path("id").asString() : null;
        Integer ours = asked.poll();
        String turn = made.path("metadata").path("turn").asString("");
        told.replyBegan(turn.matches("\\d{1,6}") ? Integer.valueOf(turn) : ours);
    }

    private void done(JsonNode made) {
        if (!replying) {
            return;
        }
        replying = false;
        fare.took(OpenAiUsage.of(made.path("usage")), sentMs());
        JsonNode error = made.at("/status_details/error");
        SpeechFailed known = VendorWords.lasting(
                ID, error.path("code").asString(""), error.path("message").asString(""));
        if (known != null) {
            gone(known);
            return;
        }
        told.replyEnded(
                switch (made.path("status").asString("completed")) {
                    case "completed", "in_progress" -> End.WHOLE;
                    case "cancelled", "incomplete" -> End.CUT;
                    default -> End.FAILED;
                });
    }

    private void over() {
        fare.over(RealtimeUsage.NONE, sentMs());
    }

    /** It is of no use any more, though its socket still stands. */
    private void gone(SpeechFailed why) {
        socket.close();
        lost(why);
    }

    private void lost(SpeechFailed why) {
        over();
        model.use().failed(why);
        told.lost(why);
    }

    private void error(JsonNode error) {
        String code = error.path("code").asString(error.path("type").asString(""));
        log.warn("the vendor reports {}", code.replaceAll("[^A-Za-z0-9_.-]", "?"));
        String words = error.path("message").asString("");
        SpeechFailed known = VendorWords.lasting(ID, code, words);
        if (known != null) {
            gone(known);
        } else if (error.path("event_id").asString("").equals(SETTINGS)) {
            gone(SpeechFailed.lasting(ID, "request-refused").saying(words));
        } else if (code.equals("session_expired")) {
            told.leaving();
        } else if (!asked.isEmpty() && !replying && !code.startsWith("input_audio_buffer")) {
            asked.poll(); // it will not say what it was asked for
            fare.dropped();
            fare.took(RealtimeUsage.NONE, sentMs());
            told.replyEnded(End.FAILED);
        }
    }
}
