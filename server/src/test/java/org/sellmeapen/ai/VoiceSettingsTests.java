package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** From what an operator writes to the voice and the ear that are there. */
class VoiceSettingsTests {

    @Configuration
    @EnableConfigurationProperties(VoiceSettings.class)
    @Import(AiConfiguration.class)
    static class Room {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @TempDir
    private Path data;

    private ApplicationContextRunner room(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Room.class)
                .withPropertyValues("sellmeapen.data=" + data)
                .withPropertyValues(settings);
    }

    @Test
    void withoutSettingsThereIsNoEarAndThatIsSaid() {
        room().run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean(Hearing.class).ear("en"))
                    .isInstanceOfSatisfying(Hearing.Ear.Deaf.class, deaf -> {
                        assertThat(deaf.code()).isEqualTo("no-ear");
                        assertThat(deaf.sentence()).contains("SELLMEAPEN_EAR");
                    });
        });
    }

    @Test
    void aServerIsAnEarForTheLanguagesItWasSaidToKnow() {
        room(
                        "sellmeapen.voice.ear=compatible",
                        "sellmeapen.voice.ear-url=http://127.0.0.1:8000",
                        "sellmeapen.voice.ear-languages=en,de")
                .run(started -> {
                    Hearing hearing = started.getBean(Hearing.class);
                    assertThat(hearing.ear("en-GB"))
                            .isInstanceOfSatisfying(
                                    Hearing.Ear.Listens.class,
                                    listens -> assertThat(listens.ear().id()).isEqualTo("compatible"));
                    assertThat(hearing.ear("fr")).isInstanceOf(Hearing.Ear.Deaf.class);
                });
    }

    @Test
    void voskAndTheScriptedOnesAreThereWhenNamed() throws Exception {
        Path script = Files.writeString(data.resolve("script.yaml"), "utterances: [{text: hello}]");
        room(
                        "sellmeapen.voice.ear=vosk",
                        "sellmeapen.voice.ear-url=ws://localhost:2700",
                        "sellmeapen.voice.mouth=scripted")
                .run(started -> {
                    assertThat(started.getBean(Hearing.class).ear("en")).isInstanceOf(Hearing.Ear.Listens.class);
                    assertThat(started.getBean(Speaking.class).mouth("th"))
                            .isInstanceOfSatisfying(
                                    Speaking.Mouth.Speaks.class,
                                    speaks -> assertThat(speaks.voice().id()).isEqualTo("scripted"));
                });
        room("sellmeapen.voice.ear=scripted", "sellmeapen.voice.ear-script=" + script)
                .run(started -> assertThat(started.getBean(Hearing.class).ear("en"))
                        .isInstanceOfSatisfying(
                                Hearing.Ear.Listens.class,
                                listens -> assertThat(listens.ear().id()).isEqualTo("scripted")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ear=whisper | SELLMEAPEN_EAR: \"whisper\" is none of none, compatible, vosk, scripted.",
                "ear=compatible | SELLMEAPEN_EAR_URL: must name the server.",
                "ear=compatible,ear-url=localhost:80 | SELLMEAPEN_EAR_URL: not an address such as http://localhost:8000.",
                "ear=vosk,ear-url=http://h | SELLMEAPEN_EAR_URL: not an address such as ws://localhost:2700.",
                "ear=scripted | SELLMEAPEN_EAR_SCRIPT: must name the file that a scripted ear follows.",
                "ear=scripted,ear-script=/no/where | SELLMEAPEN_EAR_SCRIPT: the script /no/where cannot be read.",
                "mouth=loud | SELLMEAPEN_MOUTH: \"loud\" is none of espeak, compatible, scripted, none.",
                "mouth=compatible | SELLMEAPEN_MOUTH_URL: must name the server.",
                "espeak=perhaps | SELLMEAPEN_VOICE_ESPEAK: \"perhaps\" is none of auto, node, binary.",
                "workers=0 | SELLMEAPEN_VOICE_WORKERS: must be a number from 1 to 64."
            })
    void aWrongSettingIsRefusedAtTheStartInOneLine(String settings, String line) {
        String[] properties = java.util.Arrays.stream(settings.strip().split(","))
                .map(setting -> "sellmeapen.voice." + setting)
                .toArray(String[]::new);
        room(properties)
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(VoiceSettingWrong.class)
                        .hasMessage(line));
    }

    @Test
    void withoutEspeakTheRemedyIsSaid() {
        VoiceSettings settings = settings();
        Speaking speaking = AiConfiguration.speaking(settings, new TurnedTime(), data, "/nowhere");
        assertThat(speaking.mouth("en")).isInstanceOfSatisfying(Speaking.Mouth.Silent.class, silent -> {
            assertThat(silent.code()).isEqualTo("voice-not-installed");
            assertThat(silent.sentence()).contains("espeak-ng").contains("SELLMEAPEN_VOICE_DIR");
        });
        assertThat(speaking.about()).hasSize(1);
    }

    @Test
    void settingsDoNotTellTheirKeys() {
        assertThat(settings().toString()).doesNotContain("secret");
    }

    private static VoiceSettings settings() {
        return new VoiceSettings(
                "espeak",
                "",
                "secret",
                "m",
                java.util.List.of("a"),
                java.time.Duration.ZERO,
                "",
                "auto",
                2,
                "none",
                "",
                "secret",
                "m",
                java.util.List.of(),
                "");
    }
}
