package org.sellmeapen.ai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import tools.jackson.databind.JsonNode;

/**
 * An answer while it comes, read by one thread. Closing it before its end closes the connection, unless the vendor said
 * {@link #whole() all of it}.
 */
public final class Incoming implements AutoCloseable {

    private static final int LARGEST = 16 << 20;

    private final Line line;
    private final HttpHeaders headers;
    private final InputStream raw;
    private InputStream body;
    private boolean whole;
    private @Nullable EventReader events;
    private @Nullable Lines lines;

    Incoming(Line line, HttpHeaders headers, InputStream body) {
        this.line = line;
        this.headers = headers;
        this.raw = body;
        this.body = body;
    }

    /** Nobody asked for it, but some gateways pack all the same. */
    void unpacked() throws ModelFailed, InterruptedException {
        String packing = headers.firstValue("content-encoding").orElse("").toLowerCase(Locale.ROOT);
        if (packing.equals("gzip")) {
            try {
                body = Line.unzipped(body);
            } catch (IOException e) {
                throw line.failure(e);
            }
        }
    }

    /** The next event; null at the end. An error or a page where events were due is said as what it is. */
    public EventReader.@Nullable Event event() throws ModelFailed, InterruptedException {
        if (events == null) {
            String kind = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
            notOf("text/html");
            if (kind.startsWith("application/json")) {
                JsonNode whole = json();
                throw whole.has("error") ? line.failedMidway(whole) : line.garbled();
            }
            events = new EventReader(body);
        }
        try {
            return events.next();
        } catch (IOException e) {
            throw line.failure(e);
        }
    }

    /** A page where an answer was due is none. */
    public void notOf(String kind) throws ModelFailed {
        if (headers.firstValue("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith(kind)) {
            throw line.garbled();
        }
    }

    /** The next line of JSON; null at the end. */
    public @Nullable JsonNode lineOfJson() throws ModelFailed, InterruptedException {
        if (lines == null) {
            lines = new Lines(body, false);
        }
        try {
            while (true) {
                String next = lines.next();
                if (next == null) {
                    String rest = lines.rest().strip();
                    lines = new Lines(InputStream.nullInputStream(), false);
                    return rest.isEmpty() ? null : Json.read(rest);
                }
                if (!next.isBlank()) {
                    return Json.read(next);
                }
            }
        } catch (IOException e) {
            throw line.failure(e);
        }
    }

    /** The data of an event as JSON. */
    public JsonNode json(EventReader.Event event) throws ModelFailed {
        return json(event.data());
    }

    /** A piece of JSON that came. */
    public JsonNode json(String text) throws ModelFailed {
        try {
            return Json.read(text);
        } catch (Garbled _) {
            throw line.garbled();
        }
    }

    /** All of it, as one. */
    public JsonNode json() throws ModelFailed, InterruptedException {
        try {
            byte[] all = body.readNBytes(LARGEST + 1);
            if (all.length > LARGEST) {
                throw line.garbled();
            }
            return Json.read(new String(all, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw line.failure(e);
        }
    }

    /** Reads exactly so many bytes; null at the end. */
    public byte @Nullable [] bytes(int length) throws ModelFailed, InterruptedException {
        try {
            byte[] read = body.readNBytes(length);
            if (read.length == 0 && length > 0) {
                return null;
            }
            if (read.length < length) {
                throw line.cutOff();
            }
            return read;
        } catch (IOException e) {
            throw line.failure(e);
        }
    }

    /** As the vendor names it, in small letters; empty where it does not. */
    public String contentType() {
        return headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** A count that stands in the head; -1 where it does not. */
    public int number(String header) {
        String said = headers.firstValue(header).orElse("");
        return said.matches("\\d{1,9}") ? Integer.parseInt(said) : -1;
    }

    /** Reads what there is, at least one byte. @return how many; -1 at the end */
    public int some(byte[] into, int from) throws ModelFailed, InterruptedException {
        try {
            return body.read(into, from, into.length - from);
        } catch (IOException e) {
            throw line.failure(e);
        }
    }

    /** The beginning of a refusal; what cannot be read of one is left out. */
    String atMost(int length) throws InterruptedException {
        try {
            unpacked();
            return new String(body.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException | ModelFailed _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return "";
        }
    }

    /** The vendor said all it will: what still comes is the end of the message, and then the connection is free again. */
    public void whole() {
        whole = true;
    }

    @Override
    public void close() {
        if (whole) {
            Remainder.of(raw);
            return;
        }
        try {
            body.close();
        } catch (IOException _) {
            // it is closed either way
        }
    }
}
