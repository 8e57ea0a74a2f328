package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.Base64;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ElevenLabs' realtime Scribe, committed to by hand: sound comes in words, and what is committed is told twice. */
final class ScribeSocket {

    private static final int LEAST_COMMITTED_MS = 300;

    private final Talk talk;
    private final Reply reply;
    private final Supplier<Manner> manner;
    private final SoundVendor.Desk desk;
    private final int rate;
    private long bytes;
    private int committedMs;
    private int supposedMs;

    private ScribeSocket(Talk talk, Reply reply, Supplier<Manner> manner, SoundVendor.Desk desk, int rate) {
        this.talk = talk;
        this.reply = reply;
        this.manner = manner;
        this.desk = desk;
        this.rate = rate;
    }

    static Work work(Request request, SoundVendor.Desk desk) {
        desk.checkQuery("live-query", request);
        String format = request.query().replaceFirst(".*audio_format=pcm_(\\d+).*", "$1");
        if (!format.matches("8000|16000|22050|24000|44100|48000")) {
            desk.fault("no such format of sound");
            format = "16000";
        }
        if (!request.query().contains("commit_strategy=manual")
                || !request.query().contains("include_timestamps=true")) {
            desk.fault("by hand and with times is all that is played here");
        }
        int rate = Integer.parseInt(format);
        return new Work.Live((talk, reply, how) -> new ScribeSocket(talk, reply, how, desk, rate).run());
    }

    private int ms() {
        return (int) (bytes * 1_000 / (2L * rate));
    }

    private void run() throws IOException {
        ObjectNode started = said("session_started").put("session_id", "0");
        started.putObject("config").put("sample_rate", rate).put("commit_strategy", "manual");
        talk.say(started.toString());
        while (true) {
            Talk.Message message = talk.next();
            switch (message.kind()) {
                case 1 -> {
                    if (chunk(Frames.JSON.readTree(message.bytes()))) {
                        return;
                    }
                }
                case 2 -> desk.fault("sound comes in words here");
                default -> {
                    desk.goodbye();
                    talk.close(1_000, "");
                    return;
                }
            }
        }
    }

    /** @return whether that is the end */
    private boolean chunk(JsonNode said) throws IOException {
        String type = said.path("message_type").asString("");
        desk.check(type, said);
        desk.text(type);
        if (said.path("sample_rate").asInt() != rate) {
            desk.fault("another rate than was agreed on");
        }
        byte[] sound = Base64.getDecoder().decode(said.path("audio_base_64").asString(""));
        if (sound.length % 2 != 0) {
            desk.fault("a message ends inside a sample");
        }
        bytes += sound.length;
        if (ms() - supposedMs >= 500) {
            supposedMs = ms();
            if (manner.get() == Manner.NOISY) {
                talk.ping();
                talk.say(said("warning").put("warning", "nothing to mind").toString());
                talk.say("{\"message_type\":\"never_heard_of\",\"content\":[]}");
            }
            talk.say(said("partial_transcript").put("text", "good").toString());
        }
        return said.path("commit").asBoolean() && committed();
    }

    private boolean committed() throws IOException {
        if (ms() - committedMs < LEAST_COMMITTED_MS) {
            talk.say(said("commit_throttled")
                    .put("error", "Commit request ignored: only " + (ms() - committedMs) + " ms of uncommitted audio.")
                    .toString());
            talk.close(1_000, "commit_throttled");
            return false;
        }
        switch (manner.get()) {
            case HANG -> { // before the times
                talk.say(said("committed_transcript")
                        .put("text", desk.understood(ms() - committedMs))
                        .toString());
                desk.hangs();
            }
            case ERROR ->
                talk.say(said("transcriber_error")
                        .put("error", "The server had an error.")
                        .toString());
            case CUT -> {
                reply.cut();
                return true;
            }
            case SHORT -> talk.close(1_011, "server error");
            case GARBAGE -> talk.say("\0\1 no JSON }{");
            case TRUNCATED -> talk.say("{\"message_type\":\"committed_transcript_wi");
            default -> {
                String text = desk.understood(ms() - committedMs);
                String plain = said("committed_transcript").put("text", text).toString();
                // In which order they come is nowhere promised.
                if (manner.get() == Manner.NOISY) {
                    talk.say(timed(text));
                    talk.say(plain);
                } else {
                    talk.say(plain);
                    talk.say(timed(text));
                }
                committedMs = ms();
                supposedMs = ms();
            }
        }
        return false;
    }

    private String timed(String text) {
        ObjectNode timed = said("committed_transcript_with_timestamps").put("text", text);
        ArrayNode words = timed.putArray("words");
        Hum.spread(text, committedMs, ms()).forEach(word -> {
            words.addObject()
                    .put("text", word.text())
                    .put("start", word.startMs() / 1_000.0)
                    .put("end", word.endMs() / 1_000.0)
                    .put("type", "word")
                    .put("logprob", -0.02);
            words.addObject()
                    .put("text", " ")
                    .put("start", word.endMs() / 1_000.0)
                    .put("end", word.endMs() / 1_000.0)
                    .put("type", "spacing");
        });
        return timed.toString();
    }

    private static ObjectNode said(String type) {
        return Frames.object().put("message_type", type);
    }
}
