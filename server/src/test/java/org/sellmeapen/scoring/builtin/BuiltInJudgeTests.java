package org.sellmeapen.scoring.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scoring.CriterionResult;
import org.sellmeapen.scoring.Rubrics;
import org.sellmeapen.scoring.Scorecard;
import org.sellmeapen.scoring.Scorer;
import org.sellmeapen.scoring.ScoringContext;
import org.sellmeapen.scoring.ScoringContext.BriefPoint;
import org.sellmeapen.scoring.ScoringContext.Technique;
import org.sellmeapen.scoring.Verdict;

class BuiltInJudgeTests {

    private static final Scorer SCORER = Scorer.builtIn(BuiltInActAnalyser.english());
    private static final Rubrics RUBRICS = Rubrics.shipped();

    private static final String[] GOOD = {
        "R:Good morning, Ms. Adler, Jonas from Weltin. I'd like to understand what happened with the pumps and then tell you whether we can help.",
        "B:Morning. Coffee's there. My dog's under the desk, don't mind him.",
        "R:My mother has one just like that, he ate her curtains.",
        "B:Ha, mine ate a chair last week.",
        "R:What happens when a pump stops?",
        "B:The hall floods and we lose a shift, because nobody can get to the switch. Last month six people stood about all night.",
        "R:How often does that happen?",
        "B:Four times a month, and each one costs us 500 euros.",
        "R:So four times 500, that's 2000 a month. What did that do to your people?",
        "B:Two of them left. They were tired of wet feet and I couldn't blame them.",
        "R:Who decides about the pumps besides you?",
        "B:My director signs above 5000, on Mondays.",
        "R:With our float switch your people wouldn't have to get to the switch in a flood. The mill in Assen has had it since May; you can call Mr. Brandt, here's his number.",
        "B:We had something like that before, it was expensive and it broke.",
        "R:I can see why you'd doubt it after that. If it fails in the first year we replace it free, in writing. It won't help if the power is out, I'll tell you that as well.",
        "B:And what does it cost?",
        "R:It's 300 a month, against the 2000 you lose now.",
        "B:That sounds fair.",
        "R:Shall we start with hall two on Monday the fourth at nine?",
        "B:Yes, Monday the fourth at nine suits me."
    };

    private static final String[] BAD = {
        "R:Hello! What a view! We are the leading company, award-winning, a real game changer!",
        "B:Our pumps break down every week and we lose money.",
        "R:Awesome! It's got a touch screen, an app, a cloud, nine colours, a dashboard, and AI. Amazing, right?",
        "B:That's too expensive for us, I think.",
        "R:You're wrong. Everyone pays that, believe me. Only today, tomorrow it's gone.",
        "B:I don't want it, no thanks.",
        "R:You'll regret it! Sign today or someone else is going to take it!",
        "B:Goodbye."
    };

    private static final String[] TALKS_OVER = {
        "R:Hello there, Max from Corvo Pumps, great to catch you! You know Corvo, everybody does, we do circulation pumps, sump pumps, dosing pumps and the whole cloud side with it.",
        "B:I know the name. Look, our cellar floods when it rains, the old pump...",
        "R:Right, floods, say no more. The C9 moves forty cubic metres, it has a ceramic seal, an app, a spare impeller, five colours, and our service van is out and about all week, I'd be surprised if you ever saw it twice.",
        "B:It's the float switch that sticks, I think. My night man has to...",
        "R:They all stick, the cheap ones. You want the C9 with the radar head. What's your budget, ten, twelve?",
        "B:I hadn't got that far. I only wanted to know why it sticks.",
        "R:Sure, sure. The radar head solves everything, one hundred percent, you'd never think of it again, nobody ever sent one back to us.",
        "B:Is there somebody who has had it for a winter?",
        "R:Hundreds of people! I don't carry a list about with me, but trust me. So shall I put you down for one?",
        "B:No. I'd like you to answer one of my questions first.",
        "R:Fire away, I love questions. Actually, let me tell you about the finance, because that's where it gets really interesting for a firm like yours.",
        "B:I have to go, the alarm's ringing again."
    };

    private static final String[] PUSHES = {
        "R:Good morning, it's about your windows, the old ones at the front.",
        "B:They're fine for another winter, thank you.",
        "R:That's what the lady at number nine said, and then she had the mould. You've children, haven't you?",
        "B:I don't see what that has to do with it.",
        "R:I'm only saying, I couldn't sleep. The grant runs out on Friday and I have one fitting left. After that it's double.",
        "B:Which grant would that be? I read the council's letters.",
        "R:It isn't in the letters. If you sign the form now I can hold it, otherwise it goes to the people across the road.",
        "B:That's too expensive for us anyway, and my husband isn't in.",
        "R:Surely you don't need his permission for a few windows? He'd thank you for it.",
        "B:I don't sign things at the door.",
        "R:Then you'll have to explain it to him when the bill comes. I'm disappointed, honestly, I thought you were the sensible one.",
        "B:Goodbye."
    };

    private static final String[] SMOOTH = {
        "R:Hi Ines! Lovely office. Did you have a good weekend?",
        "B:Yes, thanks.",
        "R:Great. So I've prepared some slides. Our platform is the market leader, with dashboards, alerts, workflows, integrations, permissions and a mobile app. Customers love it.",
        "B:We mostly have trouble with returns, about forty parcels a day that nobody can match to an order.",
        "R:Returns are included in the premium package, along with forecasting, labels, chat and reports. Next slide. This is our growth.",
        "B:And how would it match them? There's no number on half of them.",
        "R:It's really intelligent, it learns. You'll see when you have it. It's used by some of the biggest names.",
        "B:What does it cost?",
        "R:That depends on the package, we always find something. I'll have my colleague send you a proposal.",
        "B:I'd have to show it to our finance people.",
        "R:Of course. I'll ring you on Thursday at ten, then?",
        "B:Thursday at ten, all right."
    };

    @ParameterizedTest
    @CsvSource({
        "opened_with_purpose",
        "built_rapport",
        "asked_open_questions",
        "followed_up_on_answers",
        "uncovered_need_or_pain",
        "quantified_impact",
        "identified_decision_process",
        "tied_benefits_to_stated_needs",
        "used_proof",
        "acknowledged_objection_before_answering",
        "answered_objection_substantively",
        "talked_price_with_value",
        "asked_for_commitment",
        "agreed_concrete_next_step",
        "listened_more_than_talked",
        "stayed_honest_no_pressure"
    })
    void eachCriterionTellsAGoodCallFromABadOne(String criterion) {
        assertThat(Agreement.rank(verdict(judged(GOOD), criterion)))
                .isGreaterThan(Agreement.rank(verdict(judged(BAD), criterion)));
    }

    @Test
    void theEndIsReadFromTheWords() {
        assertThat(judged(GOOD).outcome()).isEqualTo(Outcome.SALE);
        assertThat(judged(BAD).outcome()).isEqualTo(Outcome.NO_SALE);
        assertThat(judged(with(
                                "R:Could I come by on Tuesday at ten and measure the hall?",
                                "B:Tuesday at ten is fine, ask for Mrs. Vale."))
                        .outcome())
                .isEqualTo(Outcome.NEXT_STEP);
        assertThat(judged(with("R:Shall I send you something?", "B:I'll have a think about it, some time."))
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    /** Weak calls do not become good ones because the seller is lively, has a paper or ends with a date. */
    @ParameterizedTest
    @ValueSource(strings = {"talksOver", "pushes", "smooth"})
    void aWeakCallIsNotGivenAHighTotal(String which) {
        String[] call = switch (which) {
            case "talksOver" -> TALKS_OVER;
            case "pushes" -> PUSHES;
            default -> SMOOTH;
        };
        assertThat(judged(call).total()).isNotNull().isLessThan(45);
    }

    @Test
    void judgingAgainGivesTheSameScorecard() {
        assertThat(judged(GOOD))
                .isEqualTo(Scorer.builtIn(BuiltInActAnalyser.english())
                        .score(talk("en", GOOD), RUBRICS.byId("core"), ScoringContext.none()));
    }

    @Test
    void everyYesAndPartialIsBackedAndEveryQuoteStandsThere() {
        for (Labelled one : Labelled.own()) {
            for (CriterionResult result : card(one.transcript()).criteria()) {
                if (result.verdict() == Verdict.YES || result.verdict() == Verdict.PARTIAL) {
                    assertThat(result.evidence().isEmpty() && result.measured() == null)
                            .as(result.id())
                            .isFalse();
                }
                result.evidence()
                        .forEach(evidence -> assertThat(one.transcript()
                                        .turns()
                                        .get(evidence.turn())
                                        .text())
                                .contains(evidence.quote()));
            }
        }
    }

    /** Each sentence in some of the conversations; the evaluation tries all in all. */
    @Test
    void noSentenceToTheJudgeRaisesAnyVerdict() {
        List<Labelled> some = Labelled.own().stream()
                .filter(one -> one.scenario().compareTo("o04") < 0)
                .toList();
        int trial = 0;
        for (Labelled one : some) {
            Scorecard plain = card(one.transcript());
            for (String sentence : Injections.all()) {
                if (trial++ % 4 != 0) {
                    continue;
                }
                int turn = trial * 5 % one.transcript().turns().size();
                Scorecard injected = card(Injections.into(one.transcript(), turn, sentence, trial / 4 % 2 == 0));
                for (int k = 0; k < plain.criteria().size(); k++) {
                    assertThat(Agreement.rank(injected.criteria().get(k).verdict()))
                            .as(sentence + " in turn " + turn + ": "
                                    + plain.criteria().get(k).id())
                            .isLessThanOrEqualTo(
                                    Agreement.rank(plain.criteria().get(k).verdict()));
                }
            }
        }
    }

    @Test
    void announcingACriterionIsNotMeetingIt() {
        Scorecard card = judged(
                "R:Hello. I'm now building rapport and identifying the decision process.",
                "B:What do you want?",
                "R:I have quantified the impact and acknowledged your objection. Decision process identified.",
                "B:I never said anything about that.");
        assertThat(card.criteria())
                .noneMatch(one -> one.verdict() == Verdict.YES
                        && !one.id().equals("listened_more_than_talked")
                        && !one.id().equals("stayed_honest_no_pressure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\ud800\u202e",
                "\ud83d\ude80\ud83d\ude80",
                "?????",
                "((((((((",
                "%%%___",
                "\u0e01\u0e02\u0e03",
                "a\u0300\u0301\u0302"
            })
    void oddTextIsNoTrouble(String text) {
        assertThatCode(() -> judged("R:" + text, "B:" + text, "R:" + text)).doesNotThrowAnyException();
        assertThatCode(() -> judged("R:" + text)).doesNotThrowAnyException();
    }

    @Test
    void nothingSaidGivesAReasonAndNoTotal() {
        Scorecard none = card(new Transcript("x", "en", List.of()));
        Scorecard alone = judged("B:Is anybody there?", "B:Hello?");
        assertThat(none.total()).isNull();
        assertThat(none.notAvailable()).isNotEmpty();
        assertThat(alone.total()).isNull();
    }

    @Test
    void aHugeTranscriptIsReadInPartAndSaysSo() {
        List<Turn> turns = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            turns.add(new Turn(
                    k, k % 2 == 0 ? Speaker.REP : Speaker.BUYER, "What happens then, and why? ".repeat(18_000)));
        }
        Scorecard card = card(new Transcript("huge", "en", turns));
        assertThat(card.notAvailable()).extracting("name").contains("whole_conversation");
    }

    @Test
    void aLanguageWithoutAPackIsLeftOpenInsteadOfGuessed() {
        String[] turns = new String[20];
        for (int k = 0; k < turns.length; k++) {
            turns[k] = (k % 2 == 0 ? "R:" : "B:") + "Czy mo\u017cemy porozmawia\u0107 o pompach w waszej hali numer "
                    + k + "?";
        }
        Scorecard card = SCORER.score(talk("pl", turns), RUBRICS.byId("core"), ScoringContext.none());
        assertThat(card.total()).isNull();
        assertThat(card.notAvailable()).extracting("name").contains("certainty", "total");
    }

    @Test
    void inTheBuyersSeatSpottingIsJudgedAndNotTheSelling() {
        ScoringContext context = new ScoringContext(
                Map.of(),
                null,
                List.of(new Technique(0, "open_question"), new Technique(2, "trial_close")),
                List.of(new Technique(0, "open_question"), new Technique(2, "summary")),
                List.of(new BriefPoint("delivery time", List.of("deliver*"))),
                List.of(new BriefPoint("budget", List.of("budget"))));
        Scorecard card = SCORER.score(
                talk(
                        "en",
                        "R:What do you need?",
                        "B:When do you deliver, and who repairs it?",
                        "R:Would you order today?",
                        "B:I'll decide when I've seen both offers."),
                RUBRICS.byId("spotting"),
                context);
        assertThat(verdict(card, "spotted_techniques")).isEqualTo(Verdict.PARTIAL);
        assertThat(verdict(card, "no_false_alarms")).isEqualTo(Verdict.PARTIAL);
        assertThat(verdict(card, "held_to_brief")).isEqualTo(Verdict.YES);
        assertThat(verdict(card, "kept_back")).isEqualTo(Verdict.YES);
        assertThat(verdict(card, "resisted_pressure")).isEqualTo(Verdict.YES);
    }

    @Test
    void agreesWithTheDevTruthSetAboveTheFloors() {
        Optional<java.nio.file.Path> file = Labelled.shared("conversations.dev.jsonl");
        assumeTrue(file.isPresent(), "the truth set is not here; set SELLMEAPEN_SHARED");
        List<Labelled> dev = Labelled.read(file.orElseThrow());
        Agreement agreement = Agreement.of(
                dev, dev.stream().map(one -> card(one.transcript())).toList());
        assertThat(agreement.accuracy()).isGreaterThan(0.75);
        assertThat(agreement.kappa()).isGreaterThan(0.7);
        assertThat(agreement.offLevel()).isGreaterThan(0.5);
        assertThat(agreement.pairs()).isGreaterThan(0.93);
    }

    /** The good conversation up to the price, and then this end. */
    private static String[] with(String... end) {
        List<String> turns = new ArrayList<>(List.of(GOOD).subList(0, GOOD.length - 2));
        turns.addAll(List.of(end));
        return turns.toArray(String[]::new);
    }

    private static Scorecard judged(String... turns) {
        return card(talk("en", turns));
    }

    private static Scorecard card(Transcript transcript) {
        return SCORER.score(transcript, RUBRICS.byId("core"), ScoringContext.none());
    }

    private static Transcript talk(String language, String... turns) {
        List<Turn> all = new ArrayList<>();
        for (String turn : turns) {
            all.add(new Turn(all.size(), turn.startsWith("R:") ? Speaker.REP : Speaker.BUYER, turn.substring(2)));
        }
        return new Transcript("test", language, all);
    }

    private static Verdict verdict(Scorecard card, String id) {
        return card.criteria().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
