package org.sellmeapen.simulators;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Azure's Speech service: SSML becomes samples, a file becomes text. */
final class AzureSound implements SoundVendor {

    @Override
    public String id() {
        return "azure";
    }

    @Override
    public String keyOf(Request request) {
        return request.header("ocp-apim-subscription-key");
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        return switch (request.path()) {
            case "/cognitiveservices/v1" -> speech(request, desk);
            case "/speechtotext/transcriptions:transcribe" -> transcription(request, desk);
            default -> null;
        };
    }

    private static Work speech(Request request, Desk desk) {
        if (!request.header("content-type").equals("application/ssml+xml")) {
            desk.fault("SSML is taken, not " + request.header("content-type"));
        }
        if (!request.header("x-microsoft-outputformat").equals("raw-24khz-16bit-mono-pcm")) {
            desk.fault("samples are asked for at 24 kHz");
        }
        if (request.header("user-agent").isEmpty()
                || request.header("user-agent").length() > 255) {
            desk.fault("the application's name is missing");
        }
        String text = text(request.body(), desk);
        desk.text(text);
        return new Work.Pieces("audio/x-wav", Hum.pieces(Hum.samples(text, 24_000)), new byte[0]);
    }

    /** What is read aloud; elements that were smuggled in are told as a fault. */
    private static String text(byte[] ssml, Desk desk) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element speak = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(ssml))
                    .getDocumentElement();
            if (!speak.getTagName().equals("speak")
                    || !speak.getAttribute("version").equals("1.0")
                    || speak.getAttribute("xml:lang").isEmpty()
                    || speak.getElementsByTagName("voice").getLength() != 1
                    || speak.getElementsByTagName("*").getLength() > 3) {
                desk.fault("no SSML of one voice");
            }
            return speak.getTextContent();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            desk.fault("not well formed: " + e.getMessage());
            return "";
        }
    }

    private static Work transcription(Request request, Desk desk) {
        if (!request.query().equals("api-version=2024-11-15")) {
            desk.fault("no such api-version: " + request.query());
        }
        Form form = Form.of(request);
        if (!form.fields().path("audio").isString() || form.fields().size() != 2) {
            desk.fault("a form has audio and a definition");
        }
        try {
            desk.check(
                    "definition",
                    Frames.JSON.readTree(form.fields().path("definition").asString("")));
        } catch (JacksonException e) {
            desk.fault("the definition is not JSON");
        }
        int ms = Hum.msOfWav(form.file());
        String text = desk.understood(ms);
        ObjectNode answer = Frames.object().put("durationMilliseconds", ms);
        answer.putArray("combinedPhrases").addObject().put("text", text);
        ObjectNode phrase = answer.putArray("phrases")
                .addObject()
                .put("offsetMilliseconds", 0)
                .put("durationMilliseconds", ms)
                .put("text", text)
                .put("locale", "en-US")
                .put("confidence", 0.93);
        ArrayNode words = phrase.putArray("words");
        Hum.spread(text, 0, ms)
                .forEach(word -> words.addObject()
                        .put("text", word.text())
                        .put("offsetMilliseconds", word.startMs())
                        .put("durationMilliseconds", word.endMs() - word.startMs()));
        return new Work.Whole(answer);
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode refusal = Frames.object();
        refusal.putObject("error").put("code", status == 401 ? "401" : "Error").put("message", message);
        return refusal.toString();
    }
}
