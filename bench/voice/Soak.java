import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls that go on for a long time with everything that happens to calls: lines that drop and come back, pages that do not
 * read, peers that die without a word. Prints memory, threads and open files each minute, and in the end whether every turn
 * that was acknowledged is in the record.
 *
 * <p>Arguments: URL TOKEN CALLS MINUTES PID RECORDING
 */
final class Soak {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] FRAME = new byte[640];

    private final Tickets api;
    private final boolean recording;
    private final long until;
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger deaf = new AtomicInteger();
    private final AtomicInteger dead = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Soak(String url, String token, long minutes, boolean recording) {
        api = new Tickets(url, token);
        this.recording = recording;
        until = System.nanoTime() + minutes * 60_000_000_000L;
    }

    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[2]);
        long minutes = Long.parseLong(arguments[3]);
        long pid = Long.parseLong(arguments[4]);
        Soak soak = new Soak(arguments[0], arguments[1], minutes, Boolean.parseBoolean(arguments[5]));
        System.out.println("| minute | resident MB | threads | open files |");
        System.out.println("|---:|---:|---:|---:|");
        System.out.println("| 0 (idle) |" + weight(pid));
        List<Thread> callers = new ArrayList<>();
        for (int n = 0; n < calls; n++) {
            int who = n;
            callers.add(Thread.ofVirtual().start(() -> soak.caller(who)));
        }
        for (int minute = 1; minute <= minutes; minute++) {
            Thread.sleep(Duration.ofMinutes(1));
            System.out.println("| " + minute + " |" + weight(pid));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        Thread.sleep(Duration.ofSeconds(40)); // the last dead peers are noticed
        System.out.println("| after all hung up |" + weight(pid));
        System.out.printf(
                "%d calls, %d minutes: %d turns acknowledged, %d of them missing in the records; %d drops, %d that did not"
                        + " read, %d died silently, %d handshakes refused.%n",
                calls, minutes, soak.turns.get(), soak.missing.get(), soak.dropped.get(), soak.deaf.get(), soak.dead.get(),
                soak.refused.get());
        if (soak.missing.get() > 0) {
            System.exit(1);
        }
    }

    private static String weight(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        long kb = Long.parseLong(status.lines().filter(l -> l.startsWith("VmRSS")).findFirst().orElseThrow().replaceAll("\\D", ""));
        String threads = status.lines().filter(l -> l.startsWith("Threads")).findFirst().orElseThrow().replaceAll("\\D", "");
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return " " + kb / 1024 + " | " + threads + " | " + files.count() + " |";
        }
    }

    /** One person, from session to session, from line to line. */
    private void caller(int who) {
        Random chance = new Random(who);
        while (System.nanoTime() < until) {
            String session = api.session();
            List<String> acknowledged = new ArrayList<>();
            AtomicLong clock = new AtomicLong();
            for (int line = 0; line < 6 && System.nanoTime() < until; line++) {
                try {
                    line(session, chance, acknowledged, clock);
                } catch (IllegalStateException ended) {
                    break; // the session came to its end
                } catch (RuntimeException | InterruptedException trouble) {
                    refused.incrementAndGet();
                    break;
                }
            }
            check(session, acknowledged);
        }
    }

    private void check(String session, List<String> acknowledged) {
        JsonNode stored = api.ask("GET", "/api/v1/sessions/" + session, "").path("turns");
        List<String> texts = new ArrayList<>();
        stored.forEach(turn -> texts.add(turn.path("i").asInt() + turn.path("speaker").asString()));
        for (String turn : acknowledged) {
            turns.incrementAndGet();
            if (!texts.contains(turn)) {
                missing.incrementAndGet();
                System.out.println("missing " + turn + " in " + session);
            }
        }
    }

    private void line(String session, Random chance, List<String> acknowledged, AtomicLong clock) throws InterruptedException {
        String[] ticket = api.one(session, "browser", recording).split(" ");
        Page page = new Page(acknowledged, clock);
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols(ticket[1])
                .buildAsync(URI.create(ticket[0]), page)
                .join();
        int seconds = 10 + chance.nextInt(40);
        int end = chance.nextInt(10);
        for (int frame = 0; frame < seconds * 50 && !page.closed && System.nanoTime() < until; frame++) {
            if (frame % 300 == 100) {
                page.say(socket, "\"type\":\"speech\",\"state\":\"started\",\"at_ms\":" + clock.get());
            } else if (frame % 300 == 160) {
                page.say(socket, "\"type\":\"speech\",\"state\":\"stopped\",\"at_ms\":" + clock.get());
            }
            socket.sendBinary(ByteBuffer.wrap(FRAME), true).join();
            clock.addAndGet(20);
            Thread.sleep(20);
        }
        switch (end) {
            case 0 -> { // reads nothing more, and goes on sending for a while
                deaf.incrementAndGet();
                page.reads = false;
                for (int k = 0; k < 600 && !page.closed; k++) {
                    socket.sendBinary(ByteBuffer.wrap(FRAME), true).join();
                    clock.addAndGet(20);
                    Thread.sleep(20);
                }
                socket.abort();
            }
            case 1 -> { // says nothing more, not even that it is gone
                dead.incrementAndGet();
                Thread.sleep(Duration.ofSeconds(35));
                socket.abort();
            }
            case 2, 3, 4, 5 -> {
                dropped.incrementAndGet();
                socket.abort();
            }
            default -> {
                page.say(socket, "\"type\":\"bye\"");
                Thread.sleep(100);
                socket.abort();
            }
        }
        if (page.over) {
            throw new IllegalStateException("over");
        }
    }

    private static final class Page implements WebSocket.Listener {
        private final List<String> acknowledged;
        private final AtomicLong clock;
        private final StringBuilder part = new StringBuilder();
        private int seq;
        volatile boolean closed;
        volatile boolean over;
        volatile boolean reads = true;

        Page(List<String> acknowledged, AtomicLong clock) {
            this.acknowledged = acknowledged;
            this.clock = clock;
        }

        void say(WebSocket socket, String rest) {
            socket.sendText("{\"v\":1,\"seq\":" + ++seq + "," + rest + "}", true).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                JsonNode message = JSON.readTree(part.toString());
                part.setLength(0);
                switch (message.path("type").asString("")) {
                    case "ready" -> clock.set(message.path("clock_ms").asLong());
                    case "turn" -> {
                        JsonNode turn = message.path("turn");
                        acknowledged.add(turn.path("i").asInt() + turn.path("speaker").asString());
                    }
                    case "stage" -> over = true;
                    default -> {}
                }
            }
            if (reads) {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            if (reads) {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = true;
        }
    }
}
