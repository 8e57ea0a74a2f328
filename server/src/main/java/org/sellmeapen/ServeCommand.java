package org.sellmeapen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.console.Output;
import org.sellmeapen.signin.FirstAdministrator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Serves the pages, the API and the sockets.",
            "The first start prints a one-time link for the first administrator."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--voice-port",
            paramLabel = "N",
            description = "Where voice is listened for. Default: the port after --port.")
    private @Nullable Integer voicePort;

    @Option(
            names = "--voice-url",
            paramLabel = "URL",
            description = "As browsers reach the voice port, where a proxy stands before it: wss://host[:port].")
    private @Nullable String voiceUrl;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: SELLMEAPEN_DATA or ./data.")
    private @Nullable Path data;

    @Option(names = "--public-url", paramLabel = "URL", description = "As browsers see this installation.")
    private @Nullable String publicUrl;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate chain, PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM.")
    private @Nullable Path key;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "CIDR",
            split = ",",
            description = "Whose X-Forwarded-* headers are believed.")
    private List<String> proxies = new ArrayList<>();

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Where the log is kept as JSON Lines. Default: logs in the data folder.")
    private @Nullable Path logs;

    @Option(
            names = "--profile",
            defaultValue = "production",
            paramLabel = "NAME",
            description =
                    "production, or probe (on an empty data folder only: for tests from outside). Default: ${DEFAULT-VALUE}.")
    private String profile = "production";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;

    ServeCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((certificate == null) != (key == null)) {
            throw usage("--tls-cert and --tls-key belong together.");
        }
        if (port < 0 || port > 65535) {
            throw usage("--port: 0 to 65535.");
        }
        if (!profile.equals("production") && !profile.equals("probe")) {
            throw usage("--profile: production or probe.");
        }
        if (isUnreadable(certificate) || isUnreadable(key)) {
            output.problem("--tls-cert and --tls-key must be files that can be read.");
            return 1;
        }
        if (voicePort != null && (voicePort < 0 || voicePort > 65_535 || (voicePort == port && port != 0))) {
            throw usage("--voice-port: 0 to 65535, and not that of --port.");
        }
        if (voiceUrl != null && !voiceUrl.matches("wss?://[A-Za-z0-9.\\-\\[\\]:]+/*")) {
            throw usage("--voice-url: an address such as wss://pen.example.org:8444.");
        }
        if (publicUrl != null && !Addresses.isPublicUrl(publicUrl)) {
            throw usage("--public-url: an address such as https://pen.example.org.");
        }
        if (!Addresses.isHost(host)) {
            throw usage("--host: an address of this machine, such as 127.0.0.1 or 0.0.0.0.");
        }
        for (String range : proxies) {
            if (!Addresses.isRange(range.strip())) {
                throw usage("--trusted-proxies: addresses or ranges such as 10.0.0.0/8.");
            }
        }
        if (certificate != null && key != null) {
            String trouble = TlsFiles.trouble(certificate, key);
            if (trouble != null) {
                output.problem(trouble);
                return 1;
            }
        }
        Path folder = DataFolder.chosen(data);
        String refused = prepare(folder, profile);
        if (refused != null) {
            output.problem(refused);
            return 1;
        }
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext house = new SpringApplicationBuilder(SellMeAPen.class)
                .profiles(profile)
                .listeners((ApplicationListener<ContextClosedEvent>) _ -> closed.countDown())
                .run(arguments(folder));
        String url = String.valueOf(house.getEnvironment().getProperty("sellmeapen.public-url"));
        DataFolder.at(folder).rememberPublicUrl(url);
        output.line("SellMeAPen is ready: " + url);
        if (!Addresses.keepsCookies(url)) {
            output.problem("browsers keep the session cookie of another machine to HTTPS, so nobody can sign in at "
                    + url + ". Give --tls-cert and --tls-key, or --public-url https://… behind a proxy that ends TLS.");
        }
        house.getBean(FirstAdministrator.class)
                .linkIfNeeded()
                .ifPresent(link -> output.line("First administrator, once, within a day: " + link));
        closed.await();
        return 0;
    }

    /** Makes the folder its owner's alone before anything is written into it, and this profile's; why not, or null. */
    static @Nullable String prepare(Path folder, String profile) {
        DataFolder.makePrivate(folder);
        return Profiles.claim(folder, profile);
    }

    private Map<String, Object> properties(Path folder) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sellmeapen.data", folder.toString());
        properties.put("server.address", host);
        properties.put("server.port", port);
        properties.put("sellmeapen.voice-line.host", host);
        properties.put("sellmeapen.voice-line.port", voicePort());
        if (voiceUrl != null) {
            properties.put("sellmeapen.voice-line.url", voiceUrl.replaceAll("/+$", ""));
        }
        String scheme = certificate == null ? "http" : "https";
        String seenAs = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        properties.put("sellmeapen.public-url", publicUrl != null ? publicUrl : scheme + "://" + seenAs + ":" + port);
        properties.put("sellmeapen.trusted-proxies", String.join(",", proxies));
        Path logFolder = logs != null ? logs.toAbsolutePath().normalize() : folder.resolve("logs");
        // Why it did not start is said in one line at the end of it.
        properties.put("logging.level.org.springframework.boot.SpringApplication", "off");
        properties.put("logging.level.org.springframework.boot.diagnostics", "off");
        properties.put(
                "logging.file.name", logFolder.resolve("sellmeapen.jsonl").toString());
        if (certificate != null && key != null) {
            properties.put(
                    "sellmeapen.voice-line.cert", certificate.toAbsolutePath().toString());
            properties.put("sellmeapen.voice-line.key", key.toAbsolutePath().toString());
            properties.put("server.ssl.certificate", certificate.toUri().toString());
            properties.put("server.ssl.certificate-private-key", key.toUri().toString());
        }
        return properties;
    }

    private int voicePort() {
        return voicePort != null ? voicePort : port == 0 || port == 65_535 ? 0 : port + 1;
    }

    /** As arguments, because those have the last word over every other source of settings. */
    private String[] arguments(Path folder) {
        return properties(folder).entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static boolean isUnreadable(@Nullable Path file) {
        return file != null && !(Files.isRegularFile(file) && Files.isReadable(file));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
