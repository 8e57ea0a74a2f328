package org.sellmeapen.ai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked. Whoever speaks in {@link #messages()} is data to it; only {@link #system()} instructs.
 *
 * @param system what it is to do; may be empty
 * @param messages at least one, the last of the user
 * @param mostTokens the answer is cut there ({@link Answer.Finish#LENGTH})
 * @param temperature null for the vendor's own; left out where a model takes none
 * @param stop at most four texts that end an answer, themselves not part of it
 * @param schema the answer is JSON of this shape, null for plain words
 * @param seed for models that repeat themselves under the same one, null for none
 */
public record Prompt(
        String system,
        List<Message> messages,
        int mostTokens,
        @Nullable Double temperature,
        List<String> stop,
        @Nullable Schema schema,
        @Nullable Long seed) {

    public enum Role {
        USER,
        ASSISTANT
    }

    public record Message(Role role, String text) {}

    /**
     * @param name letters, digits, underscores, as vendors ask for one
     * @param json a JSON Schema of an object, every property required and no other allowed, so that the strict modes of all
     *     vendors take it
     */
    public record Schema(String name, String json) {}

    public Prompt {
        messages = List.copyOf(messages);
        stop = List.copyOf(stop);
        if (messages.isEmpty() || messages.getLast().role() != Role.USER) {
            throw new IllegalArgumentException("a prompt ends with what the user says");
        }
        if (stop.size() > 4) {
            throw new IllegalArgumentException("more than four stops");
        }
    }

    /** One question in plain words. */
    public static Prompt of(String system, String user, int mostTokens) {
        return new Prompt(system, List.of(new Message(Role.USER, user)), mostTokens, null, List.of(), null, null);
    }

    public Prompt shaped(Schema shape) {
        return new Prompt(system, messages, mostTokens, temperature, stop, shape, seed);
    }

    public Prompt at(@Nullable Double warmth, @Nullable Long repeatable) {
        return new Prompt(system, messages, mostTokens, warmth, stop, schema, repeatable);
    }

    public Prompt stoppingAt(List<String> stops) {
        return new Prompt(system, messages, mostTokens, temperature, stops, schema, seed);
    }

    /** SHA-256 of all of it, in hexadecimal: equal exactly for equal prompts. */
    public String digest() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        List<String> parts = new ArrayList<>(List.of("1", system, String.valueOf(mostTokens)));
        parts.add(String.valueOf(temperature));
        parts.add(String.valueOf(seed));
        parts.add(schema == null ? "" : schema.name() + '\n' + schema.json());
        stop.forEach(text -> parts.add("stop " + text));
        messages.forEach(message -> parts.add(message.role() + " " + message.text()));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // so that no two run together
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
