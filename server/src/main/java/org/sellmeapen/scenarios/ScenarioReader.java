package org.sellmeapen.scenarios;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Turns the text of one file into a scenario, or into the list of what is wrong with it. */
final class ScenarioReader {

    /** More than twenty times the size of the longest shipped one. */
    private static final int LARGEST = 1_000_000;

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final ScenarioSchema schema = new ScenarioSchema(json);
    private final List<ScenarioCheck> checks;

    ScenarioReader(List<ScenarioCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    sealed interface Reading {
        record Good(Scenario scenario) implements Reading {}

        record Refused(List<ScenarioProblem> problems) implements Reading {}
    }

    Reading read(String namespace, String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return refused(file, 0, "The file is larger than a scenario can be.", "Keep it under one megabyte.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(file, 0, "The file is not UTF-8 text.", "Save it as UTF-8.");
        }
        return read(namespace, file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Reading read(String namespace, String file, String text) {
        JsonNode tree;
        Lines lines;
        try {
            tree = yaml.readTree(text);
            lines = Lines.of(yaml, text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return refused(
                    file,
                    line,
                    "The file is not readable as YAML: " + firstLine(e.getOriginalMessage()),
                    "Look at this line and the one above: a missing quote, colon or dash, or an indentation that differs "
                            + "from its neighbours. Put text with a colon in quotes.");
        }
        if (!tree.isObject()) {
            return refused(file, 1, "The file is empty or a list.", "Begin with name, version and title.");
        }
        List<ScenarioProblem> problems = schema.check(file, tree, lines);
        if (!problems.isEmpty()) {
            return new Reading.Refused(problems);
        }
        Script script = json.treeToValue(tree, Script.class);
        problems = new ArrayList<>(new Coherence(file, lines, script).problems());
        for (ScenarioCheck check : checks) {
            for (ScenarioCheck.Finding found : check.check(script)) {
                problems.add(new ScenarioProblem(file, lines.of(found.at()), found.message(), found.remedy()));
            }
        }
        if (!problems.isEmpty()) {
            return new Reading.Refused(problems);
        }
        return new Reading.Good(scenario(namespace, tree, script));
    }

    /** The text was canonical and checked when it was stored. */
    Scenario fromSnapshot(String namespace, String snapshot) {
        JsonNode tree = json.readTree(snapshot);
        return scenario(namespace, tree, json.treeToValue(tree, Script.class));
    }

    private Scenario scenario(String namespace, JsonNode tree, Script script) {
        String canonical = json.writeValueAsString(tree);
        return new Scenario(
                new ScenarioAddress(namespace, script.name(), script.version()), sha256(canonical), canonical, script);
    }

    private static Reading refused(String file, int line, String message, String remedy) {
        return new Reading.Refused(List.of(new ScenarioProblem(file, line, message, remedy)));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
