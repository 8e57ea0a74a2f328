package org.sellmeapen.ai.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A form with a file in it. */
public final class Multipart {

    /** Cannot occur in what is sent: no field is free text, and 48 characters do not fall out of a microphone. */
    private static final String BOUNDARY = "----sellmeapen-3f0f6c1a5b7e4d2c9a8b7c6d5e4f3a2b";

    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);

    public Multipart field(String name, String value) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    public Multipart wav(String name, short[] samples, int rate) {
        return file(name, "utterance.wav", "audio/wav", wav(samples, rate));
    }

    /** @param file its name, for those who go by its ending; as {@code contentType} of our own making */
    public Multipart file(String name, String file, String contentType, byte[] bytes) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    public byte[] end() {
        text("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** Samples as a file. */
    public static byte[] wav(short[] samples, int rate) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
