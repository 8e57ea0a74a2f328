package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** AssemblyAI's third streaming socket. */
final class AssemblyAiSound implements SoundVendor {

    @Override
    public String id() {
        return "assemblyai";
    }

    @Override
    public String keyOf(Request request) {
        return request.header("authorization");
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        if (!(request.method() + request.path()).equals("GET/v3/ws")) {
            return null;
        }
        desk.checkQuery("live-query", request);
        int rate = Integer.parseInt(request.query().replaceFirst(".*sample_rate=(\\d+).*", "$1"));
        return new Work.Live((talk, reply, how) -> new Session(talk, reply, how, desk, rate).run());
    }

    @Override
    public String refusal(int status, String message) {
        return Frames.object().put("error", message).toString();
    }

    private static final class Session {
        private final Talk talk;
        private final Reply reply;
        private final Supplier<Manner> manner;
        private final Desk desk;
        private final int rate;
        private long bytes;
        private int turn;
        private int turnMs;
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
            talk.say("{\"type\":\"Begin\",\"id\":\"de5d9927-73a6-4be8-b52d-b4c07be37e6b\",\"expires_at\":1796000000}");
            while (true) {
                Talk.Message message = talk.next();
                switch (message.kind()) {
                    case 1 -> {
                        JsonNode said = Frames.JSON.readTree(message.bytes());
                        String type = said.path("type").asString("");
                        desk.check(type, said);
                        desk.text(type);
                        if (type.equals("Terminate")) {
                            desk.goodbye();
                            talk.say("{\"type\":\"Termination\",\"audio_duration_seconds\":" + ms() / 1_000
                                    + ",\"session_duration_seconds\":9}");
                            talk.close(1_000, "");
                        } else if (type.equals("ForceEndpoint") && end()) {
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
            long length = sound.length * 1_000L / (2L * rate);
            if (sound.length % 2 != 0 || length < 50 || length > 1_000) {
                desk.fault("Input Duration Violation: " + length + " ms. Expected between 50 and 1000 ms");
            }
            bytes += sound.length;
            if (ms() - supposedMs >= 500) {
                supposedMs = ms();
                if (manner.get() == Manner.NOISY) {
                    talk.ping();
                    talk.say("{\"type\":\"SpeakerRevision\",\"revisions\":[]}");
                }
                turn("good", false, false);
            }
        }

        /** @return whether that is the end */
        private boolean end() throws IOException {
            switch (manner.get()) {
                case HANG -> desk.hangs();
                case ERROR -> talk.say("{\"error\":\"The server had an error.\"}");
                case CUT -> {
                    reply.cut();
                    return true;
                }
                case SHORT -> talk.close(3_005, "Server error");
                case GARBAGE -> talk.say("\0\1 no JSON }{");
                case TRUNCATED -> talk.say("{\"type\":\"Turn\",\"transcr");
                default -> {
                    if (ms() > turnMs) { // a turn in which nothing was sent is not answered
                        String text = desk.understood(ms() - turnMs);
                        turn(text, true, false);
                        turn(text, true, true);
                        turn++;
                        turnMs = ms();
                        supposedMs = ms();
                    }
                }
            }
            return false;
        }

        private void turn(String text, boolean last, boolean formatted) throws IOException {
            ObjectNode said = Frames.object()
                    .put("type", "Turn")
                    .put("turn_order", turn)
                    .put("turn_is_formatted", formatted)
                    .put("end_of_turn", last)
                    .put("transcript", last ? text : "")
                    .put("end_of_turn_confidence", last ? 1.0 : 0.1);
            ArrayNode words = said.putArray("words");
            Hum.spread(text, turnMs, ms())
                    .forEach(word -> words.addObject()
                            .put("text", word.text())
                            .put("start", word.startMs())
                            .put("end", word.endMs())
                            .put("confidence", 0.97)
                            .put("word_is_final", last));
            talk.say(said.toString());
        }
    }
}
