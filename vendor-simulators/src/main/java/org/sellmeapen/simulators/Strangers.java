package org.sellmeapen.simulators;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Fields that a specification does not name. Most specifications allow them silently; we do not send any. */
final class Strangers {

    private static final int DEEPEST = 40;

    private final JsonNode document;
    private final List<String> found = new ArrayList<>();

    private Strangers(JsonNode document) {
        this.document = document;
    }

    static List<String> in(JsonNode body, JsonNode schema, JsonNode document) {
        Strangers strangers = new Strangers(document);
        strangers.walk("$", body, List.of(schema));
        return strangers.found;
    }

    private void walk(String at, JsonNode value, List<JsonNode> schemas) {
        List<JsonNode> flat = new ArrayList<>();
        schemas.forEach(schema -> flatten(schema, value, flat, 0));
        if (value.isObject()) {
            boolean free = flat.stream().noneMatch(schema -> schema.has("properties"))
                    || flat.stream().anyMatch(Strangers::takesAny);
            value.properties().forEach(field -> {
                List<JsonNode> known = new ArrayList<>();
                flat.forEach(schema -> {
                    JsonNode property = schema.path("properties").path(field.getKey());
                    if (!property.isMissingNode()) {
                        known.add(property);
                    } else if (schema.path("additionalProperties").isObject()) {
                        known.add(schema.path("additionalProperties"));
                    }
                });
                if (!known.isEmpty()) {
                    walk(at + "." + field.getKey(), field.getValue(), known);
                } else if (!free) {
                    found.add(at + "." + field.getKey() + ": no such field");
                }
            });
        } else if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            flat.stream()
                    .filter(schema -> schema.path("items").isObject())
                    .forEach(schema -> items.add(schema.path("items")));
            if (!items.isEmpty()) {
                int i = 0;
                for (JsonNode item : value) {
                    walk(at + "[" + i++ + "]", item, items);
                }
            }
        }
    }

    private static boolean takesAny(JsonNode schema) {
        JsonNode more = schema.path("additionalProperties");
        return more.isBoolean() && more.asBoolean();
    }

    private void flatten(JsonNode schema, JsonNode value, List<JsonNode> into, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        if (schema.path("$ref").isString()) {
            flatten(document.at(schema.path("$ref").asString().substring(1)), value, into, depth + 1);
        }
        into.add(schema);
        for (String several : new String[] {"allOf", "anyOf", "oneOf"}) {
            schema.path(several).forEach(one -> flatten(one, value, into, depth + 1));
        }
        if (schema.has("then") && meets(schema.path("if").path("properties"), value)) {
            flatten(schema.path("then"), value, into, depth + 1);
        }
    }

    private static boolean meets(JsonNode condition, JsonNode value) {
        return condition.properties().stream()
                .allMatch(field -> field.getValue().path("const").equals(value.path(field.getKey())));
    }
}
