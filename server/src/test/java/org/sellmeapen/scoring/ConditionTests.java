package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Map<String, Double> COUNTS =
            Map.of("supports", 2.0, "half", 1.0, "contradicts", 0.0, "chance_missed", 3.0, "occasion", 1.0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supports >= 2",
                "supports + half >= 3",
                "supports > half and contradicts == 0",
                "supports > 5 or chance_missed >= 3",
                "half < 2 and supports > 9 or contradicts <= 0"
            })
    void holdsWhatIsTrueOfTheCounts(String rule) {
        assertThat(Condition.parse(rule).holds(COUNTS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supports >= 3",
                "supports + half > 3",
                "occasion == 0",
                "supports >= 2 and half >= 2",
                "measured < 1"
            })
    void doesNotHoldWhatIsFalseOrWasNotMeasured(String rule) {
        assertThat(Condition.parse(rule).holds(COUNTS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "supports",
                "supports >=",
                "supports >= two",
                "apples >= 1",
                "supports half >= 1",
                "1 < supports < 3",
                "supports >= 1 and"
            })
    void refusesWhatCannotBeRead(String rule) {
        assertThatThrownBy(() -> Condition.parse(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule line");
    }

    @Test
    void takesTheFirstVerdictThatHolds() {
        Rule rule = new Rule(
                Condition.parse("occasion == 0"), Condition.parse("supports >= 2"), Condition.parse("half >= 1"));
        assertThat(rule.apply(COUNTS)).isEqualTo(Verdict.YES);
        assertThat(rule.apply(Map.of("supports", 1.0, "half", 1.0, "occasion", 1.0)))
                .isEqualTo(Verdict.PARTIAL);
        assertThat(rule.apply(Map.of("supports", 1.0, "half", 0.0, "occasion", 1.0)))
                .isEqualTo(Verdict.NO);
        assertThat(rule.apply(Map.of("supports", 9.0, "half", 0.0, "occasion", 0.0)))
                .isEqualTo(Verdict.NOT_OBSERVED);
    }
}
