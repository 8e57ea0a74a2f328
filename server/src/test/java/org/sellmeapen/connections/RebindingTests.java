package org.sellmeapen.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.kernel.OrganisationId;

/**
 * A name that is public when it is checked and private when it is connected to; in a process whose names a file gives,
 * underneath the guard of the product.
 */
class RebindingTests {

    @TempDir
    private Path folder;

    @Test
    void aNameThatChangesItsAddressBetweenCheckAndConnectionGainsNothing() throws Exception {
        Path names = folder.resolve("names");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtest.names=" + names,
                        "-Dsun.net.inetaddr.ttl=0",
                        "-Dsun.net.inetaddr.negative.ttl=0",
                        "-cp",
                        classPath(),
                        Victim.class.getName(),
                        names.toString(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as(Files.readString(folder.resolve("out"))).exists();
        assertThat(Files.readAllLines(said))
                .containsExactly(
                        "unguarded: connected",
                        "checked: public",
                        "rebound: UnknownHostException",
                        "asked again: private-address",
                        "named by nobody: connected",
                        "met inside: 2");
    }

    /** Of what the process needs, whatever loads the classes here. */
    private String classPath() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
        Files.writeString(
                services.resolve(InetAddressResolverProvider.class.getName()), NamesOfAFile.class.getName() + "\n");
        String classes = Stream.of(Victim.class, Gate.class, OrganisationId.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return folder + File.pathSeparator + classes; // the first provider counts, and the product brings one too
    }

    /** Below the guard of the product: what the file says, read anew each time. */
    public static final class NamesOfAFile extends InetAddressResolverProvider {

        @Override
        public InetAddressResolver get(Configuration configuration) {
            InetAddressResolver file = new InetAddressResolver() {
                @Override
                public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                    try (Stream<String> lines = Files.lines(Path.of(System.getProperty("test.names")))) {
                        return lines
                                .map(line -> line.split(" "))
                                .filter(line -> List.of(line).contains(host))
                                .map(line -> InetAddress.ofLiteral(line[0]))
                                .toList()
                                .stream();
                    } catch (IOException trouble) {
                        throw new UnknownHostException(host);
                    }
                }

                @Override
                public String lookupByAddress(byte[] address) throws UnknownHostException {
                    throw new UnknownHostException();
                }
            };
            return GuardedNames.over(file);
        }

        @Override
        public String name() {
            return "names of a file";
        }
    }

    /** The process. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path names = Path.of(arguments[0]);
            StringBuilder said = new StringBuilder();
            int[] met = {0};
            try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> {
                    try {
                        while (true) {
                            try (Socket _ = inside.accept()) {
                                met[0]++;
                            }
                        }
                    } catch (IOException over) {
                        // the end
                    }
                });
                Gate gate = new Gate((_, _, _) -> true, new LocalEndpoints(List.of()), Gate.Names.OF_JAVA);
                Destination evil =
                        Destination.of(URI.create("https://evil.example.com:" + inside.getLocalPort() + "/"));
                OrganisationId ink = new OrganisationId(new UUID(0, 1));

                name(names, "127.0.0.1");
                said.append("unguarded: ")
                        .append(connect("evil.example.com", inside))
                        .append('\n');
                name(names, "1.1.1.1");
                gate.check(ink, Purpose.TALK, evil);
                said.append("checked: public\n");
                name(names, "127.0.0.1");
                // What the client does after the check.
                try {
                    CheckedWay.client(Duration.ofSeconds(5))
                            .send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "https://evil.example.com:" + inside.getLocalPort() + "/"))
                                            .build(),
                                    java.net.http.HttpResponse.BodyHandlers.ofString());
                    said.append("rebound: connected\n");
                } catch (IOException refused) {
                    Throwable root = refused;
                    while (root.getCause() != null) {
                        root = root.getCause();
                    }
                    boolean byName = root instanceof java.nio.channels.UnresolvedAddressException
                            || root instanceof java.net.UnknownHostException;
                    said.append("rebound: ")
                            .append(byName ? "UnknownHostException" : root.toString())
                            .append('\n');
                }
                try {
                    gate.check(ink, Purpose.TALK, evil);
                    said.append("asked again: nothing\n");
                } catch (NotAllowedOut why) {
                    said.append("asked again: ").append(why.code()).append('\n');
                }
                Files.writeString(names, "127.0.0.1 evil.example.com database.example.com\n");
                said.append("named by nobody: ")
                        .append(connect("database.example.com", inside))
                        .append('\n');
                while (met[0] < 2) {
                    Thread.onSpinWait(); // the accepting thread is on its way
                }
                said.append("met inside: ").append(met[0]).append('\n');
            }
            Files.writeString(Path.of(arguments[1]), said);
        }

        private static void name(Path names, String address) throws IOException {
            Files.writeString(names, address + " evil.example.com\n");
        }

        private static String connect(String host, ServerSocket inside) {
            try (Socket _ = new Socket(host, inside.getLocalPort())) {
                return "connected";
            } catch (IOException refused) {
                return refused.toString();
            }
        }
    }
}
