package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.conversation.Act;

class PersonSignsTest {

    private static final LanguagePack ENGLISH = LanguagePack.shipped("en");
    private static final PersonSigns SIGNS = ENGLISH.personSigns();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll take it.",
                "ok ill take it",
                "We'll take the blue one, please.",
                "Let's sign.",
                "Send me the contract.",
                "Where do I sign?",
                "All right, you've got a deal.",
                "Deal.",
                "Put us down.",
                "I'd like to order one."
            })
    void aCommitmentIsHeard(String sentence) {
        assertThat(signs(sentence)).containsAnyOf("commits", "commits_asking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure.",
                "Okay.",
                "On Monday.",
                "I won't take it.",
                "I'll take it to my director.",
                "I'd like to have it in writing.",
                "Send me the contract so that I can read it first.",
                "I have a deal with another dealer.",
                "Will I take it home on the same day?"
            })
    void whatIsLessThanACommitmentIsNone(String sentence) {
        assertThat(signs(sentence)).doesNotContain("commits", "commits_asking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not interested.",
                "not interested",
                "I don't want it.",
                "We won't buy anything.",
                "That's a no.",
                "Leave me alone.",
                "It isn't for us.",
                "No, we'll look elsewhere."
            })
    void aClearRefusalIsHeard(String sentence) {
        assertThat(signs(sentence)).contains("refuses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No.",
                "Not today.",
                "I won't sign today.",
                "I'm not interested in finance.",
                "I don't want it to break again.",
                "No problem."
            })
    void whatIsLessThanARefusalIsNone(String sentence) {
        assertThat(signs(sentence)).doesNotContain("refuses");
    }

    @Test
    void aNoIsToldFromWhatOnlyBeginsLikeOne() {
        assertThat(signs("No.")).contains("no");
        assertThat(signs("Not really.")).contains("no");
        assertThat(signs("No problem.")).contains("yes").doesNotContain("no", "negative");
        assertThat(signs("No idea.")).contains("unsure").doesNotContain("no");
        assertThat(signs("It's old.")).doesNotContain("yes");
    }

    @Test
    void notTodayIsADelayAndNoRefusal() {
        assertThat(signs("I won't sign today.")).contains("declines_now");
        assertThat(signs("not today")).contains("declines_now");
        assertThat(signs("I'm not signing anything.")).contains("declines_now");
        assertThat(signs("It doesn't work today.")).doesNotContain("declines_now");
    }

    @Test
    void aQuestionStatesNothing() {
        assertThat(SIGNS.asks("how much is it", SIGNS.plain("how much is it"))).isTrue();
        assertThat(SIGNS.asks("When it breaks we walk.", SIGNS.plain("When it breaks we walk.")))
                .isFalse();
        assertThat(SIGNS.in("Do I like it?", true)).doesNotContain("warms");
    }

    @ParameterizedTest
    @CsvSource({
        "Too expensive for us., OBJECTION_PRICE",
        "hm ok thats quite a lot, OBJECTION_PRICE",
        "I don't trust you., OBJECTION_TRUST",
        "We don't need a new one., OBJECTION_NEED",
        "It's a bad time., OBJECTION_TIMING",
        "I have to ask my wife., OBJECTION_AUTHORITY",
        "The others are cheaper., OBJECTION_COMPETITOR"
    })
    void anObstacleThatIsPlainlyNamedIsHeard(String sentence, Act objection) {
        assertThat(SIGNS.objection(SIGNS.plain(sentence), false, false)).isEqualTo(objection);
    }

    @Test
    void whoDecidesIsAnAnswerToWhoeverAsksAboutThem() {
        String plain = SIGNS.plain("My director has to sign that.");
        assertThat(SIGNS.objection(plain, true, false)).isNull();
        assertThat(SIGNS.objection(plain, false, false)).isEqualTo(Act.OBJECTION_AUTHORITY);
    }

    @Test
    void oneWordNamesTheObstacleToWhoeverAskedForIt() {
        assertThat(SIGNS.objection("the price", false, false)).isNull();
        assertThat(SIGNS.objection("the price", false, true)).isEqualTo(Act.OBJECTION_PRICE);
    }

    @ParameterizedTest
    @CsvSource({
        "Call me Tuesday at ten., Tuesday at ten",
        "come back next week thursday, next week Thursday",
        "call me next week thursday at 3, next week Thursday at 3",
        "Tuesday doesn't work but Thursday does., Thursday",
        "Let's say the day after tomorrow., the day after tomorrow"
    })
    void aDayIsHeardAsItWasSaid(String sentence, String day) {
        assertThat(SIGNS.day(sentence, ENGLISH)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Don't call me on Tuesday.", "It broke last Monday.", "We meet on Fridays.", "Maybe one day."})
    void aDayThatIsDeclinedOrLongPastIsNone(String sentence) {
        assertThat(SIGNS.day(sentence, ENGLISH)).isNull();
    }

    @Test
    void nextWeekWantsADay() {
        assertThat(SIGNS.isVague("next week")).isTrue();
        assertThat(SIGNS.isVague("next week Thursday")).isFalse();
    }

    @Test
    void thePointOfAWishIsTurnedToTheOtherSide() {
        assertThat(SIGNS.inShort("conditions", SIGNS.plain("Only if you include training.")))
                .isEqualTo("we include training");
        assertThat(SIGNS.inShort("conditions", SIGNS.plain("Throw in the wheels and I'll take it.")))
                .isEqualTo("we throw in the wheels");
        assertThat(SIGNS.inShort("requests", SIGNS.plain("Please send me your price list.")))
                .isEqualTo("our price list");
    }

    private static Set<String> signs(String sentence) {
        String plain = SIGNS.plain(sentence);
        return SIGNS.in(sentence, SIGNS.asks(sentence, plain));
    }
}
