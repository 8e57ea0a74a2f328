package org.sellmeapen.voice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the JSON Schema of the voice socket from the sealed messages themselves. */
public final class ProtocolSchema {

    private ProtocolSchema() {}

    public static String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Voice socket, protocol version " + Messages.VERSION);
        root.put(
                "description",
                "Text frames. Binary frames are PCM16 mono little-endian of 20 ms at the ticket's rates. Every message"
                        + " carries v and seq, which begins with 1 and grows by one on each socket and side.");
        Map<String, Object> defs = new LinkedHashMap<>();
        defs.put("client_message", oneOf(ClientMessage.class));
        defs.put("server_message", oneOf(ServerMessage.class));
        root.put("$defs", defs);
        root.put("anyOf", List.of(ref("client_message"), ref("server_message")));
        return Messages.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> oneOf(Class<?> sealed) {
        List<Object> messages = new ArrayList<>();
        for (JsonSubTypes.Type type : sealed.getAnnotation(JsonSubTypes.class).value()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("v", Map.of("const", Messages.VERSION));
            properties.put("seq", sorted("type", "integer", "minimum", 1));
            properties.put("type", Map.of("const", type.name()));
            List<String> required = new ArrayList<>(List.of("v", "seq", "type"));
            components(type.value(), properties, required);
            messages.add(object(properties, required));
        }
        return Map.of("oneOf", messages);
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        return object;
    }

    private static void components(Class<?> record, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = snake(component.getName());
            properties.put(name, of(component.getGenericType()));
            if (!isNullable(component.getAnnotatedType()) && !isNullable(component)) {
                required.add(name);
            }
        }
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return sorted("type", "array", "items", of(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            return Map.of();
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain == double.class || plain == Double.class) {
            return Map.of("type", "number");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain == String.class) {
            return Map.of("type", "string");
        }
        if (plain == UUID.class) {
            return sorted("type", "string", "format", "uuid");
        }
        if (plain == Instant.class) {
            return sorted("type", "string", "format", "date-time");
        }
        if (plain.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : plain.getEnumConstants()) {
                words.add(constant.toString().toLowerCase(Locale.ROOT));
            }
            return Map.of("enum", words);
        }
        if (plain.isRecord()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            components(plain, properties, required);
            return object(properties, required);
        }
        return Map.of();
    }

    private static Map<String, Object> sorted(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int k = 0; k < pairs.length; k += 2) {
            map.put((String) pairs[k], pairs[k + 1]);
        }
        return map;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
