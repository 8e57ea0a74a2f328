package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's Live socket: always answers by itself, and hums what it is told to say, or a greeting. */
final class GeminiLive implements SoundVendor {

    private static final String PATH = "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent";
    private static final int DOWN_RATE = 24_000;

    @Override
    public String id() {
        return "gemini-live";
    }

    @Override
    public String keyOf(Request request) {
        return request.header("x-goog-api-key");
    }

    @Override
    public int strangerStatus() {
        return 400;
    }

    @Override
    public String strangerWords(String key) {
        return "API key not valid. Please pass a valid API key.";
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        return request.method().equals("GET") && request.path().equals(PATH)
                ? new Work.Live((talk, reply, how) -> new Session(talk, reply, how, desk).run())
                : null;
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode error = Frames.object();
        error.putObject("error")
                .put("code", status)
                .put("message", message)
                .put("status", status == 400 ? "INVALID_ARGUMENT" : "UNKNOWN");
        return error.toString();
    }

    private static final class Session {
        private final Talk talk;
        private final Reply reply;
        private final Supplier<Manner> manner;
        private final Desk desk;
        private Mouthpiece ears = new Mouthpiece(16_000);
        private boolean begun;

        Session(Talk talk, Reply reply, Supplier<Manner> manner, Desk desk) {
            this.talk = talk;
            this.reply = reply;
            this.manner = manner;
            this.desk = desk;
        }

        void run() throws IOException {
            while (true) {
                Talk.Message message = talk.next();
                if (message.kind() != 1) {
                    desk.goodbye();
                    return;
                }
                JsonNode said = Frames.JSON.readTree(message.bytes());
                String kind = said.propertyNames().iterator().next();
                desk.check(kind, said.path(kind));
                desk.text(kind);
                if (!begun && !kind.equals("setup")) {
                    desk.fault("nothing may come before the setup");
                }
                if (!takes(kind, said.path(kind))) {
                    return;
                }
            }
        }

        /** @return false where that was the end */
        private boolean takes(String kind, JsonNode said) throws IOException {
            switch (kind) {
                case "setup" -> {
                    begun = true;
                    if (manner.get() == Manner.HANG) {
                        desk.hangs();
                    } else {
                        talk.say("{\"setupComplete\":{}}");
                    }
                }
                case "clientContent" -> {
                    if (said.path("turnComplete").asBoolean(false)) {
                        JsonNode last =
                                said.path("turns").path(said.path("turns").size() - 1);
                        return speaks(
                                Mouthpiece.obeying(last.at("/parts/0/text").asString("")));
                    }
                }
                case "realtimeInput" -> {
                    int ms = said.has("audio") ? hears(said.path("audio")) : ears.over();
                    if (ms > 0) {
                        ObjectNode heard = Frames.object();
                        heard.putObject("serverContent")
                                .putObject("inputTranscription")
                                .put("text", desk.understood(ms));
                        talk.say(heard.toString());
                        return speaks("Good morning to you.");
                    }
                }
                default -> {}
            }
            return true;
        }

        private int hears(JsonNode audio) {
            String type = audio.path("mimeType").asString("");
            int rate = Integer.parseInt(type.replaceFirst("^audio/pcm;rate=(\\d+)$", "$1"));
            if (ears.ms() == 0) {
                ears = new Mouthpiece(rate);
            }
            byte[] pcm = Base64.getDecoder().decode(audio.path("data").asString(""));
            if (pcm.length == 0 || pcm.length % 2 != 0) {
                desk.fault("a message ends inside a sample");
            }
            return ears.hears(pcm);
        }

        private boolean speaks(String words) throws IOException {
            ObjectNode wording = Frames.object();
            wording.putObject("serverContent").putObject("outputTranscription").put("text", words);
            talk.say(wording.toString());
            byte[] sound = Hum.samples(words, DOWN_RATE);
            for (int at = 0; at < sound.length; at += 9_600) {
                if (manner.get() == Manner.CUT && at > 0) {
                    reply.cut();
                    return false;
                }
                byte[] piece = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 9_600));
                ObjectNode audio = Frames.object();
                audio.putObject("serverContent")
                        .putObject("modelTurn")
                        .putArray("parts")
                        .addObject()
                        .putObject("inlineData")
                        .put("mimeType", "audio/pcm;rate=" + DOWN_RATE)
                        .put("data", Base64.getEncoder().encodeToString(piece));
                talk.say(audio.toString());
            }
            ObjectNode end = Frames.object();
            end.putObject("serverContent").put("turnComplete", true);
            long spoken = sound.length / 2 * 1_000L / DOWN_RATE / 40;
            ObjectNode usage =
                    end.putObject("usageMetadata").put("promptTokenCount", 150).put("responseTokenCount", spoken);
            usage.putArray("promptTokensDetails")
                    .add(Frames.object().put("modality", "TEXT").put("tokenCount", 50))
                    .add(Frames.object().put("modality", "AUDIO").put("tokenCount", 100));
            usage.putArray("responseTokensDetails")
                    .add(Frames.object().put("modality", "AUDIO").put("tokenCount", spoken));
            talk.say(end.toString());
            return true;
        }
    }
}
