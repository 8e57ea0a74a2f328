import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.compatible.CompatibleLanguageModel;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a language model's adapter, and whatever wraps it, costs against a bare client on the same fake. Usage:
 * {@code serve PORT}, {@code first PORT STREAMS ROUNDS}, {@code memory PORT TOTAL}.
 */
public final class Streams {

    private static final int WORDS = 40;
    private static final int PACE_MS = 25;
    private static final int WARMING = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** With a name and a number in it, so that redaction has something to do. */
    private static final Prompt PROMPT = Prompt.of(
            "You are Ada Blom. You buy. You say little.",
            "Good morning, this is Zoe Stern, +49 30 1234567. May I show you a pen?",
            200);

    /** One answered stream. */
    private interface Asking {
        /** @param first told when the first word is there */
        void ask(Runnable first) throws Exception;
    }

    /** A stack to measure; wrappers are added here by whoever has them. */
    private interface Stack {
        LanguageModel over(Way way, URI base);
    }

    private static final Map<String, Stack> STACKS = new LinkedHashMap<>();

    static {
        STACKS.put("adapter", (way, base) -> new CompatibleLanguageModel(way, base, Secret.NONE, "m", Map.of()));
        STACKS.put("whole stack", WholeStack::of);
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "serve" -> serve(port);
            case "first" -> first(port, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "memory" -> memory(port, Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void first(int port, int streams, int rounds) throws Exception {
        for (Asking way : ways(port, "/at-once").values()) { // else the compiler's work would count, and more code is more of it
            many(way, WARMING);
        }
        Map<String, Asking> ways = ways(port, "/paced");
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, Long> cpu = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) { // two to warm up, all ways in turn, so that the machine's moods fall on all
            for (Map.Entry<String, Asking> way : ways.entrySet()) {
                long before = cpu();
                List<Double> round1 = round(way.getValue(), streams);
                if (round >= 0) {
                    times.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).addAll(round1);
                    cpu.merge(way.getKey(), cpu() - before, Long::sum);
                }
            }
        }
        System.out.println("| way | streams | first word p50 ms | p95 | p99 | CPU ms a stream | against the bare client |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        double bare = 0;
        double bareNinetyNine = 0;
        for (String way : ways.keySet()) {
            double[] sorted = times.get(way).stream().mapToDouble(d -> d).sorted().toArray();
            double each = cpu.get(way) / 1e6 / sorted.length;
            double ninetyNine = at(sorted, 0.99);
            boolean isBare = way.equals("bare");
            bare = isBare ? each : bare;
            bareNinetyNine = isBare ? ninetyNine : bareNinetyNine;
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %.2f | %.3f | %s |",
                    way,
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    ninetyNine,
                    each,
                    isBare
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "p99 %+.2f ms, CPU %+.0f %%",
                                    ninetyNine - bareNinetyNine,
                                    100 * (each / bare - 1))));
        }
        System.exit(0);
    }

    /** As many at once as asked for, begun one after the other over the length of one stream, twice over. */
    private static List<Double> round(Asking way, int streams) throws Exception {
        int total = streams * 2;
        double[] first = new double[total];
        CountDownLatch done = new CountDownLatch(total);
        AtomicReference<Exception> failed = new AtomicReference<>();
        long gap = WORDS * PACE_MS * 1_000_000L / streams;
        long start = System.nanoTime();
        for (int i = 0; i < total; i++) {
            long at = start + i * gap;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            int number = i;
            Thread.startVirtualThread(() -> {
                long asked = System.nanoTime();
                try {
                    way.ask(() -> first[number] = (System.nanoTime() - asked) / 1e6);
                } catch (Exception e) {
                    failed.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (failed.get() != null) {
            throw failed.get();
        }
        return Arrays.stream(first).boxed().toList();
    }

    private static void memory(int port, int total) throws Exception {
        System.out.println("| way | after 1,000 streams | half-way | after all | of " + total + " |");
        System.out.println("|---|---:|---:|---:|---|");
        for (Map.Entry<String, Asking> way : ways(port, "/at-once").entrySet()) {
            long[] used = new long[3];
            many(way.getValue(), 1_000);
            used[0] = used();
            many(way.getValue(), total / 2 - 1_000);
            used[1] = used();
            many(way.getValue(), total - total / 2);
            used[2] = used();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.1f MB | %.1f MB | %.1f MB | %s |",
                    way.getKey(),
                    used[0] / 1e6,
                    used[1] / 1e6,
                    used[2] / 1e6,
                    used[2] > used[0] * 1.1 + 1e6 ? "**grows**" : "flat"));
        }
        System.exit(0);
    }

    private static void many(Asking way, int count) throws Exception {
        Semaphore room = new Semaphore(100);
        CountDownLatch done = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            room.acquire();
            Thread.startVirtualThread(() -> {
                try {
                    way.ask(() -> {});
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    room.release();
                    done.countDown();
                }
            });
        }
        done.await();
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Map<String, Asking> ways(int port, String path) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        URI base = URI.create("http://127.0.0.1:" + port + path + "/v1");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\",\"stream\":true,\"messages\":[]}"))
                .build();
        Map<String, Asking> ways = new LinkedHashMap<>();
        ways.put("bare", first -> bare(client, request, first, false));
        ways.put("bare, reading the JSON", first -> bare(client, request, first, true));
        STACKS.forEach((name, stack) -> {
            LanguageModel model = stack.over(new Straight(client), base);
            ways.put(name, first -> {
                boolean[] said = {false};
                String text = model.answer(PROMPT, _ -> {
                            if (!said[0]) {
                                said[0] = true;
                                first.run();
                            }
                        })
                        .text();
                if (text.split(" ").length != WORDS) {
                    throw new IllegalStateException("not all of it");
                }
            });
        });
        return ways;
    }

    private static void bare(HttpClient client, HttpRequest request, Runnable first, boolean json) throws Exception {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        int words = 0;
        StringBuilder text = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: {") && line.contains("\"content\"")) {
                    if (json) {
                        text.append(JSON.readTree(line.substring(6))
                                .at("/choices/0/delta/content")
                                .asString(""));
                    }
                    if (words++ == 0) {
                        first.run();
                    }
                }
            }
        }
        if (words != WORDS) {
            throw new IllegalStateException("not all of it");
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** A fake that costs next to nothing: it reads a head and a body, and says its words, at their pace or at once. */
    private static void serve(int port) throws IOException {
        try (ServerSocket listening = new ServerSocket(port, 1_024, InetAddress.getLoopbackAddress())) {
            System.out.println("ready");
            while (true) {
                Socket socket = listening.accept();
                Thread.startVirtualThread(() -> {
                    try (socket) {
                        socket.setTcpNoDelay(true);
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                        for (String first = in.readLine(); first != null; first = in.readLine()) {
                            int length = 0;
                            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                                    length = Integer.parseInt(line.substring(15).strip());
                                }
                            }
                            in.skip(length);
                            answer(out, first.contains("/paced") ? PACE_MS : 0);
                        }
                    } catch (IOException e) {
                        // the other side is gone
                    }
                });
            }
        }
    }

    private static void answer(OutputStream out, int pace) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < WORDS; i++) {
            chunk(out, piece("{\"content\":\"word \"}", "null"));
            if (pace > 0) {
                LockSupport.parkNanos(pace * 1_000_000L);
            }
        }
        chunk(out, piece("{}", "\"stop\""));
        chunk(out, "data: [DONE]\n\n");
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String piece(String delta, String finish) {
        return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1793000000,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}\n\n";
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The same client, as adapters ask for it. */
    private record Straight(HttpClient client) implements Way {
        @Override
        public HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        }

        @Override
        public CompletableFuture<WebSocket> open(
                URI address,
                Map<String, String> headers,
                List<String> subprotocols,
                Duration connectWithin,
                WebSocket.Listener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
