package org.sellmeapen.simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Some JSON of a shape, as a model held to it would answer. */
final class Shapes {

    private Shapes() {}

    static JsonNode filled(JsonNode schema, JsonNode root) {
        if (schema.has("$ref")) {
            return filled(root.at(schema.path("$ref").asString().substring(1)), root);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        for (String either : new String[] {"anyOf", "oneOf"}) {
            if (schema.path(either).size() > 0) {
                return filled(schema.path(either).get(0), root);
            }
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asString() : type.asString("object")) {
            case "string" -> Frames.JSON.getNodeFactory().stringNode("so it is, “wörtlich”");
            case "integer", "number" ->
                Frames.JSON.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> Frames.JSON.getNodeFactory().booleanNode(true);
            case "null" -> Frames.JSON.getNodeFactory().nullNode();
            case "array" -> {
                ArrayNode array = Frames.JSON.createArrayNode();
                for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
                    array.add(filled(schema.path("items"), root));
                }
                yield array;
            }
            default -> {
                ObjectNode object = Frames.object();
                schema.path("properties").properties().forEach(p -> object.set(p.getKey(), filled(p.getValue(), root)));
                yield object;
            }
        };
    }
}
