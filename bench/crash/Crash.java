import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The crash test. Talkers rehearse over HTTP and write down what the server acknowledged; a killer ends the application,
 * the database server or one of its processes at random moments. At the end everything acknowledged must be there exactly
 * once, and nothing that was repeated under one key twice.
 */
final class Crash {

    private final Map<String, String> options;
    private final Random chance;
    private final Server server;
    private final Api api;
    private final Ledger ledger = new Ledger();

    private Crash(Map<String, String> options) throws IOException {
        this.options = options;
        this.chance = new Random(Long.parseLong(options.getOrDefault("seed", "1")));
        int port = Integer.parseInt(options.getOrDefault("port", "18100"));
        Path folder = options.containsKey("folder")
                ? Files.createDirectories(Path.of(options.get("folder")))
                : Files.createTempDirectory("crash-");
        this.server = new Server(Path.of(options.get("launcher")), folder, port);
        this.api = new Api(port);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int k = 0; k + 1 < arguments.length; k += 2) {
            options.put(arguments[k].substring(2), arguments[k + 1]);
        }
        System.exit(new Crash(options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        int kills = Integer.parseInt(options.getOrDefault("kills", "100"));
        int talkers = Integer.parseInt(options.getOrDefault("talkers", "4"));
        try {
            server.start();
            List<String> tokens = server.tokens();
            ledger.seeded.addAll(api.owners(tokens).keySet());
            List<Server.Kill> log = load(kills, talkers, tokens);
            Findings findings = new Findings(server, api, ledger, tokens);
            List<String> broken = findings.look();
            print(log, broken, findings.longestWait());
            return broken.isEmpty();
        } finally {
            server.stop();
        }
    }

    private List<Server.Kill> load(int kills, int talkers, List<String> tokens) throws Exception {
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Throwable> gaveUp = new AtomicReference<>();
        for (int t = 0; t < talkers; t++) {
            Talker talker = new Talker(api, ledger, t, tokens.get(t % tokens.size()), chance.nextLong());
            threads.add(Thread.ofVirtual()
                    .name("talker-" + t)
                    .uncaughtExceptionHandler((_, trouble) -> gaveUp.set(trouble))
                    .start(talker::talk));
        }
        List<Server.Kill> log = new ArrayList<>();
        try {
            for (int k = 0; k < kills && gaveUp.get() == null; k++) {
                Thread.sleep(chance.nextInt(200, 3_000));
                Server.Target target = Server.Target.values()[chance.nextInt(Server.Target.values().length)];
                log.add(server.kill(target, chance));
                if (k % 10 == 9) {
                    System.err.printf("%d kills, %d turns acknowledged%n", k + 1, ledger.said.size());
                }
            }
        } finally {
            ledger.stopTalking();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        if (gaveUp.get() != null) {
            throw new IllegalStateException("a talker gave up", gaveUp.get());
        }
        return log;
    }

    private void print(List<Server.Kill> log, List<String> broken, Duration longestWait) {
        System.out.println("| killed | times | ready again p50 | p99 | worst |");
        System.out.println("|---|---:|---:|---:|---:|");
        for (Server.Target target : Server.Target.values()) {
            row(target.name().toLowerCase(Locale.ROOT).replace('_', ' '), log.stream()
                    .filter(kill -> kill.target() == target)
                    .toList());
        }
        row("all", log);
        System.out.println();
        System.out.println("| what | count |");
        System.out.println("|---|---:|");
        System.out.println("| sessions asked for, acknowledged, ended | " + ledger.asked + ", " + ledger.sessions.size() + ", "
                + ledger.ended.size() + " |");
        System.out.println("| turns acknowledged | " + ledger.said.size() + " |");
        System.out.println("| turns sent once without an answer | " + ledger.tried.size() + " |");
        System.out.println("| requests repeated under their key | " + api.repeats() + " |");
        System.out.println("| refusals | " + ledger.refusals + " |");
        System.out.printf(Locale.ROOT, "| longest wait for a scorecard after the load | %.1f s |%n", longestWait.toMillis() / 1000.0);
        System.out.println("| lost, doubled or broken | " + broken.size() + " |");
        broken.stream().limit(20).forEach(line -> System.out.println("- " + line));
    }

    private static void row(String name, List<Server.Kill> kills) {
        long[] times = kills.stream().mapToLong(kill -> kill.ready().toMillis()).sorted().toArray();
        if (times.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.2f s | %.2f s | %.2f s |%n",
                    name,
                    times.length,
                    at(times, 0.5) / 1000.0,
                    at(times, 0.99) / 1000.0,
                    times[times.length - 1] / 1000.0);
        }
    }

    private static long at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
