package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.knowledge.Knowledge;
import org.sellmeapen.scoring.builtin.BuiltInJudge;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A judge is looked at on a real database before it is believed. */
class JudgeCheckTests extends HouseTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Transcript TALK = new Transcript(
            "t",
            "en",
            List.of(
                    new Turn(0, Speaker.REP, "Good morning, I would like to hear how your last audit went."),
                    new Turn(
                            1, Speaker.BUYER, "It cost us 1,200 euros and two nights, and the man comes again in May."),
                    new Turn(2, Speaker.REP, "What happened in those two nights, and who was there?"),
                    new Turn(
                            3,
                            Speaker.BUYER,
                            "I was, and Ines, and we counted every box in the hall by hand, all of it twice.")));

    @Autowired
    Knowledge knowledge;

    @Autowired
    ActAnalyser analyser;

    @Autowired
    Rubrics rubrics;

    @Autowired
    JudgeRecords records;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    private OrganisationId organisation;

    @BeforeEach
    void somebodyJudges() {
        organisation = organisation("Judges");
    }

    @Test
    void aJudgeThatWandersWidensItsOwnBandsFromThenOn() {
        AtomicInteger times = new AtomicInteger();
        Judges judges = judges(prompt -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return said(
                    prompt,
                    times.getAndIncrement() % 2 == 0 ? "supports" : "contradicts",
                    "used_proof",
                    "asked_for_commitment",
                    "tied_benefits_to_stated_needs");
        });
        in(() -> check(judges).compare(organisation, null, "it is being watched"));
        Band before = in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()))
                .band();

        JudgeCheck.Steady steady = in(() -> check(judges).steadiness(organisation, 5, 4));

        assertThat(before).isNotNull();
        assertThat(steady.judge()).isEqualTo("scripted/script+judge-2");
        assertThat(steady.deviation()).isPositive();
        assertThat(steady.criteria())
                .anyMatch(one -> one.criterion().equals("opened_with_purpose") && one.flipRate() == 0.5);
        times.set(0);
        Band after = in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()))
                .band();
        assertThat(after.high() - after.low()).isGreaterThan(before.high() - before.low());
    }

    @Test
    void withoutConversationsOfItsOwnAnOrganisationComparesOnThoseThatComeWithTheProduct() {
        AtomicInteger asked = new AtomicInteger();
        Judges judges = judges(prompt -> {
            asked.incrementAndGet();
            return said(prompt, "supports");
        });
        Scorecard before = in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()));
        assertThat(before.made().fellBack()).isEqualTo("not-compared");
        assertThat(asked)
                .as("nothing leaves for an answer that would not count")
                .hasValue(0);

        JudgeCheck.Compared compared = in(() -> check(judges).compare(organisation, null, null));

        assertThat(compared.golden()).isEqualTo(JudgeCheck.Golden.SHIPPED);
        assertThat(compared.conversations()).isEqualTo(15);
        assertThat(asked.get()).isGreaterThanOrEqualTo(15);
        assertThat(compared.admitted()).isTrue();
        Scorecard after = in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()));
        assertThat(after.made().fellBack()).isNull();

        // From the day it has its own, it is those that count.
        in(() -> {
            check(judges)
                    .golden(
                            organisation,
                            List.of(new JudgeCheck.GoldenConversation(
                                    "core", TALK, Map.of("opened_with_purpose", Verdict.YES))));
            return true;
        });
        assertThat(in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()))
                        .made()
                        .fellBack())
                .isEqualTo("not-compared");
    }

    @Test
    void aVendorThatWasAwayIsNotCompared() {
        AtomicInteger asked = new AtomicInteger();
        Judges judges = judges(prompt -> asked.incrementAndGet() > 3 ? "no JSON at all" : said(prompt, "supports"));
        assertThatThrownBy(() -> in(() -> check(judges).compare(organisation, null, null)))
                .isInstanceOfSatisfying(
                        JudgeDidNotAnswer.class, why -> assertThat(why.why()).isEqualTo("garbled"));
        assertThat(comparisons()).isEmpty();
    }

    @Test
    void anAdministratorHasItComparedAndReadsOnWhat() {
        Caller owner = program(member(organisation, Role.OWNER));
        JsonNode nobody = owner.get("/api/v1/organisation/judge").body();
        assertThat(nobody.has("provider")).isFalse();
        assertThat(nobody.path("golden").asString()).isEqualTo("shipped");
        assertThat(nobody.path("conversations").asInt()).isEqualTo(15);
        assertThat(owner.post("/api/v1/organisation/judge/comparisons", "{}").code())
                .isEqualTo("nothing-to-check");
        JudgeCheck.Compared compared =
                in(() -> check(judges(prompt -> said(prompt, "supports"))).compare(organisation, null, "because"));
        JsonNode one = owner.get("/api/v1/organisation/judge").body().at("/comparisons/0");
        assertThat(one.path("judge").asString()).isEqualTo(compared.judge());
        assertThat(one.path("golden").asString()).isEqualTo("shipped");
        assertThat(one.path("admitted").asBoolean()).isTrue();
        assertThat(one.path("before").asDouble()).isEqualTo(compared.before());
        assertThat(one.path("own_share").asDouble())
                .isEqualTo(compared.ownShare())
                .isBetween(0.05, 0.6);
        assertThat(program(member(organisation, Role.MANAGER))
                        .get("/api/v1/organisation/judge")
                        .code())
                .isEqualTo("not-allowed");
    }

    @Test
    void theComparisonRunsBesideWhoeverAskedForIt() {
        SignedIn who =
                new SignedIn(member(organisation, Role.OWNER).id(), organisation, Role.OWNER, Role.OWNER.permissions());
        Comparisons comparisons = new Comparisons(check(judges(prompt -> said(prompt, "supports"))));
        comparisons.begin(who, null);
        await().until(() -> !comparisons.isRunning(organisation));
        assertThat(comparisons.failed(organisation)).isEmpty();
        assertThat(comparisons()).hasSize(1);
        Comparisons failing = new Comparisons(check(judges(_ -> "nothing")));
        failing.begin(who, null);
        await().until(() -> !failing.isRunning(organisation));
        assertThat(failing.failed(organisation)).contains("garbled");
    }

    @Test
    void whatACardCostIsKeptWithItWhereAPriceIsKnown() {
        Answer.Cost cost = new Answer.Cost(2_500, LocalDate.parse("2025-10-01"));
        LanguageModel plain = new ScriptedLanguageModel(prompt -> said(prompt, "supports"));
        LanguageModel priced = new LanguageModel() {
            @Override
            public String id() {
                return plain.id();
            }

            @Override
            public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
                return plain.answer(prompt, sink).costing(cost);
            }
        };
        Judge builtIn = BuiltInJudge.shipped(analyser);
        Made made = new Scorer(new ModelJudge(priced, builtIn))
                .score(TALK, core(), ScoringContext.none())
                .made();
        assertThat(made.costUsd()).isEqualTo(0.0025);
        assertThat(made.pricesAsOf()).isEqualTo("2025-10-01");
        Made unpriced = new Scorer(new ModelJudge(plain, builtIn))
                .score(TALK, core(), ScoringContext.none())
                .made();
        assertThat(unpriced.costUsd()).isNull();
        assertThat(unpriced.pricesAsOf()).isNull();
    }

    @Test
    void whoAgreesLessWithPeopleThanTheJudgeBeforeDoesNotJudgeWithoutAReason() {
        Map<String, Verdict> truth = Map.of("opened_with_purpose", Verdict.YES, "built_rapport", Verdict.NO);
        Judges worse = judges(prompt -> said(prompt, "contradicts"));
        in(() -> {
            check(worse).golden(organisation, List.of(new JudgeCheck.GoldenConversation("core", TALK, truth)));
            return true;
        });
        Scorecard uncompared = in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()));
        assertThat(uncompared.made().fellBack()).isEqualTo("not-compared");

        JudgeCheck.Compared compared = in(() -> check(worse).compare(organisation, null, null));

        assertThat(compared.agreement()).isLessThan(compared.before());
        assertThat(compared.admitted()).isFalse();
        assertThat(in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()))
                        .made()
                        .fellBack())
                .isEqualTo("not-compared");
        assertThat(in(() -> check(worse).compare(organisation, null, "the old vendor closes on Friday"))
                        .admitted())
                .isTrue();
        assertThat(in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()))
                        .made()
                        .fellBack())
                .isNull();
    }

    @Test
    void aJudgeOfWhomNothingStandsIsNotLetInOnTheWorkOfAnother() {
        Judges judges =
                judges(_ -> answer("{\"criterion\":\"used_proof\",\"turn\":0,\"quote\":\"nobody ever said this here\","
                        + "\"shows\":\"supports\",\"confidence\":1}"));
        assertThatThrownBy(() -> in(() -> check(judges).compare(organisation, null, "because")))
                .isInstanceOfSatisfying(
                        JudgeDidNotAnswer.class, why -> assertThat(why.why()).isEqualTo("nothing-stood"));
        assertThat(comparisons()).isEmpty();
    }

    private List<JudgeRecords.Comparison> comparisons() {
        return in(() -> transaction.execute(_ -> records.comparisons()));
    }

    private Rubric core() {
        return rubrics.byId("core");
    }

    /** A model that points at what the seller says first in whatever it reads. */
    private static String said(Prompt prompt, String shows, String... more) {
        JsonNode first = prompt.messages()
                .getLast()
                .text()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"rep\""))
                .map(JSON::readTree)
                .findFirst()
                .orElseThrow();
        return answer(Stream.concat(Stream.of("opened_with_purpose"), Stream.of(more))
                .map(id -> "{\"criterion\":\"" + id + "\",\"turn\":"
                        + first.path("turn").asInt() + ",\"quote\":"
                        + JSON.writeValueAsString(first.path("text").asString()) + ",\"shows\":\"" + shows
                        + "\",\"confidence\":0.9}")
                .collect(Collectors.joining(",")));
    }

    private static String answer(String seen) {
        return "{\"observations\":[" + seen
                + "],\"no_occasion\":[],\"outcome\":\"undecided\",\"deciding_turn\":-1,\"deciding_quote\":\"\"}";
    }

    private Judges judges(Function<Prompt, String> script) {
        Models models = new Models() {
            @Override
            public Optional<LanguageModel> language(OrganisationId whose, Purpose purpose) {
                return Optional.of(new ScriptedLanguageModel(script));
            }

            @Override
            public Optional<EmbeddingModel> embedding(OrganisationId whose) {
                return Optional.empty();
            }
        };
        return new Judges(BuiltInJudge.shipped(analyser), models, knowledge, records, transaction);
    }

    private JudgeCheck check(Judges judges) {
        StoredConversations stored =
                _ -> List.of(new ScorecardOrder(ids.next(), "core", TALK, ScoringContext.none(), 0));
        return new JudgeCheck(judges, rubrics, records, List.of(stored), audit, ids, CLOCK, transaction);
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, work::get);
    }
}
