package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.embeddedpg.EmbeddedPostgres;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.signin.TokenDesk;
import org.sellmeapen.signin.TokenScope;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/**
 * With no provider set up nothing leaves at all: the whole house with its database holds a rehearsal in a network namespace
 * that has nothing but the machine itself, and the kernel counts each attempt to get out of it, a look-up of a name included.
 */
class NothingLeavesTests {

    @TempDir
    private Path folder;

    private static boolean hasNamespaces() throws IOException, InterruptedException {
        try {
            Process probe = new ProcessBuilder(
                            "unshare", "-rn", "sh", "-c", "ip link set lo up && test -r /proc/net/snmp")
                    .redirectErrorStream(true)
                    .start();
            return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aRehearsalFromStartToScorecardTriesToReachNobody() throws Exception {
        assumeTrue(
                hasNamespaces(),
                "skipped: this machine gives no network namespace (unshare -rn, ip), so that nothing can be shown here");
        Path said = folder.resolve("said");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        "unshare",
                        "-rn",
                        "sh",
                        "-c",
                        "ip link set lo up && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Alone.class.getName(),
                        folder.resolve("data").toString(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(said).as(Files.readString(out)).exists();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines.get(0)).isEqualTo("scorecard 200");
        assertThat(lines.get(1)).as("attempts to get out").isEqualTo("0");
        assertThat(Integer.parseInt(lines.get(2)))
                .as("attempts that the kernel counted when somebody did try")
                .isPositive();
    }

    private static String classPath() {
        if (NothingLeavesTests.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    /** The process. */
    static final class Alone {

        private Alone() {}

        public static void main(String[] arguments) throws Exception {
            System.setProperty(
                    EmbeddedPostgres.BINARIES_PROPERTY,
                    Path.of("target", "postgres-binaries").toAbsolutePath().toString());
            StringBuilder said = new StringBuilder();
            try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SellMeAPen.class)
                    .profiles("probe")
                    .run(
                            "--sellmeapen.data=" + arguments[0],
                            "--server.port=0",
                            "--sellmeapen.web-root=classpath:test-web/",
                            "--sellmeapen.public-url=https://pen.example.org")) {
                said.append("scorecard ").append(rehearsed(house)).append('\n');
                said.append(attempts()).append('\n');
            }
            try {
                InetAddress.getByName("api.example.com");
            } catch (UnknownHostException _) {
                // as it must be here
            }
            said.append(attempts()).append('\n');
            Files.writeString(Path.of(arguments[1]), said);
            System.exit(0);
        }

        private static int rehearsed(ConfigurableApplicationContext house) {
            Ids ids = house.getBean(Ids.class);
            Tenancy tenancy = house.getBean(Tenancy.class);
            TransactionOperations transactions = house.getBean(TransactionOperations.class);
            OrganisationId ink = new OrganisationId(ids.next());
            PersonId person = new PersonId(ids.next());
            String token = OrganisationScope.within(ink, person, () -> {
                transactions.executeWithoutResult(_ -> {
                    tenancy.found("Ink", "en", false);
                    tenancy.register(person, "owner@example.org", "Owner", "en");
                    tenancy.join(person, Role.OWNER, List.of());
                });
                return house.getBean(TokenDesk.class).make(ink, person, "alone", Set.of(TokenScope.ADMIN));
            });
            String port = house.getEnvironment().getRequiredProperty("local.server.port");
            Caller caller = new Caller("http://127.0.0.1:" + port).bearing(token);
            String session = caller.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                    .body()
                    .path("id")
                    .asString();
            String path = "/api/v1/sessions/" + session;
            caller.post(path + "/start", "{}");
            for (String line :
                    List.of("Hello, what do you write with?", "How often does it leak?", "Shall we try one?")) {
                caller.post(path + "/turns", "{\"text\":\"" + line + "\"}");
            }
            caller.post(path + "/end", "{}");
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> caller.get(path + "/scorecards/latest").status() != 202);
            return caller.get(path + "/scorecards/latest").status();
        }

        /** What had nowhere to go, by the kernel's own count. */
        private static int attempts() throws IOException {
            List<String> rows = Files.readAllLines(Path.of("/proc/net/snmp")).stream()
                    .filter(line -> line.startsWith("Ip:"))
                    .toList();
            int column = List.of(rows.get(0).split(" ")).indexOf("OutNoRoutes");
            return Integer.parseInt(rows.get(1).split(" ")[column]);
        }
    }
}
