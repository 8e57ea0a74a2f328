package org.sellmeapen.simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The model that AWS publishes of a service, read as JSON Schemas. What travels outside the body is left out. */
final class AwsShapes {

    private AwsShapes() {}

    static JsonNode asSchemas(JsonNode service) {
        ObjectNode document = Frames.object();
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        service.path("shapes").properties().forEach(shape -> schemas.set(shape.getKey(), schema(shape.getValue())));
        return document;
    }

    private static ObjectNode schema(JsonNode shape) {
        ObjectNode schema = Frames.object();
        switch (shape.path("type").asString("")) {
            case "structure" -> {
                if (shape.path("document").asBoolean(false)) {
                    return schema;
                }
                schema.put("type", "object").put("additionalProperties", false);
                ObjectNode properties = schema.putObject("properties");
                shape.path("members").properties().forEach(member -> {
                    if (!member.getValue().has("location")) {
                        properties.set(member.getKey(), to(member.getValue()));
                    }
                });
                var required = schema.putArray("required");
                shape.path("required").forEach(name -> {
                    if (properties.has(name.asString())) {
                        required.add(name.asString());
                    }
                });
                if (shape.path("union").asBoolean(false)) {
                    schema.put("minProperties", 1).put("maxProperties", 1);
                }
            }
            case "list" -> {
                schema.put("type", "array").set("items", to(shape.path("member")));
                bounds(shape, schema, "minItems", "maxItems");
            }
            case "map" -> schema.put("type", "object").set("additionalProperties", to(shape.path("value")));
            case "string" -> {
                schema.put("type", "string");
                if (shape.has("enum")) {
                    schema.set("enum", shape.path("enum"));
                }
                bounds(shape, schema, "minLength", "maxLength");
            }
            case "integer", "long" -> {
                schema.put("type", "integer");
                bounds(shape, schema, "minimum", "maximum");
            }
            case "float", "double" -> {
                schema.put("type", "number");
                bounds(shape, schema, "minimum", "maximum");
            }
            case "boolean" -> schema.put("type", "boolean");
            case "blob" -> schema.put("type", "string");
            default -> {
                // timestamps and what is not known
            }
        }
        return schema;
    }

    private static void bounds(JsonNode shape, ObjectNode schema, String least, String most) {
        if (shape.path("min").isNumber()) {
            schema.set(least, shape.path("min"));
        }
        if (shape.path("max").isNumber()) {
            schema.set(most, shape.path("max"));
        }
    }

    private static ObjectNode to(JsonNode member) {
        return Frames.object()
                .put("$ref", "#/components/schemas/" + member.path("shape").asString(""));
    }
}
