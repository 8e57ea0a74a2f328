import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application under test, started by its launcher, and the hand that kills it. */
final class Server {
    final Path launcher;
    final Path folder;
    final Path data;
    final int port;
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Process process;

    Server(Path launcher, Path folder, int port) {
        this.launcher = launcher;
        this.folder = folder;
        this.data = folder.resolve("data");
        this.port = port;
    }

    void start() throws Exception {
        launch();
        awaitReady(Duration.ofMinutes(2));
    }

    private void launch() throws IOException {
        process = new ProcessBuilder(
                        launcher.toString(),
                        "serve",
                        "--profile",
                        "probe",
                        "--port",
                        "" + port,
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                .start();
    }

    Duration awaitReady(Duration atMost) throws Exception {
        long from = System.nanoTime();
        while (true) {
            try {
                HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - from);
                }
            } catch (IOException notYet) {
                // asked again below
            }
            if (System.nanoTime() - from > atMost.toNanos()) {
                throw new IllegalStateException("not ready after " + atMost + ", see " + folder + "/server.log");
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue() + ", see " + folder + "/server.log");
            }
            Thread.sleep(20);
        }
    }

    /** Ends the target with KILL and answers how long it took from there until the server was ready again. */
    Kill kill(Target target, Random chance) throws Exception {
        ProcessHandle database = database();
        long before = System.nanoTime();
        if (target == Target.DATABASE_PROCESS) {
            List<ProcessHandle> children = database.children().toList();
            if (!children.isEmpty()) {
                children.get(chance.nextInt(children.size())).destroyForcibly();
            }
        }
        if (target == Target.DATABASE || target == Target.BOTH) {
            database.destroyForcibly();
        }
        if (target == Target.APPLICATION || target == Target.BOTH) {
            process.destroyForcibly().waitFor();
            before = System.nanoTime();
            launch();
        } else {
            Thread.sleep(150); // the database needs a moment to be missed
        }
        awaitReady(Duration.ofMinutes(2));
        return new Kill(target, Duration.ofNanos(System.nanoTime() - before));
    }

    private ProcessHandle database() throws Exception {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        for (int attempt = 0; attempt < 500; attempt++) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 7) {
                    Optional<ProcessHandle> found = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no database process found by " + file);
    }

    /** One token for each trainee of the first organisation of the probe seed. */
    List<String> tokens() throws Exception {
        Process seed = new ProcessBuilder(
                        launcher.toString(), "seed", "--profile", "probe", "--json", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode made = new JsonMapper().readTree(seed.getInputStream().readAllBytes());
        if (seed.waitFor() != 0) {
            throw new IllegalStateException("seed --profile probe ended with " + seed.exitValue());
        }
        List<String> tokens = StreamSupport.stream(
                        made.path("organisations").path(0).path("people").spliterator(), false)
                .filter(person -> person.path("role").asString("").equals("trainee"))
                .map(person -> person.path("token").asString(""))
                .toList();
        if (tokens.isEmpty()) {
            throw new IllegalStateException("the probe seed names no trainee with a token");
        }
        return tokens;
    }

    int auditVerify() throws Exception {
        return new ProcessBuilder(launcher.toString(), "audit", "verify", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("audit.log").toFile())
                .start()
                .waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    enum Target {
        APPLICATION,
        DATABASE,
        BOTH,
        DATABASE_PROCESS
    }

    record Kill(Target target, Duration ready) {}
}
