package org.sellmeapen.simulators;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a vendor takes, by its published specification where that is at hand, else by the excerpt of facts in this module.
 * A field that is not in there is a fault of whoever sent it, however generous the specification is. Thread-safe.
 */
final class Rules {

    static final String PUBLISHED = "published specification";
    static final String NOTES = "notes of our own";

    private static final Map<String, Rules> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    /** The file of each published one, and the address of each operation in it. */
    private record Published(String file, Map<String, String> operations) {}

    private static final Map<String, Published> SPECIFICATIONS = Map.of(
            "openai",
            new Published(
                    "openai/openai-trimmed.json",
                    Map.of("chat", "/chat/completions", "responses", "/responses", "embed", "/embeddings")),
            "anthropic",
            new Published("anthropic/anthropic-trimmed.yaml", Map.of("messages", "/v1/messages")),
            "gemini",
            new Published(
                    "gemini/gemini-openapi.json",
                    Map.of(
                            "generate",
                            "/models/{modelsId}:streamGenerateContent",
                            "embed",
                            "/models/{modelsId}:batchEmbedContents")),
            "groq",
            new Published("groq/openapi.yaml", Map.of("chat", "/openai/v1/chat/completions")),
            "mistral",
            new Published("mistral/openapi.yaml", Map.of("chat", "/v1/chat/completions", "embed", "/v1/embeddings")),
            "azure",
            new Published("azure/azure-openai-v1.json", Map.of("chat", "/chat/completions", "embed", "/embeddings")),
            "openrouter",
            new Published("openrouter/openrouter-trimmed.yaml", Map.of("chat", "/chat/completions")),
            "ollama",
            new Published("ollama/openapi.yaml", Map.of("chat", "/api/chat", "embed", "/api/embed")),
            "bedrock",
            new Published(
                    "aws/bedrock-runtime-2023-09-30.service-2.json", Map.of("converse", "ConverseStreamRequest")));

    record Rule(JsonNode document, JsonNode schema, Schema compiled) {}

    private final String grade;
    private final Map<String, Rule> rules;
    private final Set<String> noted;

    private Rules(String grade, Map<String, Rule> rules, Set<String> noted) {
        this.grade = grade;
        this.rules = rules;
        this.noted = Set.copyOf(noted);
    }

    static Rules of(String vendor, Optional<Path> specifications) {
        return READ.computeIfAbsent(
                vendor + " " + specifications.map(Path::toString).orElse(""), _ -> {
                    try {
                        return read(vendor, specifications);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Rules read(String vendor, Optional<Path> specifications) throws IOException {
        Published published = SPECIFICATIONS.get(vendor);
        Map<String, Rule> rules = new ConcurrentHashMap<>();
        Path file = published == null || specifications.isEmpty()
                ? null
                : specifications.get().resolve(published.file());
        if (published != null && file != null && Files.exists(file)) {
            JsonNode document = file.toString().endsWith(".json")
                    ? Frames.JSON.readTree(file.toFile())
                    : YAML.readTree(file.toFile());
            JsonNode readable = document.has("shapes") ? AwsShapes.asSchemas(document) : document;
            published
                    .operations()
                    .forEach((operation, place) ->
                            rules.put(operation, rule(vendor, operation, readable, schema(readable, place))));
            // Some say in their documentation alone what travels inside a body that their specification calls bytes.
            Map<String, Rule> noted = noted(vendor);
            noted.keySet().removeAll(rules.keySet());
            rules.putAll(noted);
            return new Rules(PUBLISHED, rules, noted.keySet());
        }
        Map<String, Rule> noted = noted(vendor);
        return new Rules(NOTES, noted, noted.keySet());
    }

    private static Map<String, Rule> noted(String vendor) throws IOException {
        Map<String, Rule> rules = new ConcurrentHashMap<>();
        try (InputStream facts = Rules.class.getResourceAsStream("/facts/" + vendor + ".yaml")) {
            if (facts == null) {
                throw new IllegalArgumentException("no facts about " + vendor);
            }
            JsonNode document = YAML.readTree(facts);
            document.path("operations")
                    .properties()
                    .forEach(p -> rules.put(p.getKey(), rule(vendor, p.getKey(), document, p.getValue())));
            return rules;
        }
    }

    private static JsonNode schema(JsonNode document, String place) {
        if (!place.startsWith("/")) {
            return Frames.object().put("$ref", "#/components/schemas/" + place);
        }
        JsonNode schema = document.path("paths")
                .path(place)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("the specification has no " + place);
        }
        return schema;
    }

    static Rule rule(String vendor, String operation, JsonNode document, JsonNode schema) {
        ObjectNode root = Frames.object();
        root.setAll((ObjectNode) schema);
        root.set("components", Plainly.of(document.path("components")));
        Schema compiled = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://simulators.invalid/" + vendor + "/" + operation), root);
        return new Rule(root, root, compiled);
    }

    String grade() {
        return grade;
    }

    /** Of the operations with this in their name. */
    String grade(String part) {
        return noted.stream().anyMatch(operation -> operation.contains(part)) ? NOTES : grade;
    }

    List<String> faults(String operation, JsonNode body) {
        Rule rule = rules.get(operation);
        if (rule == null) {
            return List.of("nothing is known about " + operation);
        }
        return faults(rule, body);
    }

    static List<String> faults(Rule rule, JsonNode body) {
        List<String> faults = new ArrayList<>();
        rule.compiled().validate(body).forEach(error -> faults.add(error.toString()));
        faults.addAll(Strangers.in(body, rule.schema(), rule.document()));
        return faults;
    }
}
