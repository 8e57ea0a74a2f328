package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Public;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.voice.ProtocolSchema;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files under {@code api/} are written by this test: {@code -Dgenerate=true} rewrites them, otherwise a difference
 * between what they say and what is served fails the build.
 */
class GeneratedFilesTests extends HouseTest {

    private static final Path API = Path.of("..", "api");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "sellmeapen");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void everyRouteServedIsInTheOpenApiFile() throws Exception {
        JsonNode document = served();
        List<String> missing = new ArrayList<>();
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            for (String path : route.getPatternValues()) {
                if (path.startsWith("/api/v1/")
                        && !document.path("paths").has(path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))) {
                    missing.add(path);
                }
            }
        }
        assertThat(missing).isEmpty();
        same("openapi.json", JSON.writeValueAsString(JSON.treeToValue(document, TreeMap.class)) + "\n");
    }

    @Test
    void theVoiceProtocolIsThatOfTheMessages() throws IOException {
        same("voice-protocol.schema.json", ProtocolSchema.json());
    }

    @Test
    void theRolesFileSaysWhoMayDoWhat() throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            for (String path : route.getPatternValues()) {
                if (path.startsWith("/api/v1/")) {
                    for (var verb : route.getMethodsCondition().getMethods()) {
                        rows.put(path + " " + verb, verb + "," + path + "," + access(method));
                    }
                }
            }
        });
        String header = "method,path,anybody,"
                + String.join(",", Arrays.stream(Role.values()).map(Role::code).toList());
        same("roles.csv", header + "\n" + String.join("\n", rows.values()) + "\n");
    }

    @Test
    void theProblemsPageListsEveryRefusal() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Pattern call =
                Pattern.compile("Kind\\.(CALLER|OPERATOR|PROVIDER),\\s*\"([a-z0-9-]+)\",\\s*(\\d{3})", Pattern.DOTALL);
        Pattern edge = Pattern.compile("\\b(\\d{3}),\\s*\"([a-z]+(?:-[a-z]+)+|bug)\"");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Matcher refusal = call.matcher(text);
                while (refusal.find()) {
                    rows.merge(
                            refusal.group(2),
                            refusal.group(3) + " | " + refusal.group(1).toLowerCase(),
                            (one, other) -> one);
                }
                if (file.getParent().equals(SOURCES)) {
                    Matcher atTheEdge = edge.matcher(text);
                    while (atTheEdge.find()) {
                        rows.putIfAbsent(atTheEdge.group(2), atTheEdge.group(1) + " | caller");
                    }
                }
            }
        }
        assertThat(rows).containsKeys("not-found", "session-already-ended", "wrong-credentials", "unreadable-body");
        StringBuilder page = new StringBuilder("""
                # Problems

                Every refusal of the API is `application/problem+json` (RFC 9457) with one of these codes, a `detail` in plain words and a
                `request_id` that stands in the log. `not-valid` names the `field`; `host-not-allowed-yet` the `host`, the `purpose`, and the
                `provider` and `model` that are asked there. `caller` can be mended by whoever asked, `operator` by whoever runs the installation.

                | code | status | who can mend it |
                |---|---|---|
                """);
        rows.forEach((code, rest) ->
                page.append("| `").append(code).append("` | ").append(rest).append(" |\n"));
        same("problems.md", page.toString());
    }

    private JsonNode served() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ObjectNode document = (ObjectNode) JSON.readTree(answer.body());
        document.remove("servers");
        ObjectNode paths = (ObjectNode) document.path("paths");
        new TreeSet<>(paths.propertyNames())
                .stream()
                        .filter(path -> !path.startsWith("/api/v1/") && !path.matches("/(ready|live)"))
                        .forEach(paths::remove);
        paths.propertyStream()
                .forEach(path -> keyed(path.getKey(), path.getValue().path("post")));
        return document;
    }

    /** The filter in front of every controller honours it, so that no controller names it. */
    private static void keyed(String path, JsonNode post) {
        if (post.isMissingNode() || IdempotencyFilter.NOT_KEPT.matcher(path).matches()) {
            return;
        }
        if (post.path("parameters")
                .valueStream()
                .anyMatch(p -> p.path("name").asString("").equals(IdempotencyFilter.HEADER))) {
            return; // the one that keeps it itself where it streams
        }
        ObjectNode parameter = ((ObjectNode) post).withArray("parameters").addObject();
        parameter.put("name", IdempotencyFilter.HEADER).put("in", "header").put("required", false);
        parameter.put(
                "description",
                "Repeats of a request under the same key within 24 hours bring the first answer and change nothing.");
        parameter.putObject("schema").put("type", "string").put("maxLength", 200);
    }

    private static String access(HandlerMethod method) {
        Public open = method.getMethodAnnotation(Public.class);
        NeedsSignIn signIn = method.getMethodAnnotation(NeedsSignIn.class);
        Needs needs = method.getMethodAnnotation(Needs.class);
        List<String> cells = new ArrayList<>();
        cells.add(open != null ? "yes" : "no");
        for (Role role : Role.values()) {
            boolean may = open != null
                    || signIn != null
                    || (needs != null && Arrays.stream(needs.value()).anyMatch(role.permissions()::contains));
            cells.add(may ? "yes" : "no");
        }
        return String.join(",", cells);
    }

    private static void same(String name, String wanted) throws IOException {
        Path file = API.resolve(name);
        if (Boolean.getBoolean("generate")) {
            Files.createDirectories(API);
            Files.writeString(file, wanted);
        }
        assertThat(file)
                .as("api/" + name
                        + "; write it with ./mvnw -pl server -am test -Dtest=GeneratedFilesTests -Dgenerate=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .exists()
                .content()
                .isEqualTo(wanted);
    }
}
