package org.sellmeapen.scoring;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one rubric file; the format is described in {@code docs/rubric-format.md} and by its JSON Schema. */
final class RubricFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final String file;

    private RubricFile(String file) {
        this.file = file;
    }

    static Rubric read(String file, InputStream in) {
        return new RubricFile(file).rubric(in);
    }

    private Rubric rubric(InputStream in) {
        JsonNode root = tree(in);
        List<Rubric.Section> sections = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode section : list(root, "sections", "the rubric")) {
            String id = text(section, "id", "a section");
            known.add(id);
            sections.add(new Rubric.Section(id, text(section, "name", "section " + id)));
        }
        List<Rubric.Criterion> criteria = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int weight = 0;
        for (JsonNode node : list(root, "criteria", "the rubric")) {
            Rubric.Criterion criterion = criterion(node);
            if (!known.contains(criterion.section())) {
                throw bad("criterion " + criterion.id() + " names section \"" + criterion.section()
                        + "\", which is not among the sections; add it there.");
            }
            if (!seen.add(criterion.id())) {
                throw bad("criterion " + criterion.id() + " stands there twice; rename or remove one.");
            }
            weight += criterion.weight();
            criteria.add(criterion);
        }
        if (weight != 100) {
            throw bad("the weights sum to " + weight + "; change them so that they sum to 100.");
        }
        return new Rubric(
                text(root, "id", "the rubric"),
                whole(root, "version", "the rubric"),
                text(root, "title", "the rubric"),
                "buyer".equals(text(root, "seat", "the rubric")) ? Seat.BUYER : Seat.SELLER,
                spread(root.path("spread")),
                sections,
                criteria);
    }

    private Rubric.Spread spread(JsonNode node) {
        return new Rubric.Spread(number(node, "criterion"), number(node, "unsure"), number(node, "whole"));
    }

    private double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber() || value.doubleValue() < 0) {
            throw bad("spread needs a number \"" + name + "\" of at least 0.");
        }
        return value.doubleValue();
    }

    private JsonNode tree(InputStream in) {
        try {
            return YAML.readTree(in);
        } catch (JacksonException e) {
            throw bad("it is not readable YAML at line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        }
    }

    private Rubric.Criterion criterion(JsonNode node) {
        String id = text(node, "id", "a criterion");
        String where = "criterion " + id;
        int weight = whole(node, "weight", where);
        if (weight < 1) {
            throw bad(where + " weighs " + weight + "; a weight is a whole number from 1.");
        }
        JsonNode rule = node.path("rule");
        JsonNode examples = node.path("examples");
        return new Rubric.Criterion(
                id,
                text(node, "name", where),
                text(node, "section", where),
                text(node, "means", where),
                weight,
                side(text(node, "quotes_from", where), where),
                new Rule(
                        rule.has("not_observed") ? condition(rule, "not_observed", where) : null,
                        condition(rule, "yes", where),
                        condition(rule, "partial", where)),
                new Rubric.Examples(
                        text(examples, "yes", where + ", examples"),
                        text(examples, "partial", where + ", examples"),
                        text(examples, "no", where + ", examples")));
    }

    private @Nullable Speaker side(String word, String where) {
        return switch (word) {
            case "rep" -> Speaker.REP;
            case "buyer" -> Speaker.BUYER;
            case "either" -> null;
            default -> throw bad(where + ": quotes_from is \"" + word + "\"; write rep, buyer or either.");
        };
    }

    private Condition condition(JsonNode rule, String verdict, String where) {
        try {
            return Condition.parse(text(rule, verdict, where + ", rule"));
        } catch (IllegalArgumentException e) {
            throw bad(where + ": " + e.getMessage());
        }
    }

    private JsonNode list(JsonNode node, String name, String where) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw bad(where + " needs a list \"" + name + "\" with at least one entry.");
        }
        return list;
    }

    private String text(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw bad(where + " needs a text \"" + name + "\".");
        }
        return value.stringValue().strip();
    }

    private int whole(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isInt()) {
            throw bad(where + " needs a whole number \"" + name + "\".");
        }
        return value.intValue();
    }

    private RubricNotValid bad(String what) {
        return new RubricNotValid(file, what);
    }
}
