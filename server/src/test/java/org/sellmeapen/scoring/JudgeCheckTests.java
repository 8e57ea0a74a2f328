package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A judge is looked at on a real database before it is believed. */
class JudgeCheckTests extends HouseTest {

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
        Judges judges = judges(_ -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return said(times.getAndIncrement() % 2 == 0 ? "supports" : "contradicts");
        });
        Band before = in(() -> judges.of(organisation).score(TALK, core(), ScoringContext.none()))
                .band();

        JudgeCheck.Steady steady = in(() -> check(judges).steadiness(organisation, 5, 4));

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
    void whoAgreesLessWithPeopleThanTheJudgeBeforeDoesNotJudgeWithoutAReason() {
        Map<String, Verdict> truth = Map.of("opened_with_purpose", Verdict.YES, "built_rapport", Verdict.NO);
        Judges worse = judges(_ -> said("contradicts"));
        in(() -> {
            check(worse).golden(organisation, List.of(new JudgeCheck.GoldenConversation("core", TALK, truth)));
            return true;
        });
        Scorecard uncompared = in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()));
        assertThat(uncompared.made().fellBack()).isEqualTo("not-compared");

        JudgeCheck.Compared compared = in(() -> check(worse).compare(organisation, null));

        assertThat(compared.agreement()).isLessThan(compared.before());
        assertThat(compared.admitted()).isFalse();
        assertThat(in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()))
                        .made()
                        .fellBack())
                .isEqualTo("not-compared");
        assertThat(in(() -> check(worse).compare(organisation, "the old vendor closes on Friday"))
                        .admitted())
                .isTrue();
        assertThat(in(() -> worse.of(organisation).score(TALK, core(), ScoringContext.none()))
                        .made()
                        .fellBack())
                .isNull();
    }

    private Rubric core() {
        return rubrics.byId("core");
    }

    private static String said(String shows) {
        String seen = Stream.of(
                        "opened_with_purpose", "used_proof", "asked_for_commitment", "tied_benefits_to_stated_needs")
                .map(id -> "{\"criterion\":\"" + id
                        + "\",\"turn\":0,\"quote\":\"Good morning, I would like to hear\",\"shows\":\"" + shows
                        + "\",\"confidence\":0.9}")
                .collect(Collectors.joining(","));
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
        return new JudgeCheck(judges, rubrics, records, List.of(stored), audit, ids, transaction);
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, work::get);
    }
}
