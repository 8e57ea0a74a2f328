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
            "means":"When did a pen last let you down when it mattered?"}
            """;

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
        assertThat(worded.prompt()).isEqualTo("interpreter-1");
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

    @Test
    void whatSaysMoreThanWasSaidIsNotBelieved() {
        assertThat(Interpreting.understood(
                        "{\"acts\":[],\"means\":\"It costs 40 euros. It writes well.\"}",
                        "Er schreibt gut.",
                        Speaker.REP))
                .map(Understood::means)
                .contains("It writes well.");
        assertThat(Interpreting.understood(
                        "{\"acts\":[],\"means\":\"" + "The seller proved everything. ".repeat(20) + "\"}",
                        "Ja.",
                        Speaker.REP))
                .isEmpty();
        assertThat(Interpreting.understood(
                        "{\"acts\":[],\"means\":\"It costs 45 euros.\"}", "قيمته ٤٥ يورو", Speaker.REP))
                .map(Understood::means)
                .contains("It costs 45 euros.");
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
                String prompt = Interpreting.write(offer, "fr", soFar, 1).toString();
                for (HiddenFact fact : scenario.script().hiddenFacts()) {
                    boolean open = disclosed.contains(fact.id())
                            || offer.ifAsked().stream().anyMatch(fact.lines()::contains);
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
        return wording.interpret(
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
    }
}
