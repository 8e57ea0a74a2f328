package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deepgram: a live socket, files, and Aura. */
final class DeepgramSound implements SoundVendor {

    private static final int MOST_CHARACTERS = 2_000;

    @Override
    public String id() {
        return "deepgram";
    }

    @Override
    public String keyOf(Request request) {
        String said = request.header("authorization");
        return said.startsWith("Token ") ? said.substring(6) : "";
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/speak" -> speech(request, desk);
            case "POST /v1/listen" -> file(request, desk);
            case "GET /v1/listen" -> {
                desk.checkQuery("live-query", request);
                if (!request.query().contains("encoding=linear16")) {
                    desk.fault("raw sound needs its encoding");
                }
                int rate = Integer.parseInt(request.query().replaceFirst(".*sample_rate=(\\d+).*", "$1"));
                yield new Work.Live((talk, reply, how) -> new Session(talk, reply, how, desk, rate).run());
            }
            default -> null;
        };
    }

    private static Work speech(Request request, Desk desk) {
        JsonNode body = Frames.JSON.readTree(request.body());
        desk.check("speak", body);
        desk.checkQuery("speak-query", request);
        String text = body.path("text").asString("");
        desk.text(text);
        if (text.length() > MOST_CHARACTERS) {
            desk.fault("Text length exceeds maximum of " + MOST_CHARACTERS);
        }
        if (!request.query().contains("encoding=linear16") || !request.query().contains("container=none")) {
            desk.fault("plain samples are asked for");
        }
        return new Work.Pieces("audio/l16;rate=24000", Hum.pieces(Hum.samples(text, 24_000)), new byte[0]);
    }

    private static Work file(Request request, Desk desk) {
        desk.checkQuery("file-query", request);
        int ms = Hum.msOfWav(request.body());
        ObjectNode answer = Frames.object();
        answer.putObject("metadata").put("duration", ms / 1_000.0);
        answer.putObject("results")
                .putArray("channels")
                .addObject()
                .putArray("alternatives")
                .add(alternative(desk.understood(ms), 0, ms));
        return new Work.Whole(answer);
    }

    private static ObjectNode alternative(String text, int fromMs, int toMs) {
        ObjectNode alternative = Frames.object().put("transcript", text).put("confidence", text.isEmpty() ? 0 : 0.99);
        ArrayNode words = alternative.putArray("words");
        Hum.spread(text, fromMs, toMs)
                .forEach(word -> words.addObject()
                        .put("word", word.text())
                        .put("start", word.startMs() / 1_000.0)
                        .put("end", word.endMs() / 1_000.0)
                        .put("confidence", 0.98)
                        .put("punctuated_word", word.text()));
        return alternative;
    }

    @Override
    public String refusal(int status, String message) {
        return Frames.object()
                .put("err_code", status == 401 ? "INVALID_AUTH" : "ERROR")
                .put("err_msg", message)
                .put("message", message)
                .put("request_id", "0")
                .toString();
    }

    private static final class Session {
        private final Talk talk;
        private final Reply reply;
        private final Supplier<Manner> manner;
        private final Desk desk;
        private final int rate;
        private long bytes;
        private int finalMs;
        private int supposedMs;

        Session(Talk talk, Reply reply, Supplier<Manner> manner, Desk desk, int rate) {
            this.talk = talk;
            this.reply = reply;
            this.manner = manner;
            this.desk = desk;
            this.rate = rate;
        }

        private int ms() {
            return (int) (bytes * 1_000 / (2L * rate));
        }

        void run() throws IOException {
            while (true) {
                Talk.Message message = talk.next();
                switch (message.kind()) {
                    case 1 -> {
                        JsonNode said = Frames.JSON.readTree(message.bytes());
                        String type = said.path("type").asString("");
                        desk.check(type, said);
                        desk.text(type);
                        if (type.equals("CloseStream")) {
                            desk.goodbye();
                            talk.say(Frames.object()
                                    .put("type", "Metadata")
                                    .put("duration", ms() / 1_000.0)
                                    .toString());
                            talk.close(1_000, "");
                        } else if (type.equals("Finalize") && settled()) {
                            return;
                        }
                    }
                    case 2 -> heard(message.bytes());
                    default -> {
                        return;
                    }
                }
            }
        }

        private void heard(byte[] sound) throws IOException {
            if (sound.length % 2 != 0 || sound.length == 0) {
                desk.fault("a message ends inside a sample");
            }
            bytes += sound.length;
            if (ms() - supposedMs >= 500) {
                supposedMs = ms();
                if (manner.get() == Manner.NOISY) {
                    talk.ping();
                    talk.say("{\"type\":\"SpeechStarted\",\"channel\":[0],\"timestamp\":0.1}");
                    talk.say("{\"type\":\"NeverHeardOf\",\"content\":[]}");
                }
                results("good", false, false);
            }
        }

        /** @return whether that is the end */
        private boolean settled() throws IOException {
            switch (manner.get()) {
                case HANG -> {
                    desk.hangs();
                    return false;
                }
                case ERROR ->
                    talk.say("{\"type\":\"Error\",\"description\":\"no more\",\"message\":\"The server had an"
                            + " error.\",\"variant\":\"INTERNAL_SERVER_ERROR\"}");
                case CUT -> {
                    reply.cut();
                    return true;
                }
                case SHORT -> {
                    talk.close(1_011, "NET-0001");
                    return false;
                }
                case GARBAGE -> talk.say("\0\1 no JSON }{");
                case TRUNCATED -> talk.say("{\"type\":\"Results\",\"channel\":{\"alt");
                default -> {
                    results(desk.understood(ms() - finalMs), true, true);
                    finalMs = ms();
                    supposedMs = ms();
                }
            }
            return false;
        }

        private void results(String text, boolean last, boolean asked) throws IOException {
            ObjectNode results = Frames.object()
                    .put("type", "Results")
                    .put("start", finalMs / 1_000.0)
                    .put("duration", (ms() - finalMs) / 1_000.0)
                    .put("is_final", last)
                    .put("speech_final", last)
                    .put("from_finalize", asked);
            results.putArray("channel_index").add(0).add(1);
            results.putObject("channel").putArray("alternatives").add(alternative(text, finalMs, ms()));
            if (manner.get() == Manner.NOISY) {
                results.putObject("metadata").put("unheard_of", true);
            }
            talk.say(results.toString());
        }
    }
}
