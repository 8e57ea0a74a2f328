package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.scenarios.ScenarioProblem;
import org.sellmeapen.scenarios.Scenarios;

class PlayableTests {

    private static final Path PEN = Path.of("..", "content", "scenarios", "classic-pen.yaml");

    @ParameterizedTest
    @CsvSource({"rubric, nosuch, There is no rubric", "language, xx, does not speak"})
    void whatNobodyCouldJudgeOrAnswerInIsRefusedWithItsLine(
            String field, String value, String said, @TempDir Path folder) throws IOException {
        String text = Files.readString(PEN);
        assertThat(text).containsPattern("(?m)^" + field + ": ");
        Files.writeString(
                folder.resolve("classic-pen.yaml"), text.replaceFirst("(?m)^" + field + ": .*$", field + ": " + value));
        List<ScenarioProblem> problems =
                Scenarios.load(folder, List.of(new Playable())).problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(said);
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void whatShipsIsPlayable() {
        assertThat(Scenarios.load(null, List.of(new Playable())).problems()).isEmpty();
    }
}
