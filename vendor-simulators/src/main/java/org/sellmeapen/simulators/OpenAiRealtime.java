package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's Realtime socket: it hears speech by its level, and hums what it is told to say, or a greeting. */
final class OpenAiRealtime implements SoundVendor {

    private static final int RATE = 24_000;

    @Override
    public String id() {
        return "openai-realtime";
    }

    @Override
    public String keyOf(Request request) {
        return SoundVendors.bearer(request);
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        boolean socket = request.path().equals("/v1/realtime") || request.path().equals("/realtime");
        if (!request.method().equals("GET") || !socket) {
            return null;
        }
        if (!request.query().matches("model=[^&]+")) {
            desk.fault("the query names a model and nothing else");
        }
        if (!request.header("openai-beta").isEmpty()) {
            desk.fault("that header is of the beta");
        }
        return new Work.Live((talk, reply, how) -> new Session(talk, reply, how, desk).run());
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode error = Frames.object();
        error.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .putNull("param")
                .put("code", status == 401 ? "invalid_api_key" : "error");
        return error.toString();
    }

    private static final class Session {
        private final Talk talk;
        private final Reply reply;
        private final Supplier<Manner> manner;
        private final Desk desk;
        private final Mouthpiece ears = new Mouthpiece(RATE);
        private boolean answers = true;
        private int number;
        private int paidMs;

        Session(Talk talk, Reply reply, Supplier<Manner> manner, Desk desk) {
            this.talk = talk;
            this.reply = reply;
            this.manner = manner;
            this.desk = desk;
        }

        private ObjectNode event(String type) {
            return Frames.object().put("event_id", "event_" + number++).put("type", type);
        }

        void run() throws IOException {
            if (manner.get() == Manner.HANG) {
                desk.hangs();
                talk.next();
                return;
            }
            ObjectNode created = event("session.created");
            created.putObject("session").put("type", "realtime").put("id", "sess_1");
            talk.say(created.toString());
            while (true) {
                Talk.Message message = talk.next();
                if (message.kind() != 1) {
                    desk.goodbye();
                    return;
                }
                JsonNode said = Frames.JSON.readTree(message.bytes());
                String type = said.path("type").asString("");
                desk.check(type, said);
                desk.text(type);
                if (!takes(type, said)) {
                    return;
                }
            }
        }

        /** @return false where that was the end */
        private boolean takes(String type, JsonNode said) throws IOException {
            switch (type) {
                case "session.update" -> {
                    JsonNode detection = said.at("/session/audio/input/turn_detection");
                    answers = detection.path("create_response").asBoolean(answers);
                    ObjectNode updated = event("session.updated");
                    updated.set("session", said.path("session"));
                    talk.say(updated.toString());
                }
                case "input_audio_buffer.append" -> hears(said.path("audio").asString(""));
                case "input_audio_buffer.commit" -> {
                    int ms = ears.over();
                    if (ms > 0) {
                        heard(ms);
                    }
                }
                case "response.create" -> {
                    return speaks(
                            Mouthpiece.obeying(said.at("/response/instructions").asString("")),
                            said.at("/response/metadata"));
                }
                default -> {} // remembered, cut short, cancelled: there is nothing to answer
            }
            return true;
        }

        private void hears(String base64) throws IOException {
            byte[] pcm = Base64.getDecoder().decode(base64);
            if (pcm.length == 0 || pcm.length % 2 != 0) {
                desk.fault("a message ends inside a sample");
            }
            boolean before = ears.isHearing();
            int ms = ears.hears(pcm);
            if (!before && ears.isHearing()) {
                talk.say(event("input_audio_buffer.speech_started")
                        .put("audio_start_ms", ears.ms())
                        .put("item_id", "item_" + number)
                        .toString());
            }
            if (ms > 0) {
                talk.say(event("input_audio_buffer.speech_stopped")
                        .put("audio_end_ms", ears.ms())
                        .put("item_id", "item_" + number)
                        .toString());
                heard(ms);
                if (answers) {
                    speaks("Good morning to you.", Frames.object());
                }
            }
        }

        private void heard(int ms) throws IOException {
            talk.say(event("conversation.item.input_audio_transcription.completed")
                    .put("item_id", "item_" + number)
                    .put("content_index", 0)
                    .put("transcript", desk.understood(ms))
                    .toString());
        }

        private boolean speaks(String words, JsonNode metadata) throws IOException {
            String id = "resp_" + number;
            if (manner.get() == Manner.REFUSAL) {
                ObjectNode refused = event("response.done");
                ObjectNode response =
                        refused.putObject("response").put("id", id).put("status", "failed");
                response.putObject("status_details")
                        .put("type", "failed")
                        .putObject("error")
                        .put("type", "insufficient_quota")
                        .put("code", "insufficient_quota")
                        .put("message", "You exceeded your current quota, please check your plan and billing details.");
                talk.say(began(id, metadata).toString());
                talk.say(refused.toString());
                return true;
            }
            talk.say(began(id, metadata).toString());
            if (manner.get() == Manner.NOISY) {
                talk.ping();
                talk.say(event("rate_limits.updated").toString());
                talk.say(event("something.quite.new").toString());
            }
            talk.say(event("response.output_audio_transcript.delta")
                    .put("response_id", id)
                    .put("item_id", "item_" + id)
                    .put("delta", words)
                    .toString());
            byte[] sound = Hum.samples(words, RATE);
            for (int at = 0; at < sound.length; at += 9_600) {
                if (manner.get() == Manner.CUT && at > 0) {
                    reply.cut();
                    return false;
                }
                byte[] piece = java.util.Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 9_600));
                talk.say(event("response.output_audio.delta")
                        .put("response_id", id)
                        .put("item_id", "item_" + id)
                        .put("delta", Base64.getEncoder().encodeToString(piece))
                        .toString());
            }
            ObjectNode done = event("response.done");
            ObjectNode response = done.putObject("response").put("id", id).put("status", "completed");
            usage(response.putObject("usage"), sound.length / 2 * 1_000L / RATE);
            talk.say(done.toString());
            return true;
        }

        private ObjectNode began(String id, JsonNode metadata) {
            ObjectNode began = event("response.created");
            ObjectNode response = began.putObject("response").put("id", id).put("status", "in_progress");
            response.set("metadata", metadata);
            return began;
        }

        /** A token for a tenth of a second that was heard, and for a twentieth that is spoken. */
        private void usage(ObjectNode usage, long spokenMs) {
            int heard = (ears.ms() - paidMs) / 100;
            paidMs = ears.ms();
            long spoken = spokenMs / 50;
            usage.put("total_tokens", 50 + heard + 10 + spoken)
                    .put("input_tokens", 50 + heard)
                    .put("output_tokens", 10 + spoken);
            usage.putObject("input_token_details")
                    .put("text_tokens", 50)
                    .put("audio_tokens", heard)
                    .put("cached_tokens", 0);
            usage.putObject("output_token_details").put("text_tokens", 10).put("audio_tokens", spoken);
        }
    }
}
