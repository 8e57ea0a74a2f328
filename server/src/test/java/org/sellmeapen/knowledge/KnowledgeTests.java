package org.sellmeapen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

class KnowledgeTests extends HouseTest {

    @Autowired
    Documents documents;

    @Autowired
    PassageSearch search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transactions;

    private Member author;
    private Caller writes;

    @BeforeEach
    void somebodyWrites() {
        author = member(organisation("Pens"), Role.AUTHOR);
        writes = program(author);
        writes.post(
                "/api/v1/knowledge",
                "{\"title\":\"Warranty\",\"source\":\"terms of spring\",\"language\":\"en\","
                        + "\"body\":\"The clip is guaranteed for ten years. Refills are replaced within two days.\"}");
        writes.post(
                "/api/v1/knowledge",
                "{\"title\":\"Preise\",\"source\":\"Preisliste\",\"language\":\"de\","
                        + "\"body\":\"Der Füller kostet zwölf Euro im Hunderterpack.\"}");
        writes.post(
                "/api/v1/knowledge",
                "{\"title\":\"保证\",\"source\":\"手册\",\"language\":\"zh\",\"body\":\"笔夹的保证期是十年。墨水两天内更换。\"}");
    }

    private List<String> found(String question, String language) {
        JsonNode answer = writes.get("/api/v1/knowledge/passages?language=" + language + "&q="
                        + java.net.URLEncoder.encode(question, java.nio.charset.StandardCharsets.UTF_8))
                .body();
        List<String> sources = new ArrayList<>();
        answer.path("items").forEach(one -> sources.add(one.path("source").asString() + " " + one.path("found_by")));
        return sources;
    }

    @Test
    void inflectedWordsFind() {
        assertThat(found("Are your clips under any guarantee?", "en"))
                .hasSize(1)
                .allMatch(one -> one.startsWith("terms of spring") && one.contains("words"));
    }

    @Test
    void misspeltWordsFind() {
        assertThat(found("and the garanteed refils?", "en")).first().asString().startsWith("terms of spring");
    }

    @Test
    void otherLanguagesFindTheirOwn() {
        assertThat(found("Was kosten die Füller?", "de")).first().asString().startsWith("Preisliste");
        assertThat(found("保证期多久", "zh")).first().asString().startsWith("手册");
    }

    @Test
    void whatHasNothingToDoWithItFindsNothing() {
        assertThat(found("Nice weather in Lisbon today, isn't it?", "en")).isEmpty();
        assertThat(found("?!", "en")).isEmpty();
        assertThat(found("'; drop table knowledge_passage; --", "en")).isEmpty();
    }

    @Test
    void anotherOrganisationFindsNothing() {
        Caller other = program(member(organisation("Pencils"), Role.AUTHOR));
        assertThat(other.get("/api/v1/knowledge/passages?q=guaranteed+clip")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(other.get("/api/v1/knowledge").body().path("items")).isEmpty();
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeenAndCutsAnew() {
        JsonNode line = writes.get("/api/v1/knowledge").body().path("items").path(0);
        String path = "/api/v1/knowledge/" + line.path("id").asString();
        String body = "{\"title\":\"Preise\",\"language\":\"de\",\"body\":\"Der Kolben kostet dreizehn Euro.\"}";
        assertThat(writes.put(path, body).status()).isEqualTo(428);
        assertThat(writes.with("If-Match", "\"7\"").put(path, body).status()).isEqualTo(412);
        assertThat(writes.with("If-Match", "\"1\"").put(path, body).status()).isEqualTo(200);
        assertThat(found("Was kostet der Kolben?", "de")).hasSize(1);
        assertThat(found("Hunderterpack Füller", "de")).isEmpty();
    }

    @Test
    void traineesDoNotWriteIt() {
        Caller trainee = program(member(author.organisation(), Role.TRAINEE));
        assertThat(trainee.get("/api/v1/knowledge").status()).isEqualTo(403);
    }

    @Test
    void meaningFindsWhatNoWordDoes() throws InterruptedException {
        OrganisationId organisation = author.organisation();
        List<Runnable> soon = new ArrayList<>();
        PassageReader reader = new PassageReader(jdbc, subjects(false), transactions, soon::add, clock);
        Knowledge knowledge = new Knowledge(documents, search, reader, audit, ids, clock, transactions);
        String question = "What if it breaks within a decade?";
        assertThat(asked(knowledge, organisation, question)).isEmpty();
        soon.removeFirst().run();
        assertThat(asked(knowledge, organisation, question)).singleElement().satisfies(one -> {
            assertThat(one.source()).isEqualTo("terms of spring");
            assertThat(one.foundBy()).containsExactly(Passage.FoundBy.MEANING);
        });
    }

    @Test
    void aFailingModelLeavesWordsAndLetters() throws InterruptedException {
        List<Runnable> soon = new ArrayList<>();
        PassageReader reader = new PassageReader(jdbc, subjects(true), transactions, soon::add, clock);
        Knowledge knowledge = new Knowledge(documents, search, reader, audit, ids, clock, transactions);
        assertThat(asked(knowledge, author.organisation(), "guaranteed clip")).hasSize(1);
        soon.removeFirst().run();
        assertThat(asked(knowledge, author.organisation(), "guaranteed clip")).hasSize(1);
        assertThat(soon).as("nobody is asked again right after a failure").isEmpty();
    }

    private static List<Passage> asked(Knowledge knowledge, OrganisationId organisation, String question)
            throws InterruptedException {
        return OrganisationScope.within(organisation, () -> knowledge.find(organisation, question, "en", 5));
    }

    /** A model that knows two subjects: how long a thing lasts, and everything else. */
    private static Models subjects(boolean fails) {
        EmbeddingModel model = new EmbeddingModel() {
            @Override
            public String id() {
                return "scripted";
            }

            @Override
            public String model() {
                return "subjects";
            }

            @Override
            public Embedded embed(List<String> texts) throws ModelFailed {
                if (fails) {
                    throw ModelFailed.passing("scripted", "unreachable");
                }
                return new Embedded(
                        texts.stream()
                                .map(text -> text.matches("(?s).*(guaranteed|decade).*")
                                        ? new float[] {1, 0, 0}
                                        : new float[] {0, 1, 0})
                                .toList(),
                        -1);
            }
        };
        return new Models() {
            @Override
            public Optional<LanguageModel> language(OrganisationId organisation, Purpose purpose) {
                return Optional.empty();
            }

            @Override
            public Optional<EmbeddingModel> embedding(OrganisationId organisation) {
                return Optional.of(model);
            }
        };
    }
}
