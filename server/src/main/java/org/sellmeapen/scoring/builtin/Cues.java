package org.sellmeapen.scoring.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words of one language that the judge listens for, from {@code content/rubrics/cues/<code>.yaml}. A name that a
 * language's file does not have matches nothing.
 *
 * @param common words too ordinary to carry a subject
 */
record Cues(String language, Map<String, Phrases> phrases, Set<String> common, Numbers numbers) {

    private static final Phrases NOTHING = new Phrases(List.of(), new Numbers(Map.of(), ""));
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** Knows no word; what then carries is the shape of the conversation. */
    static final Cues NONE = new Cues("", Map.of(), Set.of(), new Numbers(Map.of(), ""));

    Phrases of(String name) {
        return phrases.getOrDefault(name, NOTHING);
    }

    boolean known() {
        return !language.isEmpty();
    }

    static Cues load(String code) {
        String file = "/content/rubrics/cues/" + code + ".yaml";
        try (InputStream in = Cues.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the build");
            }
            return read(code, YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cues read(String code, JsonNode root) {
        Map<String, Double> values = new HashMap<>();
        JsonNode words = root.path("numbers");
        for (String name : words.propertyNames()) {
            values.put(name, words.get(name).asDouble());
        }
        Numbers numbers = new Numbers(values, root.path("number_and").asString(""));
        Map<String, Phrases> phrases = new HashMap<>();
        JsonNode lists = root.path("cues");
        for (String name : lists.propertyNames()) {
            phrases.put(name, new Phrases(texts(lists.get(name)), numbers));
        }
        Set<String> common = new HashSet<>();
        texts(root.path("common")).forEach(line -> common.addAll(List.of(line.split("\\s+"))));
        return new Cues(code, Map.copyOf(phrases), Set.copyOf(common), numbers);
    }

    /** Each entry may hold several phrases between commas. */
    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list) {
            for (String phrase : node.asString().split("[,;]")) {
                if (!phrase.isBlank()) {
                    texts.add(phrase.strip());
                }
            }
        }
        return texts;
    }
}
