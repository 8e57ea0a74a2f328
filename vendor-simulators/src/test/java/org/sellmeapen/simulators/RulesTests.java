package org.sellmeapen.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulator that lets anything pass proves nothing: each must take a good request and mind what is wrong with others. */
class RulesTests {

    private static final String CHAT = """
            {"model": "m", "stream": true, "messages": [{"role": "user", "content": "hello"}]%s}""";
    private static final String MESSAGES = """
            {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "hello"}]%s}""";
    private static final String GENERATE = """
            {"contents": [{"role": "user", "parts": [{"text": "hello"}]}]%s}""";
    private static final String CONVERSE = """
            {"messages": [{"role": "user", "content": [{"text": "hello"}]}]%s}""";

    static Stream<Arguments> vendors() {
        return Stream.of(
                Arguments.of("openai", "chat", CHAT, ", \"temperature\": \"warm\""),
                Arguments.of(
                        "openai", "chat", CHAT, ", \"response_format\": {\"type\": \"json_schema\", \"strange\": 1}"),
                Arguments.of("azure", "chat", CHAT, ", \"temperature\": \"warm\""),
                Arguments.of("azure", "chat", CHAT, ", \"response_format\": {\"type\": \"json_schema\"}"),
                Arguments.of("mistral", "chat", CHAT, ", \"random_seed\": \"seven\""),
                Arguments.of("groq", "chat", CHAT, ", \"stream_options\": {\"include_usage\": true}"),
                Arguments.of("openrouter", "chat", CHAT, ", \"provider\": {\"data_collection\": \"maybe\"}"),
                Arguments.of("deepseek", "chat", CHAT, ", \"seed\": 4"),
                Arguments.of("xai", "chat", CHAT, ", \"temperature\": 9"),
                Arguments.of("compatible", "chat", CHAT, ", \"stop\": \"a text\""),
                Arguments.of("ollama", "chat", CHAT, ", \"format\": 3"),
                Arguments.of("anthropic", "messages", MESSAGES, ", \"temperature\": 1.5"),
                Arguments.of(
                        "anthropic", "messages", MESSAGES, ", \"output_config\": {\"format\": {\"type\": \"json\"}}"),
                Arguments.of("gemini", "generate", GENERATE, ", \"generationConfig\": {\"seed\": \"seven\"}"),
                Arguments.of("bedrock", "converse", CONVERSE, ", \"inferenceConfig\": {\"temperature\": 1.5}"),
                Arguments.of("bedrock", "converse", CONVERSE, ", \"system\": [{\"image\": \"no\"}]"),
                Arguments.of("bedrock", "titan-embed", "{\"inputText\": \"hello\"%s}", ", \"texts\": []"),
                Arguments.of(
                        "bedrock",
                        "cohere-embed",
                        "{\"input_type\": \"search_document\", \"texts\": [\"hello\"]%s}",
                        ", \"truncate\": \"MIDDLE\""));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void byOurNotes(String vendor, String operation, String request, String wrong) {
        Rules rules = Rules.of(vendor, Optional.empty());
        check(rules, operation, request, wrong);
        assertThat(rules.faults(operation, Frames.JSON.readTree("{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void byThePublishedSpecification(String vendor, String operation, String request, String wrong) {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        Path folder = (place == null ? Path.of("..", "..", "shared") : Path.of(place)).resolve("specs");
        assumeTrue(Files.isDirectory(folder), "the specifications are not here; set SELLMEAPEN_SHARED");
        Rules rules = Rules.of(vendor, Optional.of(folder));
        assertThat(rules.grade())
                .isEqualTo(List.of("deepseek", "xai", "compatible").contains(vendor) ? Rules.NOTES : Rules.PUBLISHED);
        check(rules, operation, request, wrong);
    }

    private static void check(Rules rules, String operation, String request, String wrong) {
        assertThat(faults(rules, operation, request, "")).isEmpty();
        assertThat(faults(rules, operation, request, wrong)).as(wrong).isNotEmpty();
        assertThat(faults(rules, operation, request, ", \"unheard_of\": 1")).isNotEmpty();
        assertThat(faults(rules, operation, request.replace("\"hello\"", "7"), ""))
                .isNotEmpty();
    }

    private static List<String> faults(Rules rules, String operation, String request, String more) {
        return rules.faults(operation, Frames.JSON.readTree(request.formatted(more)));
    }
}
