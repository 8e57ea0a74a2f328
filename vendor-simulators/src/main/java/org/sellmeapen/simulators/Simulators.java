package org.sellmeapen.simulators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * All vendors in one program, for journeys and trials by hand: {@code --port 18300 [--specifications folder] [--says text]}
 * serves each under its own name, such as {@code http://127.0.0.1:18300/openai/v1}. The model's name picks how it behaves;
 * where words are asked for and no JSON, it says that text.
 */
public final class Simulators {

    private static final Map<String, Supplier<Vendor>> VENDORS = new LinkedHashMap<>();

    static {
        VENDORS.put("openai", OpenAi::new);
        VENDORS.put("anthropic", Anthropic::new);
        VENDORS.put("gemini", Gemini::new);
        VENDORS.put("deepseek", ChatVendors::deepseek);
        VENDORS.put("groq", ChatVendors::groq);
        VENDORS.put("mistral", ChatVendors::mistral);
        VENDORS.put("xai", ChatVendors::xai);
        VENDORS.put("azure", ChatVendors::azure);
        VENDORS.put("bedrock", Bedrock::new);
        VENDORS.put("openrouter", ChatVendors::openrouter);
        VENDORS.put("ollama", Ollama::new);
        VENDORS.put("compatible", ChatVendors::compatible);
    }

    private Simulators() {}

    /** Whom there is a simulator of. */
    public static Set<String> vendors() {
        return new TreeSet<>(VENDORS.keySet());
    }

    /** What requests to this vendor are checked against. */
    public static String grade(String id, Optional<Path> specifications) {
        return Rules.of(id, specifications).grade();
    }

    /** As {@link #grade}, of its embeddings. */
    public static String gradeOfEmbeddings(String id, Optional<Path> specifications) {
        return Rules.of(id, specifications).grade("embed");
    }

    static Vendor vendor(String id) {
        Supplier<Vendor> vendor = VENDORS.get(id);
        if (vendor == null) {
            throw new IllegalArgumentException("no simulator of " + id);
        }
        return vendor.get();
    }

    /** Serves all of them on one port; each under its name. */
    public static Server serve(int port, Optional<Path> specifications) throws IOException {
        return serve(port, specifications, Optional.empty());
    }

    private static Server serve(int port, Optional<Path> specifications, Optional<String> words) throws IOException {
        Map<String, Simulator> all = new LinkedHashMap<>();
        for (String id : vendors()) {
            Simulator simulator = new Simulator(vendor(id), Rules.of(id, specifications), 0);
            words.ifPresent(simulator::saysInWords);
            all.put(id, simulator);
        }
        Map<String, SoundSimulator> sound = new LinkedHashMap<>();
        for (String id : SoundVendors.all()) {
            sound.put(id, new SoundSimulator(SoundVendors.vendor(id), SoundRules.of(id, specifications), 0));
        }
        return new Server(
                port,
                (request, reply) -> {
                    String[] parts = request.path().split("/", 4);
                    SoundSimulator speech = parts.length == 4 && parts[1].equals("sound") ? sound.get(parts[2]) : null;
                    if (speech != null) {
                        speech.mounted(request, "/sound/" + parts[2], reply);
                        return;
                    }
                    Simulator simulator = parts.length < 3 ? null : all.get(parts[1]);
                    if (simulator == null) {
                        reply.whole(
                                404,
                                "text/plain",
                                ("Vendors: " + all.keySet() + ", under /sound: " + sound.keySet() + "\n")
                                        .getBytes(StandardCharsets.UTF_8));
                    } else {
                        simulator.mounted(request, "/" + parts[1], reply);
                    }
                },
                () -> {});
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = 18300;
        Optional<Path> specifications = Optional.empty();
        Optional<String> words = Optional.empty();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--specifications" -> specifications = Optional.of(Path.of(arguments[i + 1]));
                case "--says" -> words = Optional.of(arguments[i + 1]);
                default -> throw new IllegalArgumentException("--port N [--specifications folder] [--says text]");
            }
        }
        try (Server server = serve(port, specifications, words)) {
            System.out.println("Simulators of " + vendors() + " at http://127.0.0.1:" + server.port());
            new CountDownLatch(1).await();
        }
    }
}
