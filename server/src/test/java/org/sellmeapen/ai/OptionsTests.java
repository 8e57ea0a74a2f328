package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.simulators.Simulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is chosen beside the model is asked for as each vendor takes it. */
class OptionsTests {

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("openai", "gpt-5-mini", Map.of("effort", "low"), "/reasoning/effort", "low"),
                Arguments.of(
                        "openai", "gpt-5-mini", Map.of("api", "chat", "effort", "low"), "/reasoning_effort", "low"),
                Arguments.of("openai", "gpt-4.1", Map.of(), "/temperature", "0.3"),
                Arguments.of("openai", "gpt-5-mini", Map.of(), "/temperature", ""),
                Arguments.of("openai", "o4-mini", Map.of("api", "chat"), "/stop", ""),
                Arguments.of("anthropic", "claude-3-haiku-20240307", Map.of(), "/temperature", "0.3"),
                Arguments.of("anthropic", "claude-opus-5", Map.of(), "/temperature", ""),
                Arguments.of("anthropic", "claude-3-haiku-20240307", Map.of("shape", "words"), "/output_config", ""),
                Arguments.of(
                        "gemini", "m", Map.of("thinking", "0"), "/generationConfig/thinkingConfig/thinkingBudget", "0"),
                Arguments.of(
                        "gemini",
                        "m",
                        Map.of("thinking", "minimal"),
                        "/generationConfig/thinkingConfig/thinkingLevel",
                        "MINIMAL"),
                Arguments.of("anthropic", "m", Map.of("effort", "low"), "/output_config/effort", "low"),
                Arguments.of("anthropic", "m", Map.of("effort", "low"), "/output_config/format/type", "json_schema"),
                Arguments.of(
                        "anthropic", "m", Map.of("effort", "low", "shape", "words"), "/output_config/effort", "low"),
                Arguments.of("mistral", "m", Map.of("effort", "none"), "/reasoning_effort", "none"),
                Arguments.of("mistral", "m", Map.of(), "/reasoning_effort", ""),
                Arguments.of("deepseek", "m", Map.of("effort", "none"), "/thinking/type", "disabled"),
                Arguments.of("deepseek", "m", Map.of("effort", "none"), "/reasoning_effort", ""),
                Arguments.of("deepseek", "m", Map.of("effort", "max"), "/reasoning_effort", "max"),
                Arguments.of("ollama", "m", Map.of("think", "low"), "/think", "low"),
                Arguments.of("groq", "m", Map.of("effort", "low"), "/reasoning_effort", "low"),
                Arguments.of("groq", "m", Map.of("shape", "object"), "/response_format/type", "json_object"),
                Arguments.of("xai", "m", Map.of("effort", "low"), "/reasoning_effort", "low"),
                Arguments.of("azure", "m", Map.of("effort", "low"), "/reasoning_effort", "low"),
                Arguments.of("openrouter", "m", Map.of(), "/provider/data_collection", "deny"),
                Arguments.of(
                        "openrouter", "m", Map.of("data_collection", "allow"), "/provider/data_collection", "allow"),
                Arguments.of("bedrock", "m", Map.of("shape", "words", "region", "eu-north-1"), "/outputConfig", ""),
                Arguments.of("ollama", "m", Map.of("think", "false"), "/think", "false"),
                Arguments.of("compatible", "m", Map.of("shape", "object"), "/response_format/type", "json_object"));
    }

    /** @param expected what stands there; empty for nothing */
    @ParameterizedTest
    @MethodSource("choices")
    void isAskedFor(String id, String model, Map<String, String> options, String place, String expected)
            throws Exception {
        JsonNode sent = asked(
                id,
                model,
                options,
                asking("May I show you a pen?")
                        .shaped(LanguageModelContract.SHAPE)
                        .stoppingAt(List.of("<end>"))
                        .at(0.3, 7L));
        assertThat(sent.at(place).asString("")).isEqualTo(expected);
    }

    /** Else a model whose effort nobody chose has used all of its room before the first word. */
    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5-mini, effort=, /max_output_tokens, 2100",
        "openai, gpt-5-mini, effort=high, /max_output_tokens, 2100",
        "openai, gpt-5-mini, effort=minimal, /max_output_tokens, 100",
        "openai, gpt-5.2, effort=none, /max_output_tokens, 100",
        "openai, gpt-4.1, effort=, /max_output_tokens, 100",
        "openai, o4-mini, api=chat, /max_completion_tokens, 2100",
        "openai, gpt-4.1, api=chat, /max_completion_tokens, 100",
        "gemini, gemini-2.5-flash, thinking=, /generationConfig/maxOutputTokens, 2100",
        "gemini, gemini-3-pro-preview, thinking=high, /generationConfig/maxOutputTokens, 2100",
        "gemini, gemini-2.5-flash, thinking=0, /generationConfig/maxOutputTokens, 100",
        "gemini, gemini-2.0-flash, thinking=, /generationConfig/maxOutputTokens, 100",
    })
    void aModelThatThinksHasRoomForIt(String id, String model, String option, String place, int tokens)
            throws Exception {
        String[] chosen = option.split("=", -1);
        Map<String, String> options = chosen[1].isEmpty() ? Map.of() : Map.of(chosen[0], chosen[1]);
        assertThat(asked(id, model, options, asking("x")).at(place).asInt()).isEqualTo(tokens);
    }

    @Test
    void ollamaIsAskedForAWindowThatHoldsThePrompt() throws Exception {
        assertThat(asked("ollama", "m", Map.of(), asking("short"))
                        .at("/options/num_ctx")
                        .isMissingNode())
                .isTrue();
        assertThat(asked("ollama", "m", Map.of(), asking("long ".repeat(4_000)))
                        .at("/options/num_ctx")
                        .asInt())
                .isEqualTo(16_384);
    }

    @Test
    void nothingIsKeptAtOpenAi() throws Exception {
        assertThat(asked("openai", "gpt-4.1", Map.of(), asking("x"))
                        .path("store")
                        .asBoolean(true))
                .isFalse();
        assertThat(asked("openai", "gpt-4.1", Map.of("api", "chat"), asking("x"))
                        .path("store")
                        .asBoolean(true))
                .isFalse();
    }

    private static Prompt asking(String text) {
        return Prompt.of("You buy.", text, 100);
    }

    private static JsonNode asked(String id, String model, Map<String, String> options, Prompt prompt)
            throws Exception {
        try (PlainWay way = new PlainWay();
                Simulator vendor = Simulator.start(id, Specifications.folder())) {
            LanguageModel language = Providers.language(
                    Purpose.JUDGE, id, way, vendor.base(), new Secret(vendor.key()), model, options, Clock.systemUTC());
            String text = language.answer(prompt, AnswerSink.NONE).text();
            if (prompt.schema() != null) {
                assertThat(JsonMapper.shared().readTree(text).path("turn").isInt())
                        .isTrue();
            }
            assertThat(vendor.faults()).isEmpty();
            return vendor.lastBody();
        }
    }
}
