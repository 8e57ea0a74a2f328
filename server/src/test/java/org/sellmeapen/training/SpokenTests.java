package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpokenTests {

    private static final String LONGEST = "a".repeat(Training.LONGEST_TURN);

    @Test
    void whatCannotBeStoredIsRefusedWhicheverWayItCame() {
        assertThatThrownBy(() -> Spoken.typed("a\0b")).isInstanceOf(TurnNotText.class);
        assertThatThrownBy(() -> Spoken.typed("half \ud83d")).isInstanceOf(TurnNotText.class);
        assertThatThrownBy(() -> Spoken.aloud("a\0b", new PlayedTurn.Sound(0, 1, false), null))
                .isInstanceOf(TurnNotText.class);
        assertThat(Spoken.typed("a whole one \ud83d\ude00").text()).endsWith("\ude00");
    }

    @Test
    void aTypedTurnIsNoLongerThanOneOverHttp() {
        assertThat(Spoken.typed(LONGEST).text()).isEqualTo(LONGEST);
        assertThatThrownBy(() -> Spoken.typed(LONGEST + "a")).isInstanceOf(TurnTooLong.class);
    }

    @Test
    void ofALongMonologueAsMuchIsKeptAsATurnHolds() {
        PlayedTurn.Sound sound = new PlayedTurn.Sound(0, 400_000, false);
        assertThat(Spoken.aloud(LONGEST + "bcd", sound, null).text()).isEqualTo(LONGEST);
        String split = LONGEST.substring(1) + "\ud83d\ude00";
        assertThat(Spoken.aloud(split, sound, null).text()).isEqualTo(LONGEST.substring(1));
    }
}
