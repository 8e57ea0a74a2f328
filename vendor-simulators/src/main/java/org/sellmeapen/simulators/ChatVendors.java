package org.sellmeapen.simulators;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.sellmeapen.simulators.ChatVendor.Habit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Those who speak chat completions, each with its accent and its words for a refusal. */
final class ChatVendors {

    private static final String BEARER = "authorization";

    private ChatVendors() {}

    static Vendor openai() {
        return new ChatVendor("openai", "/v1", BEARER, EnumSet.of(Habit.EMBEDS, Habit.REASONING_FIELD), typed());
    }

    static Vendor compatible() {
        return new ChatVendor(
                "compatible",
                "/v1",
                BEARER,
                EnumSet.of(Habit.EMBEDS, Habit.NO_KEY, Habit.NO_DONE),
                (status, message) -> {
                    // vLLM's manner; llama.cpp puts the same into "error"
                    return Frames.object()
                            .put("object", "error")
                            .put("message", message)
                            .put("type", "BadRequestError")
                            .putNull("param")
                            .put("code", status);
                });
    }

    static Vendor deepseek() {
        return new ChatVendor(
                "deepseek", "/v1", BEARER, EnumSet.of(Habit.REASONING_FIELD, Habit.MUST_SAY_JSON), typed());
    }

    static Vendor groq() {
        return new ChatVendor(
                "groq", "/openai/v1", BEARER, EnumSet.of(Habit.USAGE_HIDDEN, Habit.REASONING_FIELD), typed());
    }

    static Vendor mistral() {
        return new ChatVendor(
                "mistral",
                "/v1",
                BEARER,
                EnumSet.of(Habit.EMBEDS, Habit.USAGE_UNASKED, Habit.CONTENT_BLOCKS),
                (status, message) -> status == 401
                        ? Frames.object().put("detail", "Unauthorized")
                        : Frames.object()
                                .put("object", "error")
                                .put("message", message)
                                .put("type", "invalid_request_error")
                                .putNull("param")
                                .put("code", status == 429 ? "1300" : "1500"));
    }

    static Vendor xai() {
        return new ChatVendor(
                "xai",
                "/v1",
                BEARER,
                Set.of(Habit.REASONING_FIELD),
                (status, message) -> Frames.object()
                        .put(
                                "code",
                                status == 400 ? "Client specified an invalid argument" : "Some resource has failed")
                        .put("error", message));
    }

    static Vendor openrouter() {
        return new ChatVendor(
                "openrouter",
                "/api/v1",
                BEARER,
                EnumSet.of(Habit.COMMENTS, Habit.ERROR_BESIDE_CHOICE),
                (status, message) -> {
                    ObjectNode error = Frames.object();
                    error.putObject("error").put("code", status).put("message", message);
                    return error;
                });
    }

    static Vendor azure() {
        return new ChatVendor(
                "azure",
                "/openai/v1",
                "api-key",
                EnumSet.of(Habit.EMBEDS, Habit.FILTER_FIRST, Habit.REASONING_FIELD),
                (status, message) -> {
                    ObjectNode error = Frames.object();
                    error.putObject("error")
                            .put(
                                    "code",
                                    message.startsWith("content_filter") ? "content_filter" : String.valueOf(status))
                            .put("message", message);
                    return error;
                });
    }

    private static BiFunction<Integer, String, JsonNode> typed() {
        return (status, message) -> {
            String type = switch (status) {
                case 401 -> "authentication_error";
                case 429 -> "rate_limit_exceeded";
                default -> status >= 500 ? "server_error" : "invalid_request_error";
            };
            ObjectNode error = Frames.object();
            error.putObject("error")
                    .put("message", message)
                    .put("type", type)
                    .putNull("param")
                    .put("code", status == 401 ? "invalid_api_key" : status == 404 ? "model_not_found" : type);
            return error;
        };
    }
}
