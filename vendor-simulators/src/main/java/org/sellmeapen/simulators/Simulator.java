package org.sellmeapen.simulators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One vendor, on a port of its own. A test says how it behaves; else the model's name does. */
public final class Simulator implements AutoCloseable {

    private static final Map<String, String> PAGE = Map.of("Content-Type", "text/html; charset=utf-8");
    private static final byte[] HTML = """
            <!doctype html><html><head><title>502 Bad Gateway</title><style>b{color:red}</style></head>
            <body><h1>502 Bad Gateway</h1><hr>gateway/1.0</body></html>""".getBytes(StandardCharsets.UTF_8);

    private final Vendor vendor;
    private final Rules rules;
    private final Server server;
    private final Semaphore closes = new Semaphore(0);
    private final Semaphore words = new Semaphore(0);
    private final Semaphore heard = new Semaphore(0);
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Manner manner = Manner.FINE;
    private volatile Function<Asked, String> script = Simulator::usual;
    private volatile @Nullable Asked last;
    private volatile @Nullable JsonNode lastBody;

    Simulator(Vendor vendor, Rules rules, int port) throws IOException {
        this.vendor = vendor;
        this.rules = rules;
        this.server = new Server(port, this::handle, closes::release);
    }

    /**
     * @param id the vendor, one of {@link Simulators#vendors()}
     * @param specifications the folder of published specifications, where it is at hand; else our own excerpts are kept to
     */
    public static Simulator start(String id, Optional<Path> specifications) throws IOException {
        return new Simulator(Simulators.vendor(id), Rules.of(id, specifications), 0);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port() + vendor.prefix());
    }

    /** A key that is taken; {@code wrong} is one that is not. */
    public String key() {
        return vendor.key();
    }

    /** What requests are held to. */
    public String grade() {
        return rules.grade();
    }

    public void behave(Manner other) {
        manner = other;
    }

    public void says(Function<Asked, String> other) {
        script = other;
    }

    /** Where words are asked for; JSON is given as ever. */
    void saysInWords(String text) {
        script = asked -> asked.schema() == null ? text : usual(asked);
    }

    /**
     * The words arrived. {@link Manner#CUT} waits for it, two seconds at most: a client may drop what it had not yet read
     * when its connection breaks.
     */
    public void heard() {
        heard.release();
    }

    /** What was wrong with requests; there must be none. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public int requests() {
        return requests.get();
    }

    /** How many connections carried them. */
    public int connections() {
        return server.connections();
    }

    public Asked last() {
        Asked asked = last;
        if (asked == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return asked;
    }

    public JsonNode lastBody() {
        JsonNode body = lastBody;
        if (body == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return body;
    }

    /** Waits until a caller closed before its answer was whole. */
    public boolean sawClose(Duration within) throws InterruptedException {
        return closes.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until some words went out that nothing more follows, or a request came that is left waiting. */
    public boolean hangs(Duration within) throws InterruptedException {
        return words.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void handle(Request whole, Reply reply) throws IOException {
        mounted(whole, "", reply);
    }

    /** @param under where all of this vendor's addresses begin */
    void mounted(Request whole, String under, Reply reply) throws IOException {
        Request request = whole.at(whole.path().substring(under.length()));
        String path = request.path();
        answer(
                path.startsWith(vendor.prefix())
                        ? request.at(path.substring(vendor.prefix().length()))
                        : request,
                whole,
                reply);
    }

    private void answer(Request request, Request whole, Reply reply) throws IOException {
        requests.incrementAndGet();
        Vendor.Refusal stranger = vendor.stranger(whole);
        if (stranger != null) {
            refuse(reply, stranger);
            return;
        }
        Vendor.Route route = vendor.route(request);
        if (route == null) {
            fault("no such address: " + request.method() + " " + whole.path());
            refuse(reply, vendor.refusal(404, "Unknown request URL"));
            return;
        }
        if (route.kind() == Vendor.Kind.MODELS) {
            if (manner.status() != 200) {
                refuse(reply, vendor.refusal(manner.status(), "the models are not told"));
                return;
            }
            whole(reply, Map.of(), vendor.models());
            return;
        }
        JsonNode body;
        try {
            body = Frames.JSON.readTree(request.body());
        } catch (JacksonException e) {
            fault("not JSON");
            refuse(reply, vendor.refusal(400, "We could not parse the JSON body of your request."));
            return;
        }
        lastBody = body;
        List<String> wrong = new ArrayList<>(rules.faults(route.operation(), body));
        String minded = vendor.minds(route, whole, body);
        if (minded != null) {
            wrong.add(minded);
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(this::fault);
            refuse(reply, vendor.refusal(400, "Invalid request: " + wrong.getFirst()));
            return;
        }
        String model = route.model().isEmpty() ? body.path("model").asString("") : route.model();
        Manner how = manner == Manner.FINE ? Manner.of(model).orElse(Manner.FINE) : manner;
        if (!plainly(how, reply)) {
            if (route.kind() == Vendor.Kind.EMBED) {
                whole(reply, vendor.headOfEmbedded(), vendor.embedded(route, body));
            } else {
                stream(route, vendor.asked(route, body), how, reply);
            }
        }
    }

    /** @return whether it was answered without asking the model */
    private boolean plainly(Manner how, Reply reply) throws IOException {
        switch (how) {
            case SILENT -> {
                words.release();
                reply.untilClosed();
            }
            case HTML -> reply.whole(502, PAGE, HTML);
            case PAGE -> reply.whole(200, PAGE, HTML);
            case WINDOW -> refuse(reply, vendor.window());
            case S307 ->
                reply.whole(307, Map.of("Location", "http://127.0.0.1:" + server.port() + "/elsewhere"), new byte[0]);
            case S429 -> refuse(reply, with(vendor.refusal(429, "Rate limit reached."), Map.of("Retry-After", "7")));
            case S429_DATE ->
                refuse(
                        reply,
                        with(
                                vendor.refusal(429, "Rate limit reached."),
                                Map.of(
                                        "Date",
                                        "Tue, 03 Nov 2026 10:00:00 GMT",
                                        "Retry-After",
                                        "Tue, 03 Nov 2026 10:00:09 GMT")));
            default -> {
                if (how.status() == 200) {
                    return false;
                }
                refuse(reply, vendor.refusal(how.status(), "The simulator refuses with " + how.status() + "."));
            }
        }
        return true;
    }

    private void stream(Vendor.Route route, Asked asked, Manner how, Reply reply) throws IOException {
        last = asked;
        if (how == Manner.BLOCKED) {
            List<byte[]> blocked = vendor.blocked(route);
            if (blocked == null) {
                refuse(reply, vendor.filter());
            } else {
                reply.begin(Map.of("Content-Type", vendor.contentType()));
                for (byte[] frame : blocked) {
                    reply.chunk(frame);
                }
                reply.end();
            }
            return;
        }
        Answering answering = answering(asked, how);
        List<byte[]> frames = vendor.frames(route, answering);
        int half = Math.min(frames.size() - 1, frames.size() / 2);
        switch (how) {
            case TORN -> {
                begin(reply);
                torn(reply, frames);
                reply.end();
            }
            case GZIP -> {
                reply.begin(Map.of("Content-Type", vendor.contentType(), "Content-Encoding", "gzip"));
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(packed, 512, true)) {
                    for (byte[] frame : frames) {
                        zip.write(frame);
                        zip.flush();
                        reply.chunk(packed.toByteArray());
                        packed.reset();
                    }
                }
                reply.chunk(packed.toByteArray());
                reply.end();
            }
            case GARBAGE -> {
                begin(reply);
                reply.chunk("data: {\"half\": \n\n\0\1\2 no JSON at all }}{{\n\n".getBytes(StandardCharsets.UTF_8));
                reply.end();
            }
            case HANG -> {
                begin(reply);
                some(reply, frames, half, 0);
                words.release();
                reply.untilClosed();
            }
            case ERROR -> {
                begin(reply);
                some(reply, frames, half, 0);
                reply.chunk(vendor.midway(route));
                reply.end();
            }
            case CUT -> {
                begin(reply);
                some(reply, frames, half, 0);
                untilHeard();
                reply.cut();
            }
            case SHORT -> {
                begin(reply);
                some(reply, frames, half, 0);
                reply.end();
            }
            case TRUNCATED -> {
                begin(reply);
                some(reply, frames, half, 0);
                reply.chunk(frames.get(half), 0, frames.get(half).length / 2);
                reply.end();
            }
            default -> {
                begin(reply);
                some(reply, frames, frames.size(), how == Manner.DRIP ? 15 : 0);
                reply.end();
            }
        }
    }

    private void untilHeard() {
        try {
            heard.tryAcquire(2, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Reply reply) throws IOException {
        reply.begin(Map.of("Content-Type", vendor.contentType(), "Cache-Control", "no-cache"));
    }

    private static void some(Reply reply, List<byte[]> frames, int count, int pause) throws IOException {
        for (byte[] frame : frames.subList(0, count)) {
            reply.chunk(frame);
            if (pause > 0) {
                Reply.pause(pause);
            }
        }
    }

    private static void torn(Reply reply, List<byte[]> frames) throws IOException {
        Random chance = new Random(4);
        for (byte[] frame : frames) {
            for (int at = 0; at < frame.length; ) {
                int length = Math.min(1 + chance.nextInt(3), frame.length - at);
                reply.chunk(frame, at, length);
                at += length;
            }
        }
    }

    /** The script's answer, held to what was asked of its length and its stops. */
    private Answering answering(Asked asked, Manner how) {
        String text = how == Manner.REFUSAL ? "I cannot help with that, I am sorry to say." : script.apply(asked);
        Ending ending = how == Manner.REFUSAL
                ? Ending.REFUSED
                : how == Manner.FILTERED ? Ending.FILTERED : how == Manner.LENGTH ? Ending.LENGTH : Ending.END;
        for (String stop : asked.stops()) {
            int at = text.indexOf(stop);
            if (at >= 0) {
                text = text.substring(0, at);
                ending = Ending.STOP;
            }
        }
        List<String> pieces = new ArrayList<>(List.of(text.split("(?<=\\s)")));
        if (pieces.size() > asked.mostTokens()) {
            pieces = pieces.subList(0, asked.mostTokens());
            ending = Ending.LENGTH;
        }
        return new Answering(asked, pieces, ending, how);
    }

    private static String usual(Asked asked) {
        return asked.schema() == null
                ? "Grüß Gott – that is dearer than I thought; 価格は? 🙂 Tell me what it does for us."
                : Shapes.filled(asked.schema(), asked.schema()).toString();
    }

    private static void whole(Reply reply, Map<String, String> head, @Nullable JsonNode body) throws IOException {
        if (body == null) {
            reply.whole(404, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        } else {
            Map<String, String> headers = new java.util.HashMap<>(head);
            headers.put("Content-Type", "application/json");
            reply.whole(200, headers, body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Vendor.Refusal with(Vendor.Refusal refusal, Map<String, String> headers) {
        return new Vendor.Refusal(refusal.status(), headers, refusal.body());
    }

    private static void refuse(Reply reply, Vendor.Refusal refusal) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>(refusal.headers());
        headers.put("Content-Type", "application/json");
        reply.whole(refusal.status(), headers, refusal.body().getBytes(StandardCharsets.UTF_8));
    }

    private void fault(String what) {
        faults.add(vendor.id() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
