package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.speech.SpeechFinding;
import org.sellmeapen.speech.Weights;

class ChoiceTests {

    private static final Drillbook BOOK = new Drillbook();

    private static SpeechFinding finding(String what, double size, double reliability) {
        return new SpeechFinding(what, what, "say", 10, 5, size, reliability, "formula", List.of());
    }

    private static List<String> told(List<SpeechFinding> findings, Map<String, OwnRange> usual, Set<String> well) {
        return Choice.of(findings, usual, well, BOOK).stream()
                .map(chosen -> chosen.finding().what())
                .toList();
    }

    @Test
    void threeAtMostTheWeightiestFirstAndAnEstimateWeighsHalf() {
        assertThat(told(
                        List.of(
                                finding("fillers", 0.3, 0.8),
                                finding("pace_fast", 0.8, 0.5),
                                finding("hedges", 0.6, 0.8),
                                finding("long_pauses", 0.1, 1)),
                        Map.of(),
                        Set.of()))
                .containsExactly("hedges", "pace_fast", "fillers");
    }

    @Test
    void oneExerciseIsNotGivenTwice() {
        assertThat(told(List.of(finding("monologue", 0.9, 1), finding("talk_share", 0.8, 1)), Map.of(), Set.of()))
                .containsExactly("monologue");
    }

    @Test
    void whatWentWellInADrillStepsBackAndWhatIsUnusualStepsForward() {
        List<SpeechFinding> findings = List.of(finding("fillers", 0.6, 0.8), finding("hedges", 0.5, 0.8));
        assertThat(told(findings, Map.of(), Set.of("pause_instead_of_filler"))).containsExactly("hedges", "fillers");
        OwnRange usual = new OwnRange(10, 4, 3, 5);
        assertThat(told(findings, Map.of("hedges", usual), Set.of())).containsExactly("hedges", "fillers");
    }

    @Test
    void everyFindingHasAnExerciseAndEveryExerciseAHundredPoints() {
        for (String what : List.of(
                "pace_fast",
                "pace_slow",
                "fillers",
                "hedges",
                "long_pauses",
                "short_pauses",
                "monologue",
                "talk_share",
                "interruptions")) {
            assertThat(BOOK.suiting(what).title()).isNotBlank();
        }
        for (Drillbook.Kind kind : BOOK.kinds()) {
            assertThat(kind.checks().stream().mapToInt(Drillbook.Check::points).sum())
                    .as(kind.kind())
                    .isEqualTo(100);
            assertThat(kind.seconds()).isBetween(60, 90);
        }
    }

    @Test
    void whatIsPractisedAgainstAPaceIsPace() {
        for (String what : List.of("pace_slow", "pace_fast")) {
            Drillbook.Check main = BOOK.suiting(what).checks().stream()
                    .max(java.util.Comparator.comparingInt(Drillbook.Check::points))
                    .orElseThrow();
            assertThat(main.figure()).as(what).isEqualTo("pace_of_fast");
        }
        Drillbook.Kind quicker = BOOK.suiting("pace_slow");
        assertThat(BOOK.result(quicker, Map.of("pace_of_fast", 0.85, "long_pauses_per_minute", 0.0))
                        .passed())
                .isTrue();
        assertThat(BOOK.result(quicker, Map.of("pace_of_fast", 0.6, "long_pauses_per_minute", 4.0))
                        .passed())
                .as("slow, with long silences")
                .isFalse();
    }

    @Test
    void aTakeIsScoredInProportionAndWhatIsNotMeasuredDoesNotCount() {
        Drillbook.Kind kind = BOOK.kind("pause_instead_of_filler");
        Drillbook.Result good = BOOK.result(kind, Map.of("pauses_per_minute", 10.0, "mean_pause_s", 0.6));
        assertThat(good.score()).isEqualTo(100);
        assertThat(good.passed()).as("nobody counted the fillers").isFalse();
        assertThat(good.checks().getFirst().points()).isNull();
        assertThat(BOOK.result(kind, Map.of("fillers_per_minute", 0.5, "pauses_per_minute", 10.0, "mean_pause_s", 0.6))
                        .passed())
                .isTrue();
        Drillbook.Result half =
                BOOK.result(kind, Map.of("fillers_per_minute", 3.5, "pauses_per_minute", 5.0, "mean_pause_s", 1.35));
        assertThat(half.score()).isEqualTo(50);
        assertThat(half.passed()).isFalse();
        assertThat(BOOK.result(kind, Map.of()).score()).isNull();
    }

    @Test
    void aDrillComesBackLaterEachTimeItGoesWellAndTomorrowWhenItDoesNot() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        Drill drill = new Drill(
                new UUID(0, 1),
                new UUID(0, 2),
                "say_it_plainly",
                "hedges",
                new UUID(0, 3),
                null,
                "en",
                null,
                now,
                0,
                now,
                0);
        Drill well = drill.taken(true, BOOK, now);
        Drill better = well.taken(true, BOOK, well.dueAt());
        assertThat(Duration.between(now, well.dueAt())).isEqualTo(Duration.ofDays(3));
        assertThat(Duration.between(well.dueAt(), better.dueAt())).isEqualTo(Duration.ofDays(7));
        assertThat(Duration.between(now, better.taken(false, BOOK, now).dueAt()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatIsUsualNeedsThreeSessions() {
        assertThat(OwnRange.of(List.of(4.0, 6.0))).isNull();
        OwnRange usual = OwnRange.of(List.of(4.0, 5.0, 6.0));
        assertThat(usual.mean()).isEqualTo(5);
        assertThat(usual.high()).isCloseTo(6, within(0.01));
    }

    @Test
    void theShippedWeightsAreValid() {
        assertThat(Weights.shipped().valid()).isEqualTo(Weights.shipped());
    }
}
