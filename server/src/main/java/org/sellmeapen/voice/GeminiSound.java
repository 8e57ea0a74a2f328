package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Finds the sound in a message of Gemini's: {@code "inlineData":{…,"data":"…"}} somewhere inside. */
final class GeminiSound {

    private static final byte[] INLINE = "\"inlineData\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\"data\"".getBytes(StandardCharsets.US_ASCII);

    /** A message with nothing else in it than one piece of sound is hardly longer than that. */
    private static final int AROUND = 220;

    private GeminiSound() {}

    /** Where the base64 begins, or -1. It comes early in a message, or not at all. */
    static int find(ByteBuf json) {
        int inline = seek(json, json.readerIndex(), Math.min(json.writerIndex(), json.readerIndex() + 2_000), INLINE);
        int data = inline < 0 ? -1 : seek(json, inline, Math.min(json.writerIndex(), inline + 400), DATA);
        if (data < 0) {
            return -1;
        }
        int at = data + DATA.length;
        while (at < json.writerIndex() && json.getByte(at) != '"') {
            at++;
        }
        return at < json.writerIndex() ? at + 1 : -1;
    }

    /** Whether nothing that would have to be read stands around it. */
    static boolean onlySound(ByteBuf json, int from, int to) {
        int rest = json.readableBytes() - (to - from);
        String around = rest > AROUND
                ? "Transcription"
                : json.toString(to, json.writerIndex() - to, StandardCharsets.UTF_8)
                        + json.toString(json.readerIndex(), from - json.readerIndex(), StandardCharsets.UTF_8);
        return !around.contains("Transcription")
                && !around.contains("turnComplete")
                && !around.contains("interrupted")
                && !around.contains("goAway");
    }

    private static int seek(ByteBuf in, int from, int to, byte[] word) {
        for (int at = from; at + word.length <= to; at++) {
            if (in.getByte(at) == '"' && JsonGlance.is(in, at, at + word.length, word)) {
                return at;
            }
        }
        return -1;
    }
}
