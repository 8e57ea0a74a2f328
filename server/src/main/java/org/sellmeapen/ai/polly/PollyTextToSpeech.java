package org.sellmeapen.ai.polly;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.bedrock.Signature;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.Speech;
import org.sellmeapen.ai.sound.VoiceList;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Polly. Its marks (words, mouth shapes) are asked for first, its samples then, which come at 16 kHz at most. Texts
 * are plain; pace and pitch, which only SSML has, stay the voice's own.
 */
public final class PollyTextToSpeech implements TextToSpeech {

    static final String ID = "polly";

    private static final int MOST = 2_500;
    private static final int SENT_AT = 16_000;
    private static final Pattern HOST = Pattern.compile("polly(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");

    private static final String VOICES = "en:Matthew,en:Joanna,en:Stephen,en:Ruth,en-gb:Arthur,en-gb:Amy,"
            + "ar:Zayd,ar:Hala,ca:Arlet,cs:Jitka,da:Sofie,de:Daniel,de:Vicki,es:Sergio,es:Lucia,fi:Suvi,fr:Remi,fr:Lea,"
            + "hi:Kajal,it:Adriano,it:Bianca,ja:Takumi,ja:Kazuha,ko:Seoyeon,nb:Ida,no:Ida,nl:Laura,pl:Ola,pt:Ines,"
            + "pt-br:Thiago,pt-br:Camila,sv:Elin,tr:Burcu,zh:Zhiyu";

    private final Line line;
    private final Signature signature;
    private final InstantSource clock;
    private final String engine;
    private final boolean marks;
    private final VoiceList voices;
    private final Mouth mouth = new Mouth(ID, MOST, String::length);

    /**
     * @param base such as {@code https://polly.eu-central-1.amazonaws.com}
     * @param key {@code id:secret}, or {@code id:secret:token} of a session
     * @param model the engine
     * @param options {@code voices}; {@code marks}: {@code false} leaves times and shapes out, for which the vendor counts
     *     each text again; {@code region}, where the base does not say it
     */
    public PollyTextToSpeech(
            Way way, URI base, Secret key, String model, Map<String, String> options, InstantSource clock) {
        this.line = new Line(ID, way, base, key);
        this.signature = new Signature(key, region(base, options.getOrDefault("region", "")), "polly");
        this.clock = clock;
        this.engine = model.isBlank() ? "neural" : model;
        this.marks = !options.getOrDefault("marks", "true").equals("false");
        this.voices = VoiceList.read(options.getOrDefault("voices", ""), VOICES);
    }

    private static String region(URI base, String named) {
        Matcher host = HOST.matcher(String.valueOf(base.getHost()));
        return !named.isEmpty() ? named : host.matches() ? host.group(1) : "us-east-1";
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voices.covers(language);
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        String voice = mouth.voiced(voices, utterance);
        mouth.speak(utterance, sink, (part, speech) -> {
            if (marks) {
                mark(part, voice, speech);
            }
            ObjectNode sound = asked(part, voice, "pcm").put("SampleRate", Integer.toString(SENT_AT));
            try (Incoming incoming = line.open(signed(sound))) {
                speech.pcm(incoming, SENT_AT);
            }
        });
    }

    private ObjectNode asked(String part, String voice, String format) {
        return Json.object()
                .put("Engine", engine)
                .put("OutputFormat", format)
                .put("Text", part)
                .put("TextType", "text")
                .put("VoiceId", voice);
    }

    private HttpRequest signed(ObjectNode asked) {
        URI address = line.at("/v1", "/speech");
        byte[] body = Posted.bytes(Json.text(asked));
        HttpRequest.Builder request = line.post(address, body).setHeader("Accept", "*/*");
        signature.of("POST", address, body, clock.instant()).forEach(request::header);
        return request.build();
    }

    private void mark(String part, String voice, Speech speech) throws ModelFailed, SpeechFailed, InterruptedException {
        ObjectNode asked = asked(part, voice, "json");
        asked.putArray("SpeechMarkTypes").add("word").add("viseme");
        Characters characters = new Characters(part);
        try (Incoming incoming = line.open(signed(asked))) {
            for (JsonNode mark = incoming.lineOfJson(); mark != null; mark = incoming.lineOfJson()) {
                int atMs = mark.path("time").asInt(0);
                switch (mark.path("type").asString("")) {
                    case "word" ->
                        speech.word(
                                atMs,
                                characters.at(mark.path("start").asInt(-1)),
                                characters.at(mark.path("end").asInt(-1)));
                    case "viseme" ->
                        MouthShapes.of(mark.path("value").asString("")).ifPresent(shape -> speech.viseme(atMs, shape));
                    default -> {
                        // sentences, and what is not known yet
                    }
                }
            }
        }
    }

    /** Polly counts in bytes, we in characters. */
    private static final class Characters {
        private final String text;
        private int character;
        private int bytes;

        Characters(String text) {
            this.text = text;
        }

        /** @return which character is at this byte; -1 where there is none */
        int at(int wanted) {
            if (wanted < bytes) {
                character = 0;
                bytes = 0;
            }
            while (bytes < wanted && character < text.length()) {
                int point = text.codePointAt(character);
                bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                character += Character.charCount(point);
            }
            return wanted >= 0 && bytes == wanted ? character : -1;
        }
    }
}
