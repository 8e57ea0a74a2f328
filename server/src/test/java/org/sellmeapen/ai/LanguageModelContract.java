package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may rely on who asks a language model, whichever it is. */
public abstract class LanguageModelContract {

    protected static final String SAID = "Grüß Gott – das ist teurer als gedacht; 価格は? 🙂 Was bringt es uns?";

    protected static final Prompt.Schema SHAPE = new Prompt.Schema("verdict", """
            {"type": "object", "additionalProperties": false, "required": ["quote", "turn", "shown"], "properties": {
              "quote": {"type": "string"}, "turn": {"type": "integer"}, "shown": {"type": "boolean"}}}""");

    /** One that says {@link #SAID}, or JSON of the shape that is asked for. */
    protected abstract LanguageModel model();

    protected static Prompt asking() {
        return Prompt.of("You sell nothing; you buy.", "Good morning, may I show you a pen?", 200);
    }

    @Test
    void wordsComeAsTheyAreSaidAndTogetherAreTheAnswer() throws Exception {
        List<String> words = new ArrayList<>();
        Answer answer = model().answer(asking(), words::add);
        assertThat(answer.text()).isEqualTo(SAID);
        assertThat(String.join("", words)).isEqualTo(SAID);
        assertThat(words).hasSizeGreaterThan(2).doesNotContain("");
        assertThat(answer.finish()).isEqualTo(Answer.Finish.END);
    }

    @Test
    void itSaysWhoAnsweredAndWhatWasUsed() throws Exception {
        LanguageModel model = model();
        Answer answer = model.answer(asking(), AnswerSink.NONE);
        assertThat(answer.provider()).isEqualTo(model.id()).matches("[a-z0-9-]+");
        assertThat(answer.model()).isNotBlank();
        assertThat(answer.usage().isKnown()).isTrue();
        assertThat(answer.usage().inputTokens()).isPositive();
        assertThat(answer.usage().outputTokens()).isPositive();
    }

    @Test
    void aStopEndsItAndIsNoPartOfIt() throws Exception {
        List<String> words = new ArrayList<>();
        Answer answer = model().answer(asking().stoppingAt(List.of("<end>", "gedacht;")), words::add);
        assertThat(answer.text()).isEqualTo("Grüß Gott – das ist teurer als ");
        assertThat(String.join("", words)).isEqualTo(answer.text());
        assertThat(answer.finish()).isIn(Answer.Finish.STOP, Answer.Finish.END); // most vendors do not tell them apart
    }

    @Test
    void itIsCutAtTheMostTokens() throws Exception {
        Prompt prompt = Prompt.of("", "Go on.", 16);
        Answer answer = longModel().answer(prompt, AnswerSink.NONE);
        assertThat(answer.finish()).isEqualTo(Answer.Finish.LENGTH);
        assertThat(answer.text()).isNotEmpty().doesNotContain("word 39");
    }

    /** One that would say forty times two words. */
    protected abstract LanguageModel longModel();

    protected static String longAnswer() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("word ").append(i).append(' ');
        }
        return text.toString();
    }

    @Test
    void anAskedShapeIsKept() throws Exception {
        Answer answer = model().answer(asking().shaped(SHAPE), AnswerSink.NONE);
        JsonNode json = JsonMapper.shared().readTree(answer.text());
        assertThat(answer.finish()).isEqualTo(Answer.Finish.END);
        assertThat(json.path("quote").isString()).isTrue();
        assertThat(json.path("turn").isInt()).isTrue();
        assertThat(json.path("shown").isBoolean()).isTrue();
    }

    @Test
    void warmthAndSeedAndEarlierTurnsAreTaken() throws Exception {
        Prompt prompt = new Prompt(
                "Be short.",
                List.of(
                        new Prompt.Message(Prompt.Role.USER, "Hello"),
                        new Prompt.Message(Prompt.Role.ASSISTANT, "Hello yourself"),
                        new Prompt.Message(Prompt.Role.USER, "What does it cost?")),
                100,
                0.4,
                List.of(),
                null,
                -77_000_000_000L);
        assertThat(model().answer(prompt, AnswerSink.NONE).text()).isEqualTo(SAID);
    }

    @Test
    void interruptedItTellsNothingMore() {
        List<String> words = new ArrayList<>();
        assertThatThrownBy(() -> model().answer(asking(), more -> {
                    words.add(more);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(words).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        LanguageModel model = model();
        List<Callable<String>> asking = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asking.add(() -> model.answer(asking(), AnswerSink.NONE).text());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isEqualTo(SAID);
            }
        }
    }
}
