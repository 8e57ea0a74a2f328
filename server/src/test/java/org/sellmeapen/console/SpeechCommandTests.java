package org.sellmeapen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.audio.Wavs;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class SpeechCommandTests {

    private static final List<String> CONTRACT = List.of(
            "seconds",
            "speech_seconds",
            "words_per_minute",
            "words_per_minute_estimated",
            "articulation_syllables_per_second",
            "filler_word_count",
            "filler_words",
            "pauses",
            "clarity_score",
            "confidence_score",
            "parts",
            "recommendations",
            "channels",
            "talk_ratio",
            "longest_monologue_s",
            "interruptions",
            "not_available");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(Object... arguments) {
        out.reset();
        Output output = new Output(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
        String[] words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return new CommandLine(new SpeechCommand(output))
                .setErr(new java.io.PrintWriter(problems, true))
                .setExecutionExceptionHandler(new Refusals(output))
                .execute(words);
    }

    private JsonNode json(Object... arguments) {
        assertThat(run(arguments)).as(problems.toString(StandardCharsets.UTF_8)).isZero();
        return Output.JSON.readTree(out.toByteArray());
    }

    /** A buzz that opens and closes four times a second, {@code seconds} long, then half a second of nothing; repeated. */
    private static float[] talk(int times, double seconds) {
        int on = (int) (seconds * 16_000);
        float[] samples = new float[times * (on + 8_000)];
        for (int t = 0; t < times; t++) {
            for (int i = 0; i < on; i++) {
                double open = 0.1 + Math.pow(Math.sin(Math.PI * 4 * i / 16_000), 2);
                double buzz = 0;
                for (int h = 1; h < 12; h++) {
                    buzz += Math.sin(2 * Math.PI * 130 * h * i / 16_000 + h) / h;
                }
                samples[t * (on + 8_000) + i] = (float) (0.15 * open * buzz);
            }
        }
        return samples;
    }

    private static void everyFieldIsThereOrNamedWithItsReason(JsonNode report) {
        List<String> named = new ArrayList<>();
        report.get("not_available").forEach(n -> {
            assertThat(n.get("reason").asString()).isNotBlank();
            named.add(n.get("name").asString());
        });
        for (String field : CONTRACT) {
            assertThat(report.has(field) || named.contains(field)).as(field).isTrue();
            assertThat(report.has(field) && report.get(field).isNull())
                    .as(field)
                    .isFalse();
        }
    }

    @Test
    void whatTheContractNamesIsThereOrItsReasonIs() {
        Path talk = Wavs.mono(16_000).to(folder.resolve("talk.wav"), talk(10, 2.5));
        Path silence = Wavs.mono(8_000).to(folder.resolve("silence.wav"), new float[16_000]);
        everyFieldIsThereOrNamedWithItsReason(json(talk, "--json"));
        everyFieldIsThereOrNamedWithItsReason(json(silence, "--json"));
        assertThat(json(talk, "--json").get("pauses").get("min_s").asDouble()).isEqualTo(0.25);
    }

    @Test
    void plainTextAndJsonOfTheSameWordsCountAlike() throws Exception {
        Path talk = Wavs.mono(16_000).to(folder.resolve("talk.wav"), talk(10, 2.5));
        String words = "Um, the pen writes when you need it. ".repeat(6).strip();
        Path text = Files.writeString(folder.resolve("words.txt"), words);
        Path turns = Files.writeString(
                folder.resolve("words.json"),
                "{\"language\":\"en\",\"turns\":[{\"i\":0,\"speaker\":\"rep\",\"text\":\"" + words + "\"}]}");
        JsonNode plain = json(talk, "--json", "--one-voice", "--transcript", text);
        JsonNode told = json(talk, "--json", "--transcript", turns);
        assertThat(plain.get("filler_word_count").asInt()).isEqualTo(6);
        assertThat(plain.get("words_per_minute_estimated").asBoolean()).isFalse();
        for (String field :
                List.of("words_per_minute", "filler_words", "clarity_score", "confidence_score", "pauses")) {
            assertThat(told.get(field)).as(field).isEqualTo(plain.get(field));
        }
        assertThat(plain.get("parts").get("clarity").get(0).get("points").isNumber())
                .isTrue();
    }

    @Test
    void theSameSoundAtAnotherRateGivesTheSameFigures() {
        float[] slow = talk(10, 2.5);
        float[] fast = new float[slow.length * 3];
        for (int i = 0; i < fast.length; i++) { // straight lines between the samples
            float a = slow[i / 3];
            float b = slow[Math.min(slow.length - 1, i / 3 + 1)];
            fast[i] = a + (b - a) * (i % 3) / 3;
        }
        JsonNode one = json(Wavs.mono(16_000).to(folder.resolve("a.wav"), slow), "--json");
        JsonNode other = json(Wavs.mono(48_000).to(folder.resolve("b.wav"), fast), "--json");
        assertThat(other.get("seconds")).isEqualTo(one.get("seconds"));
        assertThat(other.get("pauses")).isEqualTo(one.get("pauses"));
    }

    @Test
    void anEstimateWhoseErrorNobodyMeasuredIsStillCalledOne() {
        assertThat(run(Wavs.mono(16_000).to(folder.resolve("talk.wav"), talk(10, 2.5)), "--language", "de"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("pace ≈", "estimated from syllables (how far off is not known for this language)");
    }

    @Test
    void aPageForPeopleSaysWhatIsEstimated() {
        Path talk = Wavs.mono(16_000).to(folder.resolve("talk.wav"), talk(10, 2.5));
        assertThat(run(talk)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("may hold two people")
                .doesNotContain("longest monologue");
        assertThat(run(talk, "--one-voice")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "pace ≈",
                        "estimated from syllables",
                        "practice indicator",
                        "(no transcript: nothing wrote down what was said)");
    }

    @Test
    void whatCannotBeReadIsRefusedPlainly() throws Exception {
        Path song = Files.writeString(folder.resolve("song.mp3"), "ID3 and a lot of music");
        assertThat(run(song)).isEqualTo(1);
        // Without any ffmpeg it is told what is read at all.
        assertThat(problems.toString(StandardCharsets.UTF_8)).containsPattern("MP3.*(is damaged|WAV is read)");
        assertThat(run(folder.resolve("none.wav"))).isEqualTo(1);
        assertThat(run(folder)).isEqualTo(1);
        Path talk = Wavs.mono(16_000).to(folder.resolve("talk.wav"), talk(1, 1));
        assertThat(run(talk, "--transcript", song.resolveSibling("none.txt"))).isEqualTo(1);
        assertThat(run(talk, "--transcript", Files.writeString(folder.resolve("t.json"), "{\"turns\":5}")))
                .isEqualTo(1);
        assertThat(run(talk, "--language", "?")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(out.size()).isZero();
    }
}
