package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.knowledge.DocumentId;
import org.sellmeapen.knowledge.Passage;

class ModelJudgeTests {

    private static final Transcript TALK = new Transcript(
            "t",
            "en",
            List.of(
                    new Turn(0, Speaker.REP, "What happens when the belt stops?"),
                    new Turn(1, Speaker.BUYER, "Forty people wait. It cost us 1,200 euros in May."),
                    new Turn(2, Speaker.REP, "I see. And how often is that?"),
                    new Turn(3, Speaker.BUYER, "Twice a month. Come on Monday at nine, then.")));

    private static final String QUESTION =
            "{\"criterion\":\"asked_open_questions\",\"turn\":0,\"quote\":\"What happens when the belt stops?\",\"shows\":\"supports\",\"confidence\":0.9}";

    private final Rubric core = Rubrics.shipped().byId("core");
    private final Observations ours = new Observations(
            List.of(new Observation("built_rapport", 1, "Forty people wait.", Shows.HALF, 0.6)),
            Map.of("listened_more_than_talked", new Measured("share", 0.4, "ratio", "12 / 30")),
            Set.of(),
            Set.of(),
            Map.of(),
            Outcome.UNDECIDED,
            null,
            List.of());
    private final List<Prompt> asked = new ArrayList<>();

    @Test
    void whatTheModelSeesIsKeptWhereItStandsAndDroppedWhereItDoesNot() {
        Scorecard card = card(said("""
                {"criterion":"asked_open_questions","turn":0,"quote":"What happens when the belt stops?","shows":"supports","confidence":0.9},
                {"criterion":"asked_open_questions","turn":0,"quote":"What would you like?","shows":"supports","confidence":0.9},
                {"criterion":"asked_open_questions","turn":1,"quote":"Forty people wait.","shows":"supports","confidence":0.9},
                {"criterion":"talked_price_with_value","turn":0,"quote":"What happens","shows":"wonderful","confidence":0.9},
                {"criterion":"no_such_thing","turn":0,"quote":"What happens","shows":"supports","confidence":0.9}"""));

        CriterionResult questions = result(card, "asked_open_questions");
        assertThat(questions.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(questions.evidence())
                .extracting(Evidence::quote)
                .containsExactly("What happens when the belt stops?");
        assertThat(card.made().dropped()).isEqualTo(4);
        assertThat(card.judge()).isEqualTo("scripted/script+judge-2");
    }

    @Test
    void theSameModelOnAnotherServerIsAnotherJudge() {
        List<String> names = new ArrayList<>();
        LanguageModel scripted = new ScriptedLanguageModel(said(""));
        LanguageModel elsewhere = new LanguageModel() {
            @Override
            public String id() {
                return scripted.id();
            }

            @Override
            public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
                return scripted.answer(prompt, sink).asSetUp("1a2b3c4d");
            }
        };
        for (LanguageModel model : List.of(scripted, elsewhere)) {
            new Scorer(new ModelJudge(model, judge(), names::add, PrintedMatter.NONE))
                    .score(TALK, core, ScoringContext.none());
        }

        assertThat(names).containsExactly("scripted/script+judge-2", "scripted/script@1a2b3c4d+judge-2");
    }

    @Test
    void documentsOfTheHouseAreMaterialAndNamedOnTheCard() {
        Passage terms = new Passage(
                new DocumentId(new UUID(0, 1)), "Belts", "terms of May", 0, "A belt lasts four years.", Set.of());
        ScriptedLanguageModel model = new ScriptedLanguageModel(prompt -> {
            asked.add(prompt);
            return said("").apply(prompt);
        });

        Made made = new ModelJudge(model, judge(), _ -> true, _ -> List.of(terms))
                .observe(TALK, core, ScoringContext.none())
                .made();

        assertThat(made.sources()).containsExactly("Belts, terms of May");
        assertThat(asked.getFirst().messages().getLast().text())
                .contains("A belt lasts four years.")
                .contains("never quoted as evidence");
    }

    @Test
    void aLetterOrTheRestOfAWordIsNoQuote() {
        Scorecard card = card(said("""
                {"criterion":"used_proof","turn":0,"quote":"o","shows":"supports","confidence":1},
                {"criterion":"used_proof","turn":0,"quote":"hat happens","shows":"supports","confidence":1},
                {"criterion":"used_proof","turn":0,"quote":"What happens when the be","shows":"supports","confidence":1},
                {"criterion":"built_rapport","turn":2,"quote":"I see.","shows":"supports","confidence":1}"""));

        assertThat(card.made().dropped()).isEqualTo(3);
        assertThat(result(card, "used_proof").verdict()).isNotEqualTo(Verdict.YES);
        assertThat(result(card, "built_rapport").verdict()).isEqualTo(Verdict.YES);
        assertThat(QuoteCheck.saysSomething("いくら", "これはいくらですか")).isTrue();
        assertThat(QuoteCheck.saysSomething("No.", "No.")).isTrue();
    }

    @Test
    void thatThereWasNoOccasionIsRefutedByAPlaceThatBearsOnIt() {
        Scorecard card = card(_ -> """
                {"observations":[],"no_occasion":["built_rapport","used_proof"],"outcome":"undecided","deciding_turn":-1,"deciding_quote":""}""");

        assertThat(result(card, "built_rapport").verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(result(card, "used_proof").verdict()).isEqualTo(Verdict.NOT_OBSERVED);
        assertThat(card.made().filled()).contains("built_rapport").doesNotContain("used_proof");
    }

    @Test
    void aCardOfWhichNothingIsTheModelsDoesNotBearItsName() {
        Scorecard card = card(
                said(
                        "{\"criterion\":\"built_rapport\",\"turn\":1,\"quote\":\"Ninety people wait.\",\"shows\":\"supports\",\"confidence\":1}"));

        assertThat(card.judge()).isEqualTo("built-in@1");
        assertThat(card.made().fellBack()).isEqualTo("nothing-stood");
        assertThat(card.made().dropped()).isEqualTo(1);
        assertThat(card.total()).isEqualTo(card.made().builtInTotal());
        assertThat(card.made().inputTokens()).as("it was paid for all the same").isPositive();
    }

    @Test
    void whatItPassesOverIsFilledFromTheBuiltInJudgeAndMarked() {
        Scorecard card = card(said(QUESTION));

        assertThat(result(card, "built_rapport").verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(card.made().filled()).contains("built_rapport").doesNotContain("listened_more_than_talked");
        assertThat(asked.getFirst().system())
                .doesNotContain("listened_more_than_talked")
                .contains("built_rapport");
    }

    @Test
    void whatCodeMeasuresIsNotForTheModelToSay() {
        Scorecard card = card(
                said(
                        "{\"criterion\":\"listened_more_than_talked\",\"turn\":0,\"quote\":\"What happens\",\"shows\":\"contradicts\",\"confidence\":1}"));

        assertThat(result(card, "listened_more_than_talked").verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void aFailureLeavesItToTheBuiltInJudgeAndIsSaidOnTheCard() {
        Scorecard failed = scored(new LanguageModel() {
            @Override
            public String id() {
                return "down";
            }

            @Override
            public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed {
                throw ModelFailed.passing("down", "overloaded");
            }
        });
        Scorecard garbled = card(_ -> "I'd give it a nine.");

        assertThat(failed.judge()).isEqualTo("built-in@1");
        assertThat(failed.made().fellBack()).isEqualTo("overloaded");
        assertThat(failed.notAvailable()).anyMatch(one -> one.reason().contains("overloaded"));
        assertThat(garbled.made().fellBack()).isEqualTo("garbled");
    }

    @Test
    void judgesFarApartWidenTheBandAndAskForAPersonAndTooFarLeaveItToOurs() {
        List<String> some = List.of(
                "opened_with_purpose",
                "asked_for_commitment",
                "used_proof",
                "uncovered_need_or_pain",
                "stayed_honest_no_pressure");
        Scorecard apart = card(said(supports(some)));
        Scorecard tooFar = card(
                said(supports(core.criteria().stream().map(Rubric.Criterion::id).toList())));

        assertThat(apart.made().review()).isTrue();
        assertThat(apart.made().fellBack()).isNull();
        assertThat(apart.band().low()).isLessThanOrEqualTo(apart.made().builtInTotal());
        assertThat(tooFar.made().fellBack()).isEqualTo("too-far-apart");
        assertThat(tooFar.made().review()).isTrue();
        assertThat(tooFar.total()).isEqualTo(tooFar.made().builtInTotal());
    }

    @Test
    void aLongCallIsReadInWindowsThatOverlap() {
        List<Turn> turns = IntStream.range(0, 60)
                .mapToObj(i -> new Turn(i, i % 2 == 0 ? Speaker.REP : Speaker.BUYER, "word ".repeat(200)))
                .toList();

        List<List<Turn>> windows = ModelJudge.windows(turns);

        assertThat(windows.size()).isGreaterThan(2);
        assertThat(windows.getFirst().getFirst().i()).isZero();
        assertThat(windows.getLast().getLast().i()).isEqualTo(59);
        for (int k = 1; k < windows.size(); k++) {
            assertThat(windows.get(k).getFirst().i())
                    .isLessThan(windows.get(k - 1).getLast().i());
        }
    }

    @Test
    void theBandIsAsWideAsTheJudgeWanders() {
        ModelJudge judge = new ModelJudge(new ScriptedLanguageModel(said(QUESTION)), judge());
        Scorecard steady = new Scorer(judge).score(TALK, core, ScoringContext.none());
        Scorecard wandering = new Scorer(judge, _ -> 20).score(TALK, core, ScoringContext.none());

        assertThat(wandering.total()).isEqualTo(steady.total());
        assertThat(wandering.band().high()).isGreaterThan(steady.band().high());
    }

    @Test
    void flipsAreCountedAgainstTheUsualVerdict() {
        Scorecard one = card(said(""));
        Scorecard other = card(
                said(
                        "{\"criterion\":\"built_rapport\",\"turn\":1,\"quote\":\"Forty people wait.\",\"shows\":\"supports\",\"confidence\":0.9}"));

        Flips flips = Flips.of(List.of(List.of(one, one, other)));

        assertThat(flips.criteria().get("built_rapport").flipRate()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(flips.criteria().get("used_proof").flipRate()).isZero();
        assertThat(flips.deviation()).isPositive();
    }

    private static String supports(List<String> criteria) {
        List<String> rows = new ArrayList<>();
        for (String id : criteria) {
            for (int turn = 0; turn < 4; turn++) {
                rows.add("{\"criterion\":\"" + id + "\",\"turn\":" + turn + ",\"quote\":\""
                        + TALK.turns().get(turn).text() + "\",\"shows\":\"supports\",\"confidence\":0.9}");
            }
        }
        return String.join(",", rows);
    }

    private static Function<Prompt, String> said(String observations) {
        return _ -> "{\"observations\":[" + observations
                + "],\"no_occasion\":[],\"outcome\":\"undecided\",\"deciding_turn\":-1,\"deciding_quote\":\"\"}";
    }

    private Scorecard card(Function<Prompt, String> script) {
        return scored(new ScriptedLanguageModel(prompt -> {
            asked.add(prompt);
            return script.apply(prompt);
        }));
    }

    private Scorecard scored(LanguageModel model) {
        return new Scorer(new ModelJudge(model, judge())).score(TALK, core, ScoringContext.none());
    }

    private Judge judge() {
        return new Judge() {
            @Override
            public String name() {
                return "built-in@1";
            }

            @Override
            public Observations observe(Transcript transcript, Rubric rubric, ScoringContext context) {
                return ours;
            }
        };
    }

    private static CriterionResult result(Scorecard card, String id) {
        return card.criteria().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
