package org.sellmeapen.ai.compatible;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A form with a file in it. */
final class Multipart {

    /** Cannot occur in what is sent: no field is free text, and 48 characters do not fall out of a microphone. */
    private static final String BOUNDARY = "----sellmeapen-3f0f6c1a5b7e4d2c9a8b7c6d5e4f3a2b";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);

    Multipart field(String name, String value) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    Multipart wav(String name, short[] samples, int rate) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"utterance.wav\"\r\nContent-Type: audio/wav\r\n\r\n");
        body.writeBytes(wav(samples, rate));
        text("\r\n");
        return this;
    }

    byte[] end() {
        text("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static byte[] wav(short[] samples, int rate) {
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
