package org.sellmeapen.simulators;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of an OpenAPI document as plain JSON Schema. A discriminator that names the kinds of a thing becomes a
 * condition: they are no part of the thing's own schema, so that a validator would let anything pass for one of them.
 */
final class Plainly {

    private static final String AT = "#/components/schemas/";
    private static final String OWN = "--own";

    private Plainly() {}

    static JsonNode of(JsonNode components) {
        JsonNode copy = components.deepCopy();
        if (copy.path("schemas") instanceof ObjectNode schemas) {
            for (Map.Entry<String, JsonNode> schema : List.copyOf(schemas.properties())) {
                JsonNode kinds = schema.getValue().path("discriminator").path("mapping");
                if (kinds.isObject()
                        && !schema.getValue().has("oneOf")
                        && !schema.getValue().has("anyOf")) {
                    conditions(schemas, schema.getKey(), (ObjectNode) schema.getValue(), kinds);
                }
            }
        }
        strip(copy);
        return copy;
    }

    private static void conditions(ObjectNode schemas, String name, ObjectNode schema, JsonNode kinds) {
        String field = schema.path("discriminator").path("propertyName").asString("");
        ArrayNode all = schema.path("allOf") instanceof ArrayNode there ? there : schema.putArray("allOf");
        kinds.properties().forEach(kind -> {
            String target = kind.getValue().asString("").replace(AT, "");
            if (schemas.path(target) instanceof ObjectNode whole) {
                ObjectNode own = whole.deepCopy();
                own.remove("discriminator");
                if (own.path("allOf") instanceof ArrayNode parts) {
                    parts.removeIf(part -> part.path("$ref").asString("").equals(AT + name)); // else it never ends
                }
                schemas.set(target + OWN, own);
                ObjectNode condition = all.addObject();
                condition
                        .putObject("if")
                        .put("type", "object")
                        .putObject("properties")
                        .putObject(field)
                        .put("const", kind.getKey());
                condition.putObject("then").put("$ref", AT + target + OWN);
            }
        });
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("discriminator").has("propertyName")) {
                object.remove("discriminator");
            }
            for (String bound : new String[] {"exclusiveMinimum", "exclusiveMaximum"}) {
                if (object.path(bound).isBoolean()) {
                    object.remove(bound); // OpenAPI 3.0 says it beside the bound
                }
            }
        }
        node.forEach(Plainly::strip);
    }
}
