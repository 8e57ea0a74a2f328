package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;

class InterpretingTests {

    private static final Wording.Patience LONG =
            new Wording.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    private static final String SAID = "Wann hat Sie zuletzt ein Stift im Stich gelassen, als es darauf ankam?";
    private static final String LINE = """
            {"acts":[{"act":"open_question","quote":"Wann hat Sie zuletzt ein Stift im Stich gelassen"},\
            {"act":"proof","quote":"in 40 Fällen"},{"act":"agreement","quote":"Stift"}],\
            "means":"When did a pen last let you down when it mattered?","tells":[{"fact":"lost_signing","asked":"im Stich gelassen"}]}
            """;

    private static final String TELLS = "{\"fact\":\"lost_signing\",\"asked\":\"im Stich gelassen\"}";

    private final Wording wording = new Wording(InstantSource.system(), BuiltInActAnalyser.english());
    private final Actor buyer = BuyerGames.AS_SHIPPED.seat(BuyerGames.PEN, Level.EASY, 1);
    private final List<String> shown = new ArrayList<>();
    private final List<MarkedTurn> heard = new ArrayList<>();
    private int calls;

    static Stream<Scenario> sold() {
        return BuyerGames.sold();
    }

    @Test
    void oneCallUnderstandsTheTurnAndWordsTheAnswer() throws Exception {
        Worded worded = answer(_ -> LINE + "Neulich, mitten in einem Vertrag. Kein schöner Anblick.")
                .orElseThrow();

        assertThat(calls).isEqualTo(1);
        assertThat(worded.text()).isEqualTo("Neulich, mitten in einem Vertrag. Kein schöner Anblick.");
        assertThat(worded.by()).isEqualTo(Worded.By.MODEL);
        assertThat(worded.prompt()).isEqualTo("interpreter-3");
        MarkedTurn said = heard.getFirst();
        assertThat(said.turn().text()).isEqualTo(SAID);
        // quotes that were not said, and acts of the other side, are dropped
        assertThat(said.acts()).extracting(reading -> reading.act()).containsExactly(Act.OPEN_QUESTION);
        assertThat(said.moved()).isNotEmpty();
    }

    @Test
    void whatIsNotUnderstoodMovesNothing() throws Exception {
        assertThat(answer(_ -> "Ich verstehe nicht.\nWie bitte?")).isEmpty();
        assertThat(heard).isEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void wordsThatMustNotBeSaidAreFoundAnewForWhatWasDecided() throws Exception {
        Worded worded = answer(prompt -> prompt.system().contains("Answer in two parts")
                        ? LINE + "Ich kaufe sofort zehn Stück!"
                        : "Das sage ich Ihnen gern später.")
                .orElseThrow();

        assertThat(calls).isEqualTo(2);
        assertThat(worded.text()).isEqualTo("Das sage ich Ihnen gern später.");
        assertThat(worded.why()).isEqualTo("early-yes");
        assertThat(worded.raw()).contains("zehn Stück").contains("später");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fact":"lost_signing","asked":"im Stich gelassen"},{"fact":"left_handed","asked":"ein Stift"} | gives-away
            {"fact":"left_handed","asked":"im Stich gelassen"}                                             | gives-away
            ''                                                                                             | left-out
            {"fact":"lost_signing","asked":"Erzählen Sie mir alles"}                                       | unasked
            {"fact":"lost_signing","asked":"es"}                                                           | unasked
            "lost_signing"                                                                                 | unasked
            """)
    void wordsThatClaimToTellOtherThanWhatWasAskedAndTheMindToldAreNotHeard(String tells, String why) throws Exception {
        String line = LINE.replace(TELLS, tells);
        Worded worded = answer(prompt -> prompt.system().contains("Answer in two parts")
                        ? line + "Ich schreibe übrigens mit links."
                        : "Neulich, mitten in einem Vertrag.")
                .orElseThrow();

        assertThat(calls).isEqualTo(2);
        assertThat(worded.text()).isEqualTo("Neulich, mitten in einem Vertrag.");
        assertThat(worded.why()).isEqualTo(why);
        assertThat(String.join(" ", shown)).isEqualTo(worded.text());
    }

    @ParameterizedTest
    @CsvSource({
        "de, Bis fünfhundert entscheide ich allein.",
        "de, Das waren vierhundertzehn Euro.",
        "de, Darüber muss Ann mit.",
        "fr, Jusqu'à cinq cents je décide seule.",
        "es, Hasta 500 decido yo.",
        "ru, До пятьсот решаю я."
    })
    void figuresAndShortNamesOfWhatWasNotEarnedAreNoticedInAnotherLanguage(String language, String words) {
        Secrets secrets = new Secrets(limit(), language);

        assertThat(secrets.told(words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"de, Das weiß ich wirklich nicht.", "de, Das geht ann mich nichts an.", "fr, Un stylo neuf."})
    void everydayWordsGiveNothingAwayInAnotherLanguage(String language, String words) {
        assertThat(new Secrets(limit(), language).told(words)).isFalse();
    }

    private Confines limit() {
        HiddenFact fact = new HiddenFact(
                "limit",
                "What she decides alone",
                "decision_process",
                List.of(),
                new HiddenFact.Earned(HiddenFact.Asked.ANY, List.of(), null, null),
                "up to five hundred I decide alone, above that it is Ann",
                List.of(),
                List.of("Last year it came to four hundred and ten euros."),
                List.of());
        return new Confines(List.of(fact), "", buyer.cue().confines().pack(), false, false, true);
    }

    @Test
    void whatSaysMoreThanWasSaidIsNotBelieved() {
        assertThat(understood("{\"acts\":[],\"means\":\"It costs 40 euros. It writes well.\"}", "Er schreibt gut."))
                .map(Understood::means)
                .contains("It writes well.");
        assertThat(understood("{\"acts\":[],\"means\":\"" + "The seller proved everything. ".repeat(20) + "\"}", "Ja."))
                .isEmpty();
        assertThat(understood("{\"acts\":[],\"means\":\"It costs 45 euros.\"}", "قيمته ٤٥ يورو"))
                .map(Understood::means)
                .contains("It costs 45 euros.");
    }

    @Test
    void whoAsksNothingIsNotHandedASingleFact() {
        Offer offer = buyer.offer();
        String greeted = Interpreting.of(offer, "de", List.of(new Turn(0, Speaker.REP, "Guten Tag, Frau Felding.")))
                .prompt(1)
                .system();
        List<Turn> asking = List.of(new Turn(0, Speaker.REP, SAID));
        String asked = Interpreting.of(offer, "de", asking).prompt(1).system();

        assertThat(offer.ifAsked()).isNotEmpty();
        for (Offer.Earnable fact : offer.ifAsked()) {
            assertThat(greeted).doesNotContain(fact.line());
        }
        assertThat(Nearest.of(offer, "de", asking)).isNotEmpty();
        for (Offer.Earnable fact : Nearest.of(offer, "de", asking)) {
            assertThat(asked).contains("[" + fact.id() + "] " + fact.line());
        }
    }

    private Optional<Understood> understood(String line, String said) {
        return Interpreting.of(buyer.offer(), "de", List.of(new Turn(0, Speaker.REP, said)))
                .understood(line, Speaker.REP);
    }

    @ParameterizedTest
    @MethodSource("sold")
    void noPromptOfAWholeGameHoldsAFactThatNobodyWouldBeToldNow(Scenario scenario) {
        List<String> lines = scenario.script().exampleTranscript().stream()
                .filter(line -> line.speaker() == Script.Begins.REP)
                .map(Script.ExampleLine::text)
                .toList();
        for (Level level : Level.values()) {
            Actor actor = BuyerGames.AS_SHIPPED.seat(scenario, level, 5);
            List<Turn> soFar = new ArrayList<>();
            actor.open().forEach(turn -> soFar.add(turn.turn()));
            Set<String> disclosed = new HashSet<>();
            for (String line : lines) {
                if (actor.ending().isPresent()) {
                    break;
                }
                Offer offer = actor.offer();
                String prompt = Interpreting.of(offer, "fr", soFar).prompt(1).toString();
                for (HiddenFact fact : scenario.script().hiddenFacts()) {
                    boolean open = disclosed.contains(fact.id())
                            || Nearest.of(offer, "fr", soFar).stream()
                                    .map(Offer.Earnable::id)
                                    .anyMatch(fact.id()::equals);
                    if (!open) {
                        assertThat(BuyerGames.tells(prompt, fact)).as(fact.id()).isFalse();
                        assertThat(prompt).doesNotContain(fact.gist());
                    }
                }
                for (MarkedTurn turn : actor.hear(line)) {
                    soFar.add(turn.turn());
                    turn.moved().stream()
                            .filter(move -> move.what().startsWith("disclosed:"))
                            .forEach(move -> disclosed.add(move.what().substring(10)));
                }
            }
        }
    }

    private Optional<Worded> answer(Function<Prompt, String> script) throws InterruptedException {
        Interpreted interpreted = wording.interpret(
                new ScriptedLanguageModel(prompt -> {
                    calls++;
                    return script.apply(prompt);
                }),
                buyer.offer(),
                "de",
                List.of(new Turn(0, Speaker.REP, SAID)),
                1,
                LONG,
                understood -> {
                    heard.addAll(buyer.hear(SAID, understood));
                    return buyer.cue();
                },
                shown::add);
        return interpreted instanceof Interpreted.Answered(Worded worded) ? Optional.of(worded) : Optional.empty();
    }
}
