package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a vendor says when it will not: for the administrator who tries it, and to tell a wrong key from a bad day. */
final class VendorWords {

    private VendorWords() {}

    /** Of the body of an answer; a page of a gateway says nothing. */
    static String in(ByteBuf body) {
        String text = body.toString(StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return "";
        }
        try {
            JsonNode said = Messages.MAPPER.readTree(text);
            JsonNode one = said.isArray() ? said.path(0) : said;
            for (String place : new String[] {"/error/message", "/message", "/error"}) {
                if (one.at(place).isString()) {
                    return one.at(place).asString();
                }
            }
            return "";
        } catch (JacksonException plain) {
            return text;
        }
    }

    /** An error that was told on a socket which stands, or why it was closed. @return null where it says nothing of that */
    static @Nullable SpeechFailed lasting(String provider, String code, String words) {
        String said = (code + " " + words).toLowerCase(Locale.ROOT);
        if (said.matches("(?s).*(invalid_api_key|incorrect api key|api[ _]key[ _]not[ _]valid|unauthenticated).*")) {
            return SpeechFailed.lasting(provider, "key-refused").saying(words);
        }
        if (said.matches("(?s).*(insufficient_quota|exceeded your current quota|billing).*")) {
            return SpeechFailed.lasting(provider, "no-credit").saying(words);
        }
        if (said.matches("(?s).*(model_not_found|model.{0,80}(not found|does not exist)|invalid model).*")) {
            return SpeechFailed.lasting(provider, "not-found").saying(words);
        }
        return null;
    }
}
