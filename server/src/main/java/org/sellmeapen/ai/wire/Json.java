package org.sellmeapen.ai.wire;

import org.sellmeapen.ai.Prompt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON of vendors. A field that is not there reads as missing, never as a failure. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** @throws Garbled when it is none */
    public static JsonNode read(String text) throws Garbled {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new Garbled("nothing where JSON was due");
            }
            return node;
        } catch (JacksonException _) {
            throw new Garbled("not JSON"); // without its cause, which quotes what was said
        }
    }

    /** The shape as vendors want it: an object, not a text. */
    public static JsonNode shape(Prompt.Schema schema) {
        return MAPPER.readTree(schema.json());
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static int number(JsonNode node) {
        return node.asInt(-1);
    }
}
