package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;
import tools.jackson.databind.json.JsonMapper;

/** Models that tell what the mind keeps to itself, in languages without words of our own. */
class LeakingModelTests {

    private static final Wording.Patience LONG =
            new Wording.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    /** What the person asks, and what it means; neither names a fact. */
    private static final Map<String, List<String>> TALK = Map.of(
            "de",
                    List.of(
                            "Womit schreiben Sie denn hier?",
                            "Guten Tag, wie geht es Ihnen?",
                            "Das kann ich mir vorstellen."),
            "fr", List.of("Avec quoi écrivez-vous ici ?", "Bonjour, comment allez-vous ?", "Je l'imagine bien."),
            "ja", List.of("ここでは何で書いていますか。", "こんにちは、お元気ですか。", "そうでしょうね、よくわかります。"));

    private final Wording wording = new Wording(InstantSource.system(), BuiltInActAnalyser.english());
    private final Actor buyer = BuyerGames.AS_SHIPPED.seat(BuyerGames.PEN, Level.EASY, 1);
    private final List<Turn> soFar = new ArrayList<>();
    private final List<MarkedTurn> heard = new ArrayList<>();
    private final List<String> prompts = new ArrayList<>();

    static Stream<Scenario> sold() {
        return BuyerGames.sold();
    }

    /** A model that says {@code words} whatever it was asked, claiming what {@code line} claims; then the second, honest call. */
    private Worded says(String language, String said, String means, String claims, String words, String honest)
            throws InterruptedException {
        soFar.add(new Turn(soFar.size(), Speaker.REP, said));
        String line = "{\"acts\":[],\"means\":%s%s}\n"
                .formatted(JsonMapper.shared().writeValueAsString(means), claims.isEmpty() ? "" : "," + claims);
        Interpreted interpreted = wording.interpret(
                new ScriptedLanguageModel(prompt -> {
                    prompts.add(prompt.system());
                    return isFirst(prompt) ? line + words : honest;
                }),
                buyer.offer(),
                language,
                soFar,
                1,
                LONG,
                understood -> {
                    heard.addAll(buyer.hear(said, understood));
                    return buyer.cue();
                },
                Wording.Clauses.NONE);
        Worded worded = ((Interpreted.Answered) interpreted).worded();
        soFar.add(new Turn(soFar.size(), Speaker.BUYER, worded.text()));
        buyer.worded(worded.text());
        return worded;
    }

    private static boolean isFirst(Prompt prompt) {
        return prompt.system().contains("Answer in two parts");
    }

    private static Set<String> named(String prompt) {
        return Pattern.compile("(?m)^- \\[(\\w+)] ")
                .matcher(prompt)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    // ---- at the greeting

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "ja"})
    void whoOnlyGreetsHandsNoFactToAModelThatWouldTellIt(String language) throws Exception {
        says(language, TALK.get(language).get(1), "Hello, how are you?", "", "…", "…");

        assertThat(prompts.getFirst()).contains("Answer in two parts");
        assertThat(named(prompts.getFirst())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Guten Tag. Neulich kostete mich ein Stift vierhundertzehn Euro. | Guten Tag.
            fr | Bonjour. Un stylo m'a coûté quatre cent dix euros.              | Bonjour.
            ja | こんにちは。ペン一本で四百十ユーロかかりました。                  | こんにちは。
            ja | こんにちは。引き出しはカステル銀行のペンばかりです。               | こんにちは。
            de | Guten Tag. Meine Schublade ist voll mit Stiften von Castell.    | Guten Tag.
            """)
    void whatAModelKnowsFromElsewhereIsNotSaidWithItsFigureOrName(String language, String leaks, String honest)
            throws Exception {
        Worded worded = says(language, TALK.get(language).get(1), "Hello, how are you?", "", leaks, honest);

        assertThat(worded.text()).isEqualTo(honest);
        assertThat(worded.why()).isEqualTo("gives-away");
    }

    // ---- the obliging liar

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Im März ist mir einer ausgegangen.          | Nicht doch.
            fr | En mars, l'un d'eux m'a lâchée.             | Mais non.
            ja | 三月に一本書けなくなりました。                 | いいえ。
            ja | ３月に一本書けなくなりました。                 | いいえ。
            """)
    void whoClaimsToTellNothingIsKnownByTheDate(String language, String leaks, String honest) throws Exception {
        Worded worded = says(language, TALK.get(language).getFirst(), "Why?", "\"tells\":[]", leaks, honest);

        assertThat(prompts).hasSize(2);
        assertThat(named(prompts.getFirst())).contains("lost_signing");
        assertThat(worded.text()).isEqualTo(honest);
        assertThat(worded.why()).isEqualTo("gives-away");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Mit dem, was gerade da ist. Das interessiert hier niemanden.
            de | Mit Kugelschreibern. Die liegen im Büro herum, das ist kein großes Problem.
            fr | Avec ce qui traîne. Ce n'est pas un problème pour nous.
            fr | Des stylos ordinaires, comme dans toutes les agences.
            ja | そのへんにあるボールペンです。
            ja | 普通のペンで十分です。オフィスにたくさんあります。
            """)
    void whatGivesNothingAwayIsSaidInOneCall(String language, String words) throws Exception {
        Worded worded = says(language, TALK.get(language).getFirst(), "Why?", "\"tells\":[]", words, "Nein.");

        assertThat(prompts).hasSize(1);
        assertThat(worded.by()).isEqualTo(Worded.By.MODEL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Der Distributor in Hamburg wollte keinen Prototyp mehr.
            de | Dem Distributeur war der Prototyp zu teuer.
            fr | Le distributeur ne voulait plus du prototype.
            nl | De distributeur wilde het prototype niet meer.
            ru | Дистрибьютор не захотел прототип.
            ja | ディストリビューターがプロトタイプを断りました。
            """)
    void twoLoanWordsOfAFactThatWasHandedOverTellIt(String language, String words) {
        assertThat(traces(language, "Warum?").in(words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Wir haben einen Prototyp gesehen.
            de | Im Moment ist das Thema nicht aktuell, die Situation ist problematisch.
            fr | Nous sommes plusieurs dans cette entreprise.
            ja | このプロジェクトはシステムのテストです。
            """)
    void oneLoanWordOrThoseOfEveryOfficeTellNothing(String language, String words) {
        assertThat(traces(language, "Warum?").in(words)).isFalse();
    }

    private Traces traces(String language, String said) {
        HiddenFact fact = new HiddenFact(
                "lost",
                "Why they lost a distributor",
                "pains",
                List.of(),
                new HiddenFact.Earned(HiddenFact.Asked.ANY, List.of(), null, null),
                "our distributor walked away when he saw the prototype",
                List.of(),
                List.of("The distributor looked at the prototype and walked away."),
                List.of());
        Confines confines =
                new Confines(List.of(fact), "", buyer.cue().confines().pack(), false, false, true);
        return Traces.of(List.of("lost"), new Cue(buyer.cue().direction(), confines), language, said);
    }

    @Test
    void theWordsOfWhoeverAskedGiveNothingAway() throws Exception {
        String asked = "Hat im März etwas nicht geklappt?";
        String answer = "Im März war nichts.";
        Worded worded = says("de", asked, "Why?", "\"tells\":[]", answer, "Nein.");

        assertThat(worded.text()).isEqualTo(answer);
        assertThat(traces("de", "Mochte der Distributor den Prototyp nicht?")
                        .in("Der Distributor mochte den Prototyp."))
                .isFalse();
    }

    // ---- the paraphraser

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Neulich hat mich einer mitten in einer Unterschrift im Stich gelassen. | mitten in einer Unterschrift im Stich
            fr | L'autre jour, l'un d'eux m'a lâchée en plein milieu.                   | m'a lâchée en plein milieu
            ja | この間、書いている途中で急に出なくなりました。                            | 途中で急に出なくなりました
            """)
    void aParaphraseThatSlippedThroughIsOnRecordOneTurnLaterAndNeverToldAgain(
            String language, String slips, String quote) throws Exception {
        String next = TALK.get(language).get(2);
        Worded slipped = says(language, TALK.get(language).getFirst(), "Why?", "\"tells\":[]", slips, "-");
        assertThat(slipped.text()).isEqualTo(slips); // no code knows it

        says(
                language,
                next,
                "I can imagine.",
                "\"slipped\":[{\"fact\":\"lost_signing\",\"quote\":\"" + quote + "\"}]",
                "…",
                "…");

        assertThat(BuyerGames.disclosed(heard)).containsExactly("lost_signing");
        assertThat(BuyerGames.rules(heard)).contains("slipped").doesNotContain("told-something");
        assertThat(buyer.offer().ifAsked()).extracting(Offer.Earnable::id).doesNotContain("lost_signing");
        assertThat(buyer.cue().confines().undisclosed())
                .extracting(fact -> fact.id())
                .doesNotContain("lost_signing");
        assertThat(buyer.cue().direction().known()).anyMatch(known -> known.contains("purchase contract"));
        String asked = "When did a pen last let you down?";
        says(language, TALK.get(language).getFirst(), asked, "\"tells\":[]", "…", "…");
        assertThat(BuyerGames.disclosed(heard)).containsExactly("lost_signing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lost_signing | Das habe ich nie gesagt, wirklich nicht.
            lost_signing | gerade
            own_limit    | Mit dem, was gerade da ist
            nonsense     | Mit dem, was gerade da ist
            """)
    void whatAModelOwnsUpToWithoutItsWordsOrWithoutHavingKnownItIsNotBelieved(String fact, String quote)
            throws Exception {
        says("de", TALK.get("de").getFirst(), "Why?", "\"tells\":[]", "Mit dem, was gerade da ist.", "Nein.");
        assertThat(named(prompts.getFirst())).doesNotContain("own_limit");

        says(
                "de",
                "Ach so.",
                "I see.",
                "\"slipped\":[{\"fact\":\"" + fact + "\",\"quote\":\"" + quote + "\"}]",
                "…",
                "…");

        assertThat(BuyerGames.disclosed(heard)).isEmpty();
    }

    @Test
    void whatMayHaveSlippedIsAskedAfterForOneTurnOnly() throws Exception {
        says("de", TALK.get("de").getFirst(), "Why?", "\"tells\":[]", "Mit dem, was gerade da ist.", "Nein.");
        says("de", "Ach so.", "I see.", "", "Ja, ja.", "Ja.");
        says("de", "Na dann.", "Well then.", "", "Ja, ja.", "Ja.");

        assertThat(named(prompts.getFirst())).isNotEmpty();
        assertThat(prompts.get(1)).contains("may have let slip");
        assertThat(named(prompts.get(1))).isEqualTo(named(prompts.getFirst()));
        assertThat(named(prompts.get(2))).isEmpty();
    }

    // ---- a model of no use

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "ja"})
    void whoIsAskedToSayItAgainRepeatsNothingAndIsToldWhatNobodyTold(String language) throws Exception {
        String asked = TALK.get(language).getFirst();
        String means = "When did a pen last let you down?";
        Worded pardon = says(language, asked, means, "", "*", "*");
        assertThat(pardon.text()).isEqualTo(GuardLists.shipped().pardon(language));
        assertThat(buyer.cue().confines().undisclosed())
                .as("nobody was told")
                .extracting(fact -> fact.id())
                .contains("lost_signing");

        says(language, asked, means, "", "*", "Nein.");

        assertThat(BuyerGames.rules(heard)).doesNotContain("said-it-before");
        assertThat(BuyerGames.disclosed(heard)).contains("lost_signing");
        says(language, asked, means, "", "*", "Nein.");
        assertThat(BuyerGames.rules(heard)).as("now it was").contains("said-it-before");
    }

    @Test
    void nothingEndsWithTheAskingToSayItAgain() throws Exception {
        for (int k = 0; k < 3; k++) {
            says("de", "Das ist ein Stift " + k, "This is a pen " + k, "", "*", "Aha.");
        }
        List<String> shown = new ArrayList<>();
        soFar.add(new Turn(soFar.size(), Speaker.REP, "Auf Wiedersehen."));
        Interpreted interpreted = wording.interpret(
                new ScriptedLanguageModel(
                        prompt -> isFirst(prompt) ? "{\"acts\":[],\"means\":\"Goodbye.\"}\nTschüs." : "*"),
                buyer.offer(),
                "de",
                soFar,
                1,
                LONG,
                understood -> {
                    buyer.hear("Auf Wiedersehen.", understood);
                    return buyer.cue();
                },
                shown::add);

        assertThat(buyer.ending()).isPresent();
        assertThat(interpreted).isEqualTo(new Interpreted.NotUnderstood(Interpreted.Why.UNFIT));
        assertThat(shown).isEmpty();
    }

    // ---- how little is handed over

    @ParameterizedTest
    @MethodSource("sold")
    void atMostThreeFactsAreHandedOverAndMostlyTheOneThatWasMeant(Scenario scenario) {
        List<String> lines = scenario.script().exampleTranscript().stream()
                .filter(line -> line.speaker() == Script.Begins.REP)
                .map(Script.ExampleLine::text)
                .toList();
        int told = 0;
        int handed = 0;
        for (Level level : Level.values()) {
            Actor actor = BuyerGames.AS_SHIPPED.seat(scenario, level, 5);
            List<Turn> talk = new ArrayList<>();
            actor.open().forEach(turn -> talk.add(turn.turn()));
            for (String line : lines) {
                if (actor.ending().isPresent()) {
                    break;
                }
                // As the words of another language would be, but for what languages share: nothing is lent by them
                // here.
                talk.add(new Turn(talk.size(), Speaker.REP, line.contains("?") ? "Warum?" : "So."));
                List<Offer.Earnable> nearest = Nearest.of(actor.offer(), "de", talk);
                assertThat(nearest).hasSizeLessThanOrEqualTo(Nearest.MOST);
                Set<String> ids = nearest.stream().map(Offer.Earnable::id).collect(Collectors.toSet());
                for (MarkedTurn turn : actor.hear(line)) {
                    Set<String> now = new HashSet<>(BuyerGames.disclosed(List.of(turn)));
                    told += line.contains("?") ? now.size() : 0;
                    now.retainAll(ids);
                    handed += now.size();
                }
            }
        }
        // The worst case: questions that share no word with anything. A fourth that was meant takes a second call.
        assertThat(handed).isGreaterThanOrEqualTo(told / 2);
    }

    // ---- why a turn was not understood

    @ParameterizedTest
    @CsvSource({
        "timed-out, LATE",
        "unreachable, UNREACHABLE",
        "overloaded, UNREACHABLE",
        "cut-off, UNREACHABLE",
        "blocked, REFUSED",
        "budget-spent, OVER_CAP",
        "key-refused, NOT_SET_UP",
        "not-allowed-out, NOT_SET_UP",
        "garbled, NOT_UNDERSTOOD"
    })
    void whatBecameOfTheModelIsTheReason(String code, Interpreted.Why why) throws Exception {
        assertThat(failing(ModelFailed.lasting("scripted", code))).isEqualTo(new Interpreted.NotUnderstood(why));
    }

    private Interpreted failing(ModelFailed failure) throws InterruptedException {
        return wording.interpret(
                new LanguageModel() {
                    @Override
                    public String id() {
                        return "scripted";
                    }

                    @Override
                    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed {
                        throw failure;
                    }
                },
                buyer.offer(),
                "de",
                List.of(new Turn(0, Speaker.REP, "Womit schreiben Sie?")),
                1,
                LONG,
                _ -> {
                    throw new AssertionError("the mind heard something");
                },
                Wording.Clauses.NONE);
    }

    @Test
    void anAnswerWithoutItsFirstLineIsNotUnderstood() throws Exception {
        Interpreted none = wording.interpret(
                new ScriptedLanguageModel(_ -> "Ich verstehe nicht."),
                buyer.offer(),
                "de",
                List.of(new Turn(0, Speaker.REP, "Womit schreiben Sie?")),
                1,
                LONG,
                _ -> buyer.cue(),
                Wording.Clauses.NONE);

        assertThat(none).isEqualTo(new Interpreted.NotUnderstood(Interpreted.Why.NOT_UNDERSTOOD));
    }
}
