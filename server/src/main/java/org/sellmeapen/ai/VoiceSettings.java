package org.sellmeapen.ai;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator settles about voices and ears.
 *
 * @param mouth {@code espeak}, {@code compatible}, {@code scripted} or {@code none}
 * @param mouthUrl a server with {@code /v1/audio/speech}
 * @param mouthVoices its voices, which people are given in turn
 * @param mouthDelay how long the scripted one waits before it hums
 * @param dir where {@code voice-espeak/} lies with its package
 * @param espeak {@code auto}, {@code node} or {@code binary}
 * @param workers how many clauses are spoken at the same time, and processes kept for it
 * @param ear {@code none}, {@code compatible}, {@code vosk} or {@code scripted}
 * @param earUrl a server with {@code /v1/audio/transcriptions}, or Vosk's {@code ws://…}
 * @param earLanguages those that the ear's model understands; empty when it is all
 * @param earScript the file of a scripted ear
 */
@ConfigurationProperties("sellmeapen.voice")
record VoiceSettings(
        @DefaultValue("espeak") String mouth,
        @DefaultValue("") String mouthUrl,
        @DefaultValue("") String mouthKey,
        @DefaultValue("tts-1") String mouthModel,

        @DefaultValue({"alloy", "onyx", "nova", "echo", "shimmer", "fable"})
        List<String> mouthVoices,

        @DefaultValue("0ms") Duration mouthDelay,
        @DefaultValue("") String dir,
        @DefaultValue("auto") String espeak,
        @DefaultValue("2") int workers,
        @DefaultValue("none") String ear,
        @DefaultValue("") String earUrl,
        @DefaultValue("") String earKey,
        @DefaultValue("whisper-1") String earModel,
        @DefaultValue({}) List<String> earLanguages,
        @DefaultValue("") String earScript) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "VoiceSettings[mouth=" + mouth + ", ear=" + ear + "]";
    }
}
