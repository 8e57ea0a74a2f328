package org.sellmeapen.ai.wire;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.connections.Secret;
import tools.jackson.databind.JsonNode;

/** What a vendor's refusal means: by its status first, by its own words where many things share one status. */
final class Refusals {

    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final Set<String> PASSING = Set.of(
            "unreachable", "timed-out", "too-busy", "overloaded", "vendor-trouble", "conflict", "cut-off", "garbled");

    private static final Pattern TOO_LARGE =
            Pattern.compile("context_length_exceeded|context length|context window|prompt is too long|input is too long"
                    + "|exceeds the maximum number of tokens|too many tokens in|request_too_large");
    private static final Pattern BLOCKED = Pattern.compile(
            "content_filter|content_policy|responsibleaipolicy|content management policy|content exists risk|was flagged");
    private static final Pattern KEY = Pattern.compile(
            "api[ _]key[ _]not[ _]valid|api_key_invalid|invalid_api_key|incorrect api key|unrecognizedclient|invalidsignature"
                    + "|security token included in the request");
    private static final Pattern MODEL =
            Pattern.compile("model_not_found|model[^.]{0,80}(not found|does not exist)|invalid model|unknown model");
    private static final Pattern CREDIT =
            Pattern.compile("insufficient_quota|credit balance is too low|insufficient balance|billing_error");

    /** Names that come with an error in the middle of an answer, when the status has long been 200. */
    private static final Map<String, Integer> STATUS_OF = Map.ofEntries(
            Map.entry("invalid_request_error", 400),
            Map.entry("invalid_request", 400),
            Map.entry("validationexception", 400),
            Map.entry("invalid_argument", 400),
            Map.entry("authentication_error", 401),
            Map.entry("unauthenticated", 401),
            Map.entry("billing_error", 402),
            Map.entry("permission_error", 403),
            Map.entry("permission_denied", 403),
            Map.entry("not_found_error", 404),
            Map.entry("not_found", 404),
            Map.entry("timeout_error", 504),
            Map.entry("deadline_exceeded", 504),
            Map.entry("modeltimeoutexception", 408),
            Map.entry("request_too_large", 413),
            Map.entry("rate_limit_error", 429),
            Map.entry("rate_limit_exceeded", 429),
            Map.entry("resource_exhausted", 429),
            Map.entry("throttlingexception", 429),
            Map.entry("overloaded_error", 529),
            Map.entry("unavailable", 503),
            Map.entry("serviceunavailableexception", 503),
            Map.entry("service_unavailable", 503));

    private Refusals() {}

    /** @param body what it said, cut off where it is long */
    static ModelFailed of(String provider, int status, HttpHeaders headers, String body, Secret key) {
        JsonNode said = json(body);
        String type = headers.firstValue("x-amzn-errortype").orElse(""); // AWS leaves it out of the body
        String code = code(status, (type + " " + body).toLowerCase(Locale.ROOT));
        Duration after = after(headers);
        return failed(provider, code)
                .after(after == null ? retryDelay(body) : after)
                .saying(words(said, body, key));
    }

    /** An error in the middle of an answer. */
    static ModelFailed midway(String provider, JsonNode event, Secret key) {
        JsonNode error = event.path("error").isMissingNode() ? event : event.path("error");
        int status = 0;
        for (String field : new String[] {"code", "status", "type"}) {
            JsonNode value = error.path(field);
            if (status == 0 && value.isNumber()) {
                status = value.asInt();
            } else if (status == 0 && value.isString()) {
                String name = value.asString().toLowerCase(Locale.ROOT);
                status = name.matches("[45]\\d\\d") ? Integer.parseInt(name) : STATUS_OF.getOrDefault(name, 0);
            }
        }
        String all = event.toString();
        return failed(provider, code(status < 400 || status > 599 ? 500 : status, all.toLowerCase(Locale.ROOT)))
                .after(retryDelay(all))
                .saying(words(event, "", key));
    }

    private static ModelFailed failed(String provider, String code) {
        return PASSING.contains(code) ? ModelFailed.passing(provider, code) : ModelFailed.lasting(provider, code);
    }

    private static String code(int status, String words) {
        if (status == 400 || status == 422 || status == 403 || status == 500) {
            String telling = telling(words);
            if (telling != null && (status != 500 || telling.equals("blocked") || telling.equals("no-credit"))) {
                return telling;
            }
        }
        return switch (status) {
            case 401 -> "key-refused";
            case 402 -> "no-credit";
            case 403 -> "forbidden";
            case 404, 405, 410 -> "not-found";
            case 408, 504 -> "timed-out";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 424 -> "vendor-trouble";
            case 429 -> CREDIT.matcher(words).find() ? "no-credit" : "too-busy";
            case 498, 503, 529 -> "overloaded";
            default -> status >= 500 ? "vendor-trouble" : status < 400 ? "not-found" : "request-refused";
        };
    }

    private static @Nullable String telling(String words) {
        if (KEY.matcher(words).find()) {
            return "key-refused";
        }
        if (TOO_LARGE.matcher(words).find()) {
            return "too-large";
        }
        if (BLOCKED.matcher(words).find()) {
            return "blocked";
        }
        if (CREDIT.matcher(words).find()) {
            return "no-credit";
        }
        return MODEL.matcher(words).find() ? "not-found" : null;
    }

    private static @Nullable Duration after(HttpHeaders headers) {
        String millis = headers.firstValue("retry-after-ms").orElse("");
        if (millis.matches("\\d{1,9}(\\.\\d+)?")) {
            return atMost(Duration.ofMillis((long) Double.parseDouble(millis)));
        }
        String said = headers.firstValue("retry-after").orElse("").strip();
        if (said.matches("\\d{1,9}(\\.\\d+)?")) {
            return atMost(Duration.ofMillis((long) (Double.parseDouble(said) * 1_000)));
        }
        // A date counts from the vendor's own clock, which stands beside it; ours may go otherwise.
        return headers.firstValue("date")
                .filter(_ -> !said.isEmpty())
                .map(date -> {
                    try {
                        DateTimeFormatter http = DateTimeFormatter.RFC_1123_DATE_TIME;
                        Duration wait =
                                Duration.between(ZonedDateTime.parse(date, http), ZonedDateTime.parse(said, http));
                        return wait.isNegative() ? Duration.ZERO : atMost(wait);
                    } catch (DateTimeParseException _) {
                        return null;
                    }
                })
                .orElse(null);
    }

    /** Google says it in the body. */
    private static @Nullable Duration retryDelay(String body) {
        Matcher delay = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,6}(?:\\.\\d+)?)s\"")
                .matcher(body);
        return delay.find() ? atMost(Duration.ofMillis((long) (Double.parseDouble(delay.group(1)) * 1_000))) : null;
    }

    private static Duration atMost(Duration wait) {
        return wait.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wait;
    }

    private static @Nullable JsonNode json(String body) {
        try {
            JsonNode node = Json.read(body);
            return node.isArray() && node.size() == 1
                    ? node.get(0)
                    : node; // Gemini wraps it where it was asked without SSE
        } catch (Garbled _) {
            return null;
        }
    }

    /** The message itself, wherever this vendor puts it; of a page of HTML its words. */
    private static String words(@Nullable JsonNode said, String body, Secret key) {
        String words = "";
        if (said != null && said.isObject()) {
            for (JsonNode place : new JsonNode[] {
                said.path("error").path("message"),
                said.path("response").path("error").path("message"),
                said.path("message"),
                said.path("Message"),
                said.path("error"),
                said.path("detail"),
                said.path("detail").path("message"),
                said.path("detail").path(0).path("msg"),
                said.path("err_msg")
            }) {
                if (words.isEmpty()) {
                    words = place.isString() ? place.asString() : "";
                }
            }
        }
        if (words.isEmpty()) {
            words = body.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", " ")
                    .replaceAll("<[^>]*>", " ");
        }
        words = words.replaceAll("\\s+", " ").strip();
        for (String part : key.value().split(":")) {
            words = new Secret(part).maskedIn(words);
        }
        return words;
    }
}
