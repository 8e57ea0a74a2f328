package org.sellmeapen.ai;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sellmeapen.ai.compatible.CompatibleServer;
import org.sellmeapen.ai.compatible.CompatibleSpeechToText;
import org.sellmeapen.ai.compatible.CompatibleTextToSpeech;
import org.sellmeapen.ai.espeak.EspeakInstallation;
import org.sellmeapen.ai.scripted.EarScript;
import org.sellmeapen.ai.scripted.ScriptedSpeechToText;
import org.sellmeapen.ai.scripted.ScriptedTextToSpeech;
import org.sellmeapen.ai.vosk.VoskSpeechToText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the voice and the ear that the settings name. Addresses come from there and from nowhere else. */
@Configuration(proxyBeanMethods = false)
class AiConfiguration {

    @Bean
    Timing voiceTiming() {
        return Timing.real();
    }

    @Bean(destroyMethod = "close")
    Speaking speaking(VoiceSettings settings, Timing timing, @Value("${sellmeapen.data}") Path data) {
        return speaking(settings, timing, data, System.getenv().getOrDefault("PATH", ""));
    }

    static Speaking speaking(VoiceSettings settings, Timing timing, Path data, String path) {
        return switch (settings.mouth()) {
            case "none" ->
                Speaking.withNone("voice-switched-off", "The voice is switched off (SELLMEAPEN_MOUTH=none).");
            case "espeak" -> espeak(settings, data, path);
            case "scripted" ->
                Speaking.with(
                        new ScriptedTextToSpeech(new ScriptedTextToSpeech.Manner(settings.mouthDelay(), 0), timing),
                        true,
                        List.of("scripted: it hums, for rehearsing without a voice"));
            case "compatible" -> {
                URI endpoint = address(
                        "SELLMEAPEN_MOUTH_URL",
                        settings.mouthUrl(),
                        url -> CompatibleServer.endpoint(url, "/audio/speech"));
                if (settings.mouthVoices().isEmpty()) {
                    throw new VoiceSettingWrong(
                            "SELLMEAPEN_MOUTH_VOICES", "must name at least one voice of the server.");
                }
                yield Speaking.with(
                                new CompatibleTextToSpeech(
                                        new CompatibleServer(
                                                endpoint,
                                                key("SELLMEAPEN_MOUTH_KEY", settings.mouthKey()),
                                                settings.mouthModel(),
                                                CompatibleServer.Limits.USUAL),
                                        settings.mouthVoices(),
                                        timing),
                                House.has(endpoint),
                                List.of("the speech server at " + endpoint.getHost()))
                        .with(espeak(settings, data, path));
            }
            default -> throw noneOf("SELLMEAPEN_MOUTH", settings.mouth(), "espeak, compatible, scripted, none");
        };
    }

    private static Speaking espeak(VoiceSettings settings, Path data, String path) {
        EspeakInstallation.Wanted wanted;
        try {
            wanted = EspeakInstallation.Wanted.valueOf(settings.espeak().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw noneOf("SELLMEAPEN_VOICE_ESPEAK", settings.espeak(), "auto, node, binary");
        }
        if (settings.workers() < 1 || settings.workers() > 64) {
            throw new VoiceSettingWrong("SELLMEAPEN_VOICE_WORKERS", "must be a number from 1 to 64.");
        }
        List<Path> folders = new ArrayList<>();
        if (!settings.dir().isBlank()) {
            folders.add(Path.of(settings.dir()).toAbsolutePath().normalize());
        }
        folders.add(data.toAbsolutePath().normalize().resolve("voice"));
        return new EspeakInstallation(folders, path, wanted, settings.workers())
                .find()
                .map(voice -> Speaking.with(voice, true, voice.ways()))
                .orElseGet(() -> Speaking.withNone("voice-not-installed", EspeakInstallation.REMEDY));
    }

    @Bean(destroyMethod = "close")
    Hearing hearing(VoiceSettings settings, Timing timing, Clock clock) {
        return switch (settings.ear()) {
            case "none" -> Hearing.withNone(clock);
            case "compatible" -> {
                URI endpoint = address(
                        "SELLMEAPEN_EAR_URL",
                        settings.earUrl(),
                        url -> CompatibleServer.endpoint(url, "/audio/transcriptions"));
                yield Hearing.with(
                        new CompatibleSpeechToText(
                                new CompatibleServer(
                                        endpoint,
                                        key("SELLMEAPEN_EAR_KEY", settings.earKey()),
                                        settings.earModel(),
                                        CompatibleServer.Limits.USUAL),
                                timing),
                        House.has(endpoint),
                        settings.earLanguages(),
                        clock);
            }
            case "vosk" -> {
                URI endpoint = address("SELLMEAPEN_EAR_URL", settings.earUrl(), VoskSpeechToText::endpoint);
                yield Hearing.with(
                        new VoskSpeechToText(endpoint, VoskSpeechToText.Limits.USUAL, timing),
                        House.has(endpoint),
                        settings.earLanguages(),
                        clock);
            }
            case "scripted" -> {
                if (settings.earScript().isBlank()) {
                    throw new VoiceSettingWrong(
                            "SELLMEAPEN_EAR_SCRIPT", "must name the file that a scripted ear follows.");
                }
                try {
                    EarScript script = EarScript.read(Path.of(settings.earScript()));
                    yield Hearing.with(new ScriptedSpeechToText(script, timing), true, settings.earLanguages(), clock);
                } catch (IllegalArgumentException e) {
                    throw new VoiceSettingWrong("SELLMEAPEN_EAR_SCRIPT", e.getMessage() + ".");
                }
            }
            default -> throw noneOf("SELLMEAPEN_EAR", settings.ear(), "none, compatible, vosk, scripted");
        };
    }

    private static URI address(String setting, String url, Function<String, URI> read) {
        try {
            return read.apply(url);
        } catch (IllegalArgumentException e) {
            String why = url.isBlank() ? "must name the server." : e.getMessage() + ".";
            throw new VoiceSettingWrong(setting, why);
        }
    }

    private static String key(String setting, String key) {
        if (!key.strip().matches("[!-~]*")) {
            throw new VoiceSettingWrong(setting, "holds characters that no key has.");
        }
        return key.strip();
    }

    private static VoiceSettingWrong noneOf(String setting, String value, String allowed) {
        return new VoiceSettingWrong(setting, "\"" + value + "\" is none of " + allowed + ".");
    }
}
