package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.roleplay.Interpreted;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.roleplay.Wording;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** A rehearsal whose answers a model words, on a real database. */
class DeliveryTests extends HouseTest {

    private static final String HELLO = "Good morning. I'd like two minutes on how signing works here.";
    private static final String ASKED = "Tell me about the last time a pen let you down when it mattered.";

    @Autowired
    Background background;

    @Autowired
    Training training;

    @Autowired
    SpokenTurns spokenTurns;

    @Autowired
    TrainingSessions sessions;

    @Autowired
    Wordings wordings;

    @Autowired
    Wording wording;

    @Autowired
    TrainingSettings settings;

    @Autowired
    Replay replay;

    @Autowired
    Roleplay roleplay;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Endings endings;

    @Autowired
    SessionRemoval removal;

    @Autowired
    AuditTrail audit;

    private Member member;
    private SignedIn rep;
    private OrganisationId organisation;

    @BeforeEach
    void somebodyRehearses() {
        organisation = organisation("Deliveries");
        member = member(organisation, Role.TRAINEE);
        rep = new SignedIn(
                member.id(), organisation, member.role(), member.role().permissions());
    }

    @Test
    void theModelsWordsTakeThePlaceOfTheBuiltInOnesAndAreNoted() {
        List<Prompt> asked = new ArrayList<>();
        TrainingSessionId id = begun();

        Exchange said = say(id, HELLO, "key", prompt -> {
            asked.add(prompt);
            return "Two minutes, fine. " + conveyed(prompt);
        });

        String text = said.turns().getLast().marked().turn().text();
        assertThat(text).startsWith("Two minutes, fine. ");
        assertThat(stored(id).getLast().marked().turn().text()).isEqualTo(text);
        assertThat(kept(id)).hasSize(1).first().satisfies(kept -> {
            assertThat(kept.by()).isEqualTo("model");
            assertThat(kept.provider()).isEqualTo("scripted");
            assertThat(kept.prompt()).isEqualTo("counterpart-2");
            assertThat(kept.raw()).isEqualTo(text);
        });
        assertThat(asked).hasSize(1);
        // the same request again brings the same turns and asks nobody
        assertThat(say(id, HELLO, "key", _ -> "Something else.")
                        .turns()
                        .getLast()
                        .marked()
                        .turn()
                        .text())
                .isEqualTo(text);
        // what was said so is what the next prompt remembers and what the mind heard itself say
        say(id, ASKED, null, prompt -> {
            asked.add(prompt);
            return conveyed(prompt);
        });
        assertThat(asked.getLast().messages())
                .anyMatch(message -> message.text().equals(text));
    }

    @Test
    void passagesOfTheOrganisationsDocumentsGoWithWhatWasSaidAndAreNamed() {
        program(member(organisation, Role.AUTHOR))
                .post(
                        "/api/v1/knowledge",
                        "{\"title\":\"Signing terms\",\"source\":\"leaflet\",\"language\":\"en\","
                                + "\"body\":\"Signing with the broad nib works on glossy paper too.\"}");
        List<Prompt> asked = new ArrayList<>();
        TrainingSessionId id = begun();

        say(id, HELLO, null, prompt -> {
            asked.add(prompt);
            return conveyed(prompt);
        });

        assertThat(asked.getFirst().system()).contains("glossy paper");
        assertThat(kept(id).getFirst().sources()).containsExactly("Signing terms, leaflet");
    }

    @Test
    void whatAModelMustNotSayIsSaidInTheBuiltInWordsAndTheReasonIsKept() {
        TrainingSessionId one = begun();
        TrainingSessionId other = begun();
        List<String> builtIn = texts(in(() -> training.say(rep, other, null, HELLO, null)));

        assertThat(texts(say(one, HELLO, null, _ -> "I'll take three!"))).isEqualTo(builtIn);
        assertThat(kept(one).getFirst().why()).isEqualTo("early-yes");
        assertThat(kept(one).getFirst().raw()).contains("three");
    }

    @Test
    void clausesComeWhileNoTransactionIsOpenAndTheTurnIsAlreadyOnRecord() {
        TrainingSessionId id = begun();
        List<String> clauses = new ArrayList<>();
        Delivery delivery = delivery(prompt -> "Two minutes, fine. " + conveyed(prompt));

        Exchange said = in(() -> delivery.say(rep, id, null, Spoken.typed(HELLO), null, new Delivery.Listener() {
            @Override
            public void heard(Exchange committed) {
                assertThat(stored(id)).hasSize(committed.turns().size());
            }

            @Override
            public boolean clause(int turn, String clause) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse();
                clauses.add(clause);
                return true;
            }
        }));

        assertThat(String.join(" ", clauses))
                .isEqualTo(said.turns().getLast().marked().turn().text());
    }

    @Test
    void aRetryBeginsWithTheTurnsAsTheyWereWorded() {
        TrainingSessionId id = begun();
        say(id, HELLO, null, prompt -> "Two minutes, fine. " + conveyed(prompt));
        say(id, ASKED, null, DeliveryTests::conveyed);
        in(() -> {
            training.end(rep, id, null);
            return id;
        });

        TrainingSessionId retry = in(() -> training.retry(rep, id, stored(id).size() - 2));

        assertThat(stored(retry).getLast().marked().turn().text()).startsWith("Two minutes, fine.");
        assertThat(kept(retry)).hasSize(1);
    }

    @Test
    void whereTheBuiltInWordsTookOverTheRoomIsToldAtOnceAndWhenItIsOpenedAgain() {
        TrainingSessionId id = begun();
        Exchange worded = say(id, HELLO, null, prompt -> "Two minutes, fine. " + conveyed(prompt));
        Exchange inPart = say(id, ASKED, null, prompt -> "Let me think. I'll take three!");
        Exchange not = say(id, "What came of that?", "key", _ -> "As an AI I cannot say.");
        assertThat(List.of(worded, inPart, not))
                .extracting(said -> said.turns().getLast().insteadOfModel())
                .containsExactly(
                        null,
                        new Worded.Instead(Worded.By.BOTH, Interpreted.Why.UNFIT),
                        new Worded.Instead(Worded.By.BUILT_IN, Interpreted.Why.UNFIT));
        assertThat(TurnController.Answer.of(not).turn().insteadOfModel()).isEqualTo(Worded.By.BUILT_IN);
        // the same request again tells the same
        assertThat(say(id, "What came of that?", "key", _ -> "Nothing.")
                        .turns()
                        .getLast()
                        .insteadOfModel()
                        .by())
                .isEqualTo(Worded.By.BUILT_IN);
        JsonNode turns = program(member).get("/api/v1/sessions/" + id).body().path("turns");
        List<String> told = new ArrayList<>();
        turns.forEach(turn -> told.add(turn.path("instead_of_model").asString("-")));
        assertThat(told).filteredOn(one -> !one.equals("-")).containsExactly("both", "built_in");
        assertThat(told).last().isEqualTo("built_in");
        assertThat(turns.get(turns.size() - 1).path("instead_because").asString())
                .isEqualTo("unfit");
    }

    @Test
    void wordsThatAreBuiltInOnPurposeTookOverFromNobody() {
        TrainingSessionId id = begun();
        in(() -> training.say(rep, id, null, Spoken.typed(HELLO), null));
        assertThat(stored(id)).extracting(PlayedTurn::insteadOfModel).containsOnlyNulls();
        assertThat(Worded.tookOver(Worded.By.BUILT_IN, "decides")).isFalse();
        assertThat(Worded.tookOver(Worded.By.BUILT_IN, "timed-out")).isTrue();
    }

    @Test
    void aSessionPlaysAgainWithoutAnyModel() throws Exception {
        TrainingSessionId id = begun();
        say(id, HELLO, null, prompt -> "Two minutes, fine. " + conveyed(prompt));
        say(id, ASKED, null, prompt -> "Let me think. I'll take three!");
        say(id, "What came of that?", null, _ -> "As an AI I cannot say.");
        say(id, "And what did it cost you?", null, prompt -> "Well. " + conveyed(prompt));

        Replay.Played again = in(() -> played(id));

        assertThat(again.differing()).isEmpty();
        assertThat(again.texts())
                .isEqualTo(
                        stored(id).stream().map(t -> t.marked().turn().text()).toList());
        assertThat(kept(id)).extracting(Wordings.Kept::by).containsExactly("model", "both", "built_in", "model");
        TrainingSessionId german = foreign("de");
        say(
                german,
                "Guten Morgen. Was benutzen Sie zum Schreiben?",
                null,
                prompt -> prompt.system().contains("Answer in two parts")
                        ? "{\"acts\":[],\"means\":\"Good morning. What do you use for writing?\"}\nGuten Morgen. Einen Kugelschreiber."
                        : "Guten Morgen, ich habe um zehn einen Termin.");
        assertThat(in(() -> played(german)).differing()).isEmpty();
    }

    private Replay.Played played(TrainingSessionId id) {
        try {
            return replay.played(rep, id);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void inALanguageWithoutWordsOfOurOwnOneCallUnderstandsAndAnswers() {
        TrainingSessionId id = foreign("de");
        List<Prompt> asked = new ArrayList<>();
        String said = "Guten Morgen. Wann hat Sie zuletzt ein Stift im Stich gelassen?";

        Exchange exchange = say(id, said, "k", prompt -> {
            asked.add(prompt);
            return prompt.system().contains("Answer in two parts")
                    ? "{\"acts\":[{\"act\":\"open_question\",\"quote\":\"Wann hat Sie zuletzt ein Stift im Stich gelassen?\"}],"
                            + "\"means\":\"Good morning. When did a pen last let you down?\",\"tells\":[{\"fact\":\"lost_signing\",\"asked\":\"im Stich gelassen\"}]}\nGuten Morgen. Das ist noch gar nicht lange her."
                    : "Guten Morgen, ich habe um zehn einen Termin.";
        });

        List<PlayedTurn> stored = stored(id);
        assertThat(stored.getFirst().marked().turn().text()).isEqualTo("Guten Morgen, ich habe um zehn einen Termin.");
        assertThat(stored.get(1).marked().turn().text()).isEqualTo(said);
        assertThat(stored.getLast().marked().turn().text())
                .isEqualTo("Guten Morgen. Das ist noch gar nicht lange her.");
        assertThat(stored.get(1).marked().moved()).isNotEmpty();
        assertThat(exchange.session().casting().language()).isEqualTo("de");
        assertThat(asked).hasSize(2);
        assertThat(texts(say(id, said, "k", _ -> "Nie."))).containsAll(List.of(said));
        assertThat(stored(id)).hasSize(3);
    }

    @Test
    void aConversationInAnotherLanguageEndsInWordsOfItToo() {
        TrainingSessionId id = foreign("de");
        Exchange last = null;
        for (String means : List.of(
                "What do you write with?",
                "Who decides here?",
                "What would it cost you?",
                "Goodbye then, I give up.")) {
            last = say(
                    id,
                    "So, so: " + means.length(),
                    null,
                    prompt -> prompt.system().contains("Answer in two parts")
                            ? "{\"acts\":[],\"means\":\"" + means + "\"}\nDas ist eine lange Geschichte."
                            : "Auf Wiedersehen und danke für den Besuch.");
        }

        assertThat(last.session().isOver()).isTrue();
        assertThat(stored(id).getLast().marked().turn().text()).isEqualTo("Auf Wiedersehen und danke für den Besuch.");
        Stage.Ended ended = (Stage.Ended) last.session().stage();
        assertThat(ended.ending().decidingSentence()).isEqualTo("Auf Wiedersehen und danke für den Besuch.");
    }

    @Test
    void aTurnThatNobodyUnderstoodIsNotTaken() {
        TrainingSessionId id = foreign("pl");
        int before = stored(id).size();

        assertThatThrownBy(() -> say(id, "Dzień dobry, co pan teraz ma?", null, _ -> "Słucham?"))
                .isInstanceOf(NotHeard.class);
        assertThat(stored(id).stream().filter(turn -> turn.marked().turn().speaker() == Speaker.REP))
                .isEmpty();
        assertThat(before).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "timed-out, not-heard-late, in time",
        "unreachable, not-heard-unreachable, cannot be reached",
        "blocked, not-heard-refused, refused",
        "budget-spent, not-heard-over-cap, cap",
        "key-refused, not-heard-not-set-up, administrator",
        "garbled, not-heard, make sense"
    })
    void whoeverWasNotUnderstoodIsToldWhy(String code, String told, String words) {
        TrainingSessionId id = foreign("pl");

        assertThatThrownBy(() -> say(id, "Dzień dobry, co pan teraz ma?", null, prompt -> {
                    throw new ScriptedModels.Fails(code);
                }))
                .isInstanceOfSatisfying(
                        NotHeard.class, refusal -> assertThat(refusal.code()).isEqualTo(told))
                .hasMessageContaining(words)
                .hasMessageContaining("not taken");
        assertThat(stored(id).stream().filter(turn -> turn.marked().turn().speaker() == Speaker.REP))
                .isEmpty();
    }

    @Test
    void whereTheModelThatUnderstoodCouldNotWordItTheReasonStandsWithTheTurn() {
        TrainingSessionId id = foreign("de");
        Exchange said = say(id, "Guten Morgen. Womit schreiben Sie?", null, prompt -> {
            if (!prompt.system().contains("Answer in two parts")) {
                throw new ScriptedModels.Fails("budget-spent");
            }
            return "{\"acts\":[],\"means\":\"Good morning. What do you write with?\"}\nIch kaufe sofort!";
        });

        Worded.Instead instead = said.turns().getLast().insteadOfModel();
        assertThat(instead).isEqualTo(new Worded.Instead(Worded.By.BUILT_IN, Interpreted.Why.OVER_CAP));
    }

    @Test
    void withoutAModelNoOtherLanguageIsOfferedAndWithOneAllOfThem() {
        assertThatThrownBy(() ->
                        in(() -> training.begin(rep, new BeginSession("classic-pen", Level.EASY, null, "fr", 7L))))
                .isInstanceOf(LanguageNotOffered.class)
                .hasMessageContaining("language model");
        for (String language : List.of(
                "ar", "zh", "cs", "da", "nl", "fi", "fr", "de", "el", "he", "hi", "it", "ja", "ko", "no", "pl", "pt",
                "ru", "es", "sv", "th", "tr", "vi")) {
            assertThat(foreign(language)).isNotNull();
        }
        assertThatThrownBy(() -> foreign("tlh")).isInstanceOf(LanguageNotOffered.class);
    }

    @Test
    void theBriefingSaysInWhichLanguagesItCanBePlayedNow() {
        assertThat(program(member)
                        .get("/api/v1/scenarios/classic-pen")
                        .body()
                        .path("languages")
                        .toString())
                .isEqualTo("[\"en\"]");
        List<String> languages = deskWithModel()
                .languages(organisation, scenarios.get("classic-pen").script());
        assertThat(languages).hasSize(24).startsWith("en").contains("ja", "ar").doesNotHaveDuplicates();
    }

    private CounterpartDesk deskWithModel() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("models", new ScriptedModels(_ -> ""));
        return new CounterpartDesk(roleplay, scenarios, sessions, beans.getBeanProvider(Models.class));
    }

    private TrainingSessionId foreign(String language) {
        CounterpartDesk desk = deskWithModel();
        Training withModel =
                new Training(sessions, scenarios, desk, endings, removal, audit, ids, new Random(1), CLOCK, settings);
        return in(() -> transactions.execute(
                _ -> withModel.begin(rep, new BeginSession("classic-pen", Level.EASY, null, language, 7L))));
    }

    /** What the prompt asks to be conveyed. */
    static String conveyed(Prompt prompt) {
        String asks = prompt.system().substring(prompt.system().indexOf("Say now"));
        StringBuilder text = new StringBuilder();
        asks.lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("- "))
                .forEach(line -> text.append(line.substring(2)).append(' '));
        return text.toString().strip();
    }

    private Exchange say(TrainingSessionId id, String text, String key, Function<Prompt, String> script) {
        Delivery delivery = delivery(script);
        return in(() -> delivery.say(rep, id, null, Spoken.typed(text), key, Delivery.Listener.NOBODY));
    }

    private Delivery delivery(Function<Prompt, String> script) {
        Models models = new ScriptedModels(script);
        return new Delivery(training, spokenTurns, wording, models, background, settings);
    }

    private TrainingSessionId begun() {
        return in(() -> training.begin(rep, new BeginSession("classic-pen", Level.EASY, null, null, 7L)));
    }

    private List<PlayedTurn> stored(TrainingSessionId id) {
        return in(() -> transactions.execute(_ -> sessions.turns(id)));
    }

    private List<Wordings.Kept> kept(TrainingSessionId id) {
        return in(() -> transactions.execute(_ -> wordings.of(id)));
    }

    private static List<String> texts(Exchange exchange) {
        return exchange.turns().stream()
                .map(turn -> turn.marked().turn().text())
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, work::get);
    }
}
