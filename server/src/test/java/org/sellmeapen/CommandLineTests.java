package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.audio.Wavs;
import org.sellmeapen.console.Output;

/** How commands end: 0 done, 1 failed, 2 used wrongly; a trace would be none of these. */
class CommandLineTests {

    private static int run(String line) {
        return SellMeAPen.run(Output.ofTerminal(), new OperatorHouse(""), line.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "--help, 0",
        "serve --help, 0",
        "seed --help, 0",
        "play --help, 0",
        "score --help, 0",
        "acts --help, 0",
        "speech --help, 0",
        "person --help, 0",
        "token --help, 0",
        "audit --help, 0",
        "backup --help, 0",
        "restore --help, 0",
        "doctor --help, 0",
        "person reset-link --help, 0",
        "token create --help, 0",
        "audit verify --help, 0",
        "person, 2",
        "serve --port 99999, 2",
        "serve --public-url pen, 2",
        "serve --trusted-proxies anybody, 2",
        "serve --tls-cert DIR/none --tls-key DIR/none, 1",
        "person reset-link a@example.org --data DIR/none, 1",
        "person reset-link a@example.org --server http://localhost:8080, 2",
        "person reset-link a@example.org --token t, 2",
        "person reset-link a@example.org --server http://localhost:8080 --token t --data DIR, 2",
        "token create --person a@example.org --data DIR/none, 1",
        "token create --person a@example.org --scope all --data DIR/none, 2",
        "token create --person a@example.org --server http://localhost:8080 --token t, 2",
        "audit verify --data DIR/none, 1",
        "audit verify --server pen --token t, 2",
        "backup DIR/b.zip --data DIR/none, 1",
        "backup DIR/b.zip --server http://localhost:8080 --token t, 2",
        "restore DIR/none.zip --data DIR/new, 1",
        "seed --profile demo --data DIR/none, 1",
        "seed --profile other, 2",
        "play --scenario none --level easy --script DIR/none, 2",
        "score DIR, 1",
        "acts DIR/none, 1",
        "speech, 2",
        "speech DIR, 1",
        "speech DIR/none, 1",
        "speech DIR/none --language 5, 2",
        "speech DIR/none --transcript DIR/none, 1",
    })
    void aCommandEndsAsTheContractSays(String line, int code, @TempDir Path folder) {
        assertThat(run(line.replace("DIR", folder.toString()))).isEqualTo(code);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aRecordingIsMeasuredAndWhatIsNoneIsRefused(@TempDir Path folder) throws Exception {
        float[] hum = new float[32_000];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (float) (i % 16_000 < 10_000 ? 0.3 * Math.sin(i * 0.05) : 0);
        }
        Path recording = Wavs.mono(16_000).to(folder.resolve("hum.wav"), hum);
        Path words = Files.writeString(folder.resolve("words.txt"), "Um, a pen.");
        assertThat(run("speech " + recording + " --json")).isZero();
        assertThat(run("speech " + recording + " --transcript " + words)).isZero();
        assertThat(run("speech " + words)).isEqualTo(1);
        assertThat(run("speech " + recording + " --transcript " + recording)).isEqualTo(1);
        assertThat(run("speech " + recording + " --transcript " + Files.writeString(words, "{\"turns\":[]}")))
                .isEqualTo(1);
        assertThat(run("speech " + recording + " --transcript " + Files.writeString(words, " ")))
                .isEqualTo(1);
    }

    @Test
    void aLineThatIsNoUtteranceIsAnsweredInItsPlace(@TempDir Path folder) throws Exception {
        Path lines = folder.resolve("lines");
        Files.writeString(lines, "null\n5\n[]\n{\"speaker\":\"rep\",\"text\":5}\n{\"speaker\":5}\n");
        assertThat(run("acts " + lines)).isEqualTo(1);
        assertThat(run("score " + lines + " --json")).isEqualTo(1);
    }
}
