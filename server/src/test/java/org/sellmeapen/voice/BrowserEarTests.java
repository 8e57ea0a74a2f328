package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser's recogniser settles phrase by phrase and later than the silence; the record has every phrase once. */
class BrowserEarTests extends CallTest {

    @BeforeEach
    void onlyTheBrowserHears() {
        ears.clear();
        opens(new ClientMessage.Hello(null, null, ClientMessage.EarChoice.BROWSER, true));
        pass(1_000);
    }

    private void writes(String text) {
        desk.message(new ClientMessage.HeardText(text, false));
    }

    private void settles(String text) {
        desk.message(new ClientMessage.HeardText(text, true));
    }

    private List<String> said() {
        return mind.asked.stream()
                .map(asked -> asked.substring(asked.indexOf('|') + 1))
                .toList();
    }

    @Test
    void everyPhraseOfATurnIsOfIt() {
        started();
        pass(700);
        settles("Good morning Nora.");
        pass(500);
        writes("what do you");
        assertThat(wire.all(ServerMessage.Partial.class))
                .last()
                .isEqualTo(new ServerMessage.Partial("Good morning Nora. what do you"));
        pass(500);
        stopped();
        pass(250);
        settles("What do you write with today?");
        pass(1_500);
        assertThat(said()).containsExactly("Good morning Nora. What do you write with today?");
    }

    @Test
    void whatItStillWritesWhenTheFirstPhraseLooksFinishedIsWaitedFor() {
        started();
        pass(1_500);
        settles("Good morning Nora.");
        stopped();
        pass(400); // the text looks finished, and would be taken soon
        writes("what do");
        pass(3_000);
        assertThat(said()).isEmpty();
        settles("What do you write with today?");
        pass(100);
        assertThat(said()).containsExactly("Good morning Nora. What do you write with today?");
    }

    @Test
    void aPhraseThatSettlesJustBeforeTheTurnIsTakenIsOfIt() {
        started();
        pass(1_500);
        settles("Good morning Nora.");
        stopped();
        pass(400);
        settles("What do you write with today?");
        pass(1_500);
        assertThat(said()).containsExactly("Good morning Nora. What do you write with today?");
    }

    @Test
    void aPhraseToldAgainWithTheOneBeforeItIsSaidOnce() {
        started();
        settles("Good morning.");
        pass(500);
        writes("Good morning. What do");
        pass(500);
        settles("good morning. What do you write with today?");
        stopped();
        pass(1_500);
        assertThat(said()).containsExactly("good morning. What do you write with today?");
    }

    @Test
    void whatIsToldAgainAfterItsTurnIsNotSaidAgainByACough() {
        started();
        pass(800);
        settles("What do you write with today?");
        stopped();
        pass(1_500);
        settles("What do you write with today?");
        pass(800);
        started();
        pass(600);
        stopped();
        pass(12_000);
        assertThat(said()).containsExactly("What do you write with today?");
    }

    @Test
    void whoGoesOnAfterASettledPhraseIsNotTakenBeforeTheEnd() {
        started();
        pass(800);
        settles("Good morning Nora.");
        stopped();
        pass(400);
        started();
        pass(1_000);
        settles("I have a question.");
        pass(1_000);
        assertThat(said()).isEmpty();
        stopped();
        pass(1_500);
        assertThat(said()).containsExactly("Good morning Nora. I have a question.");
    }
}
