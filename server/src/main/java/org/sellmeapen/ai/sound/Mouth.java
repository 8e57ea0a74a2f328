package org.sellmeapen.ai.sound;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;

/**
 * What is the same in all mouths that are asked over a line: what is not sent at all, and in which parts the rest is.
 *
 * @param provider its id
 * @param most of one part
 * @param size of a text, as the vendor counts it
 */
public record Mouth(String provider, int most, ToIntFunction<String> size) {

    /** Asks for one part and hands on its sound. */
    @FunctionalInterface
    public interface Asking {
        void speak(String part, Speech speech) throws ModelFailed, SpeechFailed, InterruptedException;
    }

    /** A vendor that takes every utterance whole. */
    public static Mouth whole(String provider) {
        return new Mouth(provider, TextToSpeech.LONGEST_TEXT, String::length);
    }

    public void speak(Utterance utterance, SpeechSink sink, Asking asking) throws SpeechFailed, InterruptedException {
        if (utterance.text().length() > TextToSpeech.LONGEST_TEXT) {
            throw SpeechFailed.lasting(provider, "text-too-long");
        }
        String text = Script.readable(utterance.text());
        Speech speech = new Speech(provider, sink, text.length());
        for (Script.Part part : Script.parts(text, most, size)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            speech.begin(part);
            try {
                asking.speak(part.text(), speech);
            } catch (ModelFailed e) {
                throw SpeechFailed.of(e);
            }
            speech.end();
        }
    }

    /** @return the voice, where there is one */
    public String voiced(VoiceList voices, Utterance utterance) throws SpeechFailed {
        return voices.voice(utterance.voice(), utterance.language())
                .orElseThrow(() -> SpeechFailed.lasting(provider, "language-not-spoken"));
    }

    /** The language alone, as most vendors want it. */
    public static String primary(String language) {
        return language.strip().toLowerCase(java.util.Locale.ROOT).split("[-_]", 2)[0];
    }

    /** As it may stand in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
