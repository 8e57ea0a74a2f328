package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Amazon Polly: samples at 16 kHz, and marks counted in bytes. */
final class PollySound implements SoundVendor {

    private static final String ACCESS = "SIMULATEDACCESS00001";
    private static final String SECRET = "simulated/secret+0123456789";
    private static final int MOST = 3_000;

    @Override
    public String id() {
        return "polly";
    }

    @Override
    public String key() {
        return ACCESS + ":" + SECRET;
    }

    @Override
    public String keyOf(Request request) {
        return switch (Signed.check(request, ACCESS, SECRET, "polly")) {
            case GOOD -> ACCESS;
            case MISSING -> "";
            case UNKNOWN -> "wrong";
            case FALSE -> "wrong signature";
        };
    }

    @Override
    public int strangerStatus() {
        return 403;
    }

    @Override
    public String strangerWords(String key) {
        return key.equals("wrong signature")
                ? "The request signature we calculated does not match the signature you provided. (InvalidSignatureException)"
                : "The security token included in the request is invalid.";
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        if (!request.path().equals("/v1/speech")) {
            return null;
        }
        JsonNode body = Frames.JSON.readTree(request.body());
        desk.check("speak", body);
        String text = body.path("Text").asString("");
        if (text.length() > MOST) {
            desk.fault("TextLengthExceededException");
        }
        boolean marks = body.path("OutputFormat").asString("").equals("json");
        if (marks == body.path("SpeechMarkTypes").isEmpty()) {
            desk.fault("MarksNotSupportedForFormatException");
        }
        if (marks) {
            return new Work.Pieces("application/x-json-stream", marks(text, manner), new byte[0]);
        }
        desk.text(text);
        if (!body.path("SampleRate").asString("").equals("16000")) {
            desk.fault("InvalidSampleRateException");
        }
        return new Work.Pieces("audio/pcm", Hum.pieces(Hum.samples(text, 16_000)), new byte[0]);
    }

    private static List<byte[]> marks(String text, Manner manner) {
        List<byte[]> marks = new ArrayList<>();
        for (Hum.Word word : Hum.words(text)) {
            marks.add(line(Frames.object()
                    .put("time", word.startMs())
                    .put("type", "word")
                    .put("start", bytes(text.substring(0, word.from())))
                    .put("end", bytes(text.substring(0, word.to())))
                    .put("value", word.text())));
            marks.add(line(Frames.object()
                    .put("time", word.startMs())
                    .put("type", "viseme")
                    .put("value", manner == Manner.NOISY ? "unheard-of" : "a")));
        }
        if (marks.isEmpty()) {
            marks.add(new byte[0]);
        }
        return marks;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] line(JsonNode mark) {
        return (mark + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String refusal(int status, String message) {
        return Frames.object().put("message", message).toString();
    }
}
