package org.sellmeapen.voice;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The text of the voice socket: one JSON object a message, with the protocol's version and a number that grows by one. */
final class Messages {

    static final int VERSION = 1;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private long nextOut = 1;
    private long nextIn = 1;

    /** What came is not of this protocol; the socket is closed. */
    static final class NotUnderstood extends Exception {
        NotUnderstood(String why) {
            super(why);
        }
    }

    String write(ServerMessage message) {
        // The writer must know the sealed type, or it leaves the word out by which the other end tells messages apart.
        String json = MAPPER.writerFor(ServerMessage.class).writeValueAsString(message);
        return "{\"v\":" + VERSION + ",\"seq\":" + nextOut++ + "," + json.substring(1);
    }

    ClientMessage read(String text) throws NotUnderstood {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.path("v").asInt(0) != VERSION) {
                throw new NotUnderstood("version");
            }
            if (node.path("seq").asLong(0) != nextIn) {
                throw new NotUnderstood("seq");
            }
            nextIn++;
            return MAPPER.treeToValue(node, ClientMessage.class);
        } catch (JacksonException notJson) {
            throw new NotUnderstood("json");
        }
    }
}
