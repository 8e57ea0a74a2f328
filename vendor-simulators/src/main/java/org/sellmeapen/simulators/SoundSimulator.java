package org.sellmeapen.simulators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One vendor of ears or mouths, on a port of its own. A test says how it behaves; else the key does, by its end. */
public final class SoundSimulator implements AutoCloseable {

    private static final Map<String, String> PAGE = Map.of("Content-Type", "text/html; charset=utf-8");
    private static final byte[] HTML =
            "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    private final SoundVendor vendor;
    private final SoundRules rules;
    private final Server server;
    private final Semaphore closes = new Semaphore(0);
    private final Semaphore hanging = new Semaphore(0);
    private final Semaphore goodbyes = new Semaphore(0);
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger understood = new AtomicInteger();
    private volatile Manner manner = Manner.FINE;
    private volatile BiFunction<Integer, Integer, String> mind = (_, _) -> "good morning";

    SoundSimulator(SoundVendor vendor, SoundRules rules, int port) throws IOException {
        this.vendor = vendor;
        this.rules = rules;
        this.server = new Server(port, this::handle, closes::release);
    }

    /** What a vendor's requests are held to. */
    public static String grade(String id, Optional<Path> specifications) {
        return SoundRules.of(id, specifications).grade();
    }

    /**
     * What a vendor would mind in a body or a message.
     *
     * @param rule of {@link SoundRules}
     */
    public static List<String> faults(String id, Optional<Path> specifications, String rule, JsonNode body) {
        return SoundRules.of(id, specifications).faults(rule, body);
    }

    /** As {@link Simulator#start}. */
    public static SoundSimulator start(String id, Optional<Path> specifications) throws IOException {
        return new SoundSimulator(SoundVendors.vendor(id), SoundRules.of(id, specifications), 0);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port() + vendor.prefix());
    }

    public String key() {
        return vendor.key();
    }

    public String grade() {
        return rules.grade();
    }

    public void behave(Manner other) {
        manner = other;
    }

    /** @param other what is understood, by its turn (from 0) and the milliseconds of sound */
    public void understands(BiFunction<Integer, Integer, String> other) {
        mind = other;
        understood.set(0);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** What was to be spoken; of a socket that hears, the kinds of messages that came. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public List<Request> asked() {
        return List.copyOf(asked);
    }

    public boolean sawClose(Duration within) throws InterruptedException {
        return closes.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean hangs(Duration within) throws InterruptedException {
        return hanging.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until a socket was left in good order. */
    public boolean sawGoodbye(Duration within) throws InterruptedException {
        return goodbyes.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(Request whole, Reply reply) throws IOException {
        mounted(whole, "", reply);
    }

    /** @param under where all of this vendor's addresses begin */
    void mounted(Request whole, String under, Reply reply) throws IOException {
        String path = whole.path().substring(under.length());
        String key = vendor.keyOf(whole);
        Request request = whole.at(
                path.startsWith(vendor.prefix())
                        ? path.substring(vendor.prefix().length())
                        : path);
        asked.add(request);
        if (key.isEmpty() && vendor.needsKey() || key.startsWith("wrong")) {
            refuse(reply, vendor.strangerStatus(), Map.of(), vendor.strangerWords(key));
            return;
        }
        answer(request, () -> manner == Manner.FINE ? Manner.of(key).orElse(Manner.FINE) : manner, reply);
    }

    private void answer(Request request, Supplier<Manner> behaviour, Reply reply) throws IOException {
        Manner how = behaviour.get();
        List<String> wrong = new ArrayList<>();
        Desk desk = new Desk(wrong);
        Work work = vendor.work(request, desk, how);
        if (work == null) {
            fault("no such address: " + request.method() + " " + request.path());
            refuse(reply, 404, Map.of(), "Unknown request URL");
        } else if (!wrong.isEmpty()) {
            wrong.forEach(this::fault);
            refuse(reply, 400, Map.of(), "Invalid request: " + wrong.getFirst());
        } else if (!plainly(how, reply)) {
            switch (work) {
                case Work.Live(Work.Talking talking) -> {
                    desk.live = true;
                    live(talking, request, behaviour, reply);
                }
                case Work.Whole(JsonNode body) -> whole(body, how, reply);
                case Work.Pieces pieces -> stream(pieces, how, reply);
            }
        }
    }

    private final class Desk implements SoundVendor.Desk {
        private final List<String> wrong;
        private boolean live;

        Desk(List<String> wrong) {
            this.wrong = wrong;
        }

        @Override
        public void check(String rule, JsonNode body) {
            rules.faults(rule, body).forEach(this::fault);
        }

        @Override
        public void checkQuery(String rule, Request request) {
            Set<String> sent = Arrays.stream(request.query().split("&"))
                    .map(part -> part.split("=", 2)[0])
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            // The vendor's documentation has this one for live sound too, its specification only for files.
            rules.queryFaults(rule, sent, Set.of("filler_words")).forEach(this::fault);
        }

        @Override
        public void fault(String what) {
            if (live) {
                SoundSimulator.this.fault(what);
            } else {
                wrong.add(what);
            }
        }

        @Override
        public String understood(int ms) {
            return mind.apply(understood.getAndIncrement(), ms);
        }

        @Override
        public void goodbye() {
            goodbyes.release();
        }

        @Override
        public void hangs() {
            hanging.release();
        }

        @Override
        public void text(String text) {
            texts.add(text);
        }
    }

    private boolean plainly(Manner how, Reply reply) throws IOException {
        switch (how) {
            case SILENT -> {
                hanging.release();
                reply.untilClosed();
            }
            case HTML -> reply.whole(502, PAGE, HTML);
            case PAGE -> reply.whole(200, PAGE, HTML);
            case S307 ->
                reply.whole(307, Map.of("Location", "http://127.0.0.1:" + server.port() + "/elsewhere"), new byte[0]);
            case S429 -> refuse(reply, 429, Map.of("Retry-After", "7"), "Rate limit reached.");
            default -> {
                if (how.status() == 200) {
                    return false;
                }
                refuse(reply, how.status(), Map.of(), "The simulator refuses with " + how.status() + ".");
            }
        }
        return true;
    }

    private void live(Work.Talking talking, Request request, Supplier<Manner> behaviour, Reply reply)
            throws IOException {
        Talk talk = reply.upgraded(request);
        if (behaviour.get() == Manner.TORN) {
            talk.tear();
        }
        try {
            talking.talk(talk, reply, behaviour);
        } finally {
            closes.release();
        }
    }

    private void whole(JsonNode body, Manner how, Reply reply) throws IOException {
        if (how == Manner.NOISY && body instanceof ObjectNode object) {
            object.put("unheard_of", 1).putObject("more").put("new", true);
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        int third = Math.max(1, bytes.length / 3);
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += third) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + third)));
        }
        stream(new Work.Pieces("application/json", pieces, new byte[0]), how, reply);
    }

    private void stream(Work.Pieces work, Manner how, Reply reply) throws IOException {
        List<byte[]> pieces = work.pieces();
        int half = Math.min(pieces.size() - 1, Math.max(1, pieces.size() / 2));
        Map<String, String> headers = Map.of("Content-Type", work.contentType());
        switch (how) {
            case GARBAGE -> {
                reply.begin(Map.of("Content-Type", "application/json"));
                reply.chunk("data: {\"half\": \n\n\0\1\2 no JSON at all }}{{\n\n".getBytes(StandardCharsets.UTF_8));
                reply.end();
            }
            case GZIP -> {
                reply.begin(Map.of("Content-Type", work.contentType(), "Content-Encoding", "gzip"));
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(packed, 512, true)) {
                    for (byte[] piece : pieces) {
                        zip.write(piece);
                    }
                }
                reply.chunk(packed.toByteArray());
                reply.end();
            }
            case HANG -> {
                reply.begin(headers);
                some(reply, pieces, half, 0);
                hanging.release();
                reply.untilClosed();
            }
            case CUT -> {
                reply.begin(headers);
                some(reply, pieces, half, 0);
                Reply.pause(20); // a reset overtakes what was sent just before
                reply.cut();
            }
            case ERROR -> {
                reply.begin(headers);
                some(reply, pieces, half, 0);
                reply.chunk(work.midway());
                reply.end();
            }
            case SHORT -> {
                reply.begin(headers);
                some(reply, pieces, half, 0);
                reply.end();
            }
            case TRUNCATED -> {
                reply.begin(headers);
                some(reply, pieces, half, 0);
                reply.chunk(pieces.get(half), 0, pieces.get(half).length / 2);
                reply.end();
            }
            case TORN -> {
                reply.begin(headers);
                torn(reply, pieces);
                reply.end();
            }
            default -> {
                reply.begin(headers);
                some(reply, pieces, pieces.size(), how == Manner.DRIP ? 5 : 0);
                reply.end();
            }
        }
    }

    private static void some(Reply reply, List<byte[]> pieces, int count, int pause) throws IOException {
        for (byte[] piece : pieces.subList(0, count)) {
            reply.chunk(piece);
            if (pause > 0) {
                Reply.pause(pause);
            }
        }
    }

    /** A few bytes at a time where a stream begins, an odd number of them later on. */
    private static void torn(Reply reply, List<byte[]> pieces) throws IOException {
        Random chance = new Random(4);
        int sent = 0;
        for (byte[] piece : pieces) {
            for (int at = 0; at < piece.length; ) {
                int length = Math.min(sent < 600 ? 1 + chance.nextInt(3) : 331, piece.length - at);
                reply.chunk(piece, at, length);
                at += length;
                sent += length;
            }
        }
    }

    private void refuse(Reply reply, int status, Map<String, String> more, String message) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>(more);
        headers.put("Content-Type", "application/json");
        reply.whole(status, headers, vendor.refusal(status, message).getBytes(StandardCharsets.UTF_8));
    }

    private void fault(String what) {
        faults.add(vendor.id() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
