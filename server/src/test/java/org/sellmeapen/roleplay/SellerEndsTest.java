package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.scenarios.Level;

/** What ends a conversation with an AI seller, and what does not: a no, a day, an order. */
class SellerEndsTest {

    @ParameterizedTest
    @ValueSource(strings = {"No.", "Not today.", "I won't sign today.", "I'm not signing anything today.", "not now"})
    void aBareNoIsAnAnswerAndNotTheEnd(String no) {
        assertThat(Talk.coffee(1).say("Good morning.", no).outcome()).isNull();
        assertThat(Talk.car(2).say("Good morning.", "My family.", no).outcome()).isNull();
        Talk priced = Talk.coffee(3).say("Good morning.", "How much is it?", no);
        assertThat(priced.outcome()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I'm not interested.", "No, thank you. It isn't for us.", "That's a no.", "Leave me alone."})
    void aClearRefusalIsTakenAtOnce(String refusal) {
        Talk talk = Talk.coffee(4).say("Good morning.", refusal);
        assertThat(talk.outcome()).isEqualTo(Outcome.NO_SALE);
        assertThat(talk.technique()).isEqualTo("respectful_exit");
    }

    @Test
    void aNoThatIsRepeatedIsTaken() {
        Talk talk = Talk.car(5).say("No.", "No.", "No.");
        assertThat(talk.outcome()).isEqualTo(Outcome.NO_SALE);
        assertThat(talk.technique()).isEqualTo("respectful_exit");
    }

    @Test
    void aNoToThePlainQuestionForTheOrderIsTakenWithoutPushing() {
        Talk talk = new Talk(Talk.COFFEE, Level.EXPERT, 6).say("Yes.", "When could you deliver?", "Yes.");
        while (!"direct_close".equals(talk.technique()) && talk.outcome() == null) {
            talk.say("Yes.");
        }
        talk.say("No.");
        assertThat(talk.outcome()).isEqualTo(Outcome.NO_SALE);
    }

    @Test
    void aSummingUpThatIsWrongIsPutRight() {
        Talk talk = Talk.coffee(7).say("The queue at nine.", "The queue at nine, and it breaks down all the time.");
        talk.until("need_summary").say("No.");
        assertThat(talk.technique()).isEqualTo("follow_up");
        assertThat(talk.say("It's about the service.").outcome()).isNull();
    }

    @Test
    void whoWillSignNothingTodayIsAskedForADayInTheEnd() {
        Talk talk = new Talk(Talk.COFFEE, Level.HARD, 8).say("Yes.");
        while (!talk.text().isEmpty() && talk.turns.getLast().phase() != Phase.CLOSING) {
            talk.say("I see.");
        }
        talk.say("I won't sign anything today.");
        assertThat(talk.outcome()).isNull();
        assertThat(talk.technique()).isEqualTo("next_step_close");
        assertThat(talk.say("Thursday at two.").outcome()).isEqualTo(Outcome.NEXT_STEP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call me Tuesday at ten.",
                "come back next week thursday",
                "I have no time now, I'll come back on Friday at noon.",
                "Send me the service sheet and call me on Tuesday at ten.",
                "Let's talk again the day after tomorrow.",
                "How about Wednesday at two?"
            })
    void thePersonsOwnDayIsAgreedWhereverItIsNamed(String line) {
        assertThat(Talk.coffee(9).say(line).outcome()).isEqualTo(Outcome.NEXT_STEP);
        assertThat(Talk.car(10).say("Good morning.", "Two kids.", line).outcome())
                .isEqualTo(Outcome.NEXT_STEP);
        Talk late = Talk.coffee(11).say("Yes.").until("proof_story");
        assertThat(late.say(line).outcome()).isEqualTo(Outcome.NEXT_STEP);
    }

    @Test
    void nextWeekIsAskedForItsDay() {
        Talk talk = Talk.coffee(12).say("Good morning.", "I'm busy, call me next week.");
        assertThat(talk.outcome()).isNull();
        assertThat(talk.technique()).isEqualTo("next_step_close");
        talk.say("Thursday.");
        assertThat(talk.outcome()).isEqualTo(Outcome.NEXT_STEP);
        assertThat(talk.text()).contains("Thursday");
    }

    @Test
    void aDayInAStoryIsNoAppointment() {
        Talk talk =
                Talk.coffee(13).say("Good morning.", "It broke down last Monday at nine.", "We clean it on Fridays.");
        assertThat(talk.outcome()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Sure.", "Ok.", "okay", "Yes.", "Monday.", "The black one."})
    void whoeverWasAskedWhichOfTwoHasNotBoughtYet(String answer) {
        Talk talk = Talk.keen(14, "alternative_close").say(answer);
        assertThat(talk.outcome()).as(String.join("\n", talk.texts())).isNull();
    }

    @Test
    void aTrialCloseIsNoOrder() {
        for (String answer : List.of("Sure.", "Ok.", "Yes.", "Tuesday.")) {
            Talk talk = Talk.coffee(15).say("Yes.").until("trial_close").say(answer);
            assertThat(talk.outcome()).as(answer).isNotEqualTo(Outcome.SALE);
        }
    }

    @Test
    void aPlainYesToThePlainQuestionIsTheSale() {
        Talk talk = Talk.keen(16, "alternative_close").say("Sure.");
        assertThat(talk.technique()).isEqualTo("direct_close");
        assertThat(talk.say("Yes.").outcome()).isEqualTo(Outcome.SALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'll take it.", "Let's sign.", "Send me the contract.", "Fine, we have a deal."})
    void aCommitmentIsASaleAnywhere(String line) {
        assertThat(Talk.car(17).say("Good morning.", "My family.", line).outcome())
                .isEqualTo(Outcome.SALE);
    }
}
