package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Walks every operation of the committed description with what nobody should send. Whatever it is, the answer is a
 * problem that tells the caller, never a bug of ours, and nothing is written.
 */
class BadInputTests extends HouseTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode API = JSON.readTree(Path.of("..", "api", "openapi.json"));

    /** Values that each field by itself would take; what is refused is then the one that was bent. */
    private static final String GOOD = """
            {"clarity":{"fillers":1},"confidence":{"hedges":1},"title":"Prices","source":"a list","body":"One costs two.","email":"somebody@example.org","password":"violet tractor hums 42","current":"violet tractor hums 41",
             "token":"none","name":"Somebody","organisation_name":"Ink","language":"en","appearance":"dark",
             "scenario_id":"classic-pen","level":"easy","seat":"seller","holder":"0190a5b0-0000-7000-8000-000000000001",
             "take_over":true,"turn":1,"shared":true,"technique":"trial_close","text":"What do you write with?",
             "organisation_id":"0190a5b0-0000-7000-8000-000000000002","scopes":["read"],"expires_in_days":3,
             "managers_see":"all","owners_may_delete_sessions":true,"keep_sessions_days":900,"role":"trainee",
             "team_ids":[],"active":true,"lead":true,"record_voice":false,"keep_recordings_days":30,
             "recording":true,"activity":"browser","patience_ms":2000,"purpose":"talk","host":"api.example.com",
             "value":"sk-0123456789abcdef","functions":[],"function":"talk","entry":{"provider":"compatible","model":"m"},
             "allow_hosts":[],"reason":"because"}""";

    private static final List<String> NO_OBJECTS = List.of(
            "",
            "[]",
            "null",
            "5",
            "\"x\"",
            "{",
            "{}{}",
            "{\"a\":",
            "[".repeat(5000),
            "{\"a\":".repeat(2000),
            "{\"" + "k".repeat(60_000) + "\":1}");

    private static final String LONG = "\"" + "x".repeat(50_000) + "\"";

    /** By the type of a field: what it is not. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "string",
            List.of("5", "-1", "1.5", "true", "{\"a\":1}", "[1]", "[\"x\"]", "\"a\\u0000b\"", "\"\\ud800x\"", LONG),
            "boolean",
            List.of("1", "0", "\"true\"", "\"\"", "{}", "[true]", "1.5"),
            "integer",
            List.of("\"5\"", "1.5", "true", "{}", "[1]", "1e30", "99999999999", "-2147483648", "\"\""),
            "object",
            List.of("5", "\"x\"", "[1]", "true", "[{}]"),
            "number",
            List.of("\"5\"", "true", "{}", "[1]", "\"\""),
            "array",
            List.of("\"read\"", "5", "{}", "[5]", "[null]", "[{}]", "[[]]", "[\"\\u0000\"]", "[" + LONG + "]"));

    private record Operation(String method, String path, JsonNode node) {

        boolean hasBody() {
            return node.has("requestBody");
        }

        /** Which may be large, and are looked at only once it is known whose they are. */
        boolean takesRecordings() {
            return node.at("/requestBody/content").has("application/octet-stream");
        }

        Map<String, String> fields() {
            JsonNode schema = node.at("/requestBody/content").iterator().next().path("schema");
            JsonNode named = resolved(schema);
            Map<String, String> fields = new TreeMap<>();
            named.path("properties")
                    .properties()
                    .forEach(field -> fields.put(
                            field.getKey()
                                    .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                                    .toLowerCase(Locale.ROOT),
                            type(resolved(field.getValue()))));
            return fields;
        }

        ObjectNode good() {
            ObjectNode body = JSON.createObjectNode();
            JsonNode all = JSON.readTree(GOOD);
            fields().keySet().forEach(field -> {
                assertThat(all.has(field))
                        .as("a good value for %s is missing in this test", field)
                        .isTrue();
                body.set(field, all.get(field));
            });
            return body;
        }

        private static JsonNode resolved(JsonNode schema) {
            String ref = schema.path("$ref").asString("");
            return ref.isEmpty() ? schema : API.at(ref.substring(1));
        }

        private static String type(JsonNode schema) {
            JsonNode type = schema.path("type");
            return type.isArray() ? type.get(0).asString() : type.asString("string");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        API.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "patch", "delete").contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        assertThat(operations).hasSizeGreaterThan(50);
        return operations;
    }

    /** An organisation with one of everything, and its owner's browser. */
    private record Place(Member owner, Member trainee, Caller caller, String team, String session, String invitation) {

        String address(String path) {
            return path.replace("{turn}", "1")
                    .replace("/people/{id}", "/people/" + trainee.id())
                    .replace("/teams/{id}", "/teams/" + team)
                    .replace("/sessions/{id}", "/sessions/" + session)
                    .replace("/invitations/{id}", "/invitations/" + invitation)
                    .replace("/scenarios/{id}", "/scenarios/classic-pen")
                    .replaceAll("\\{person_?[iI]d}", trainee.id().toString())
                    .replace("{id}", new UUID(7, 7).toString());
        }
    }

    private Place place(String name) {
        OrganisationId organisation = organisation(name);
        Member owner = member(organisation, Role.OWNER);
        Member trainee = member(organisation, Role.TRAINEE);
        Caller caller = browser(owner);
        String team = id(caller.post("/api/v1/teams", "{\"name\":\"East\"}"));
        String session = id(caller.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}"));
        String invitation = id(caller.post(
                "/api/v1/invitations", "{\"email\":\"x-%s@example.org\",\"role\":\"trainee\"}".formatted(owner.id())));
        return new Place(owner, trainee, caller, team, session, invitation);
    }

    private static String id(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    /** Sends with the ETag that is right now, so that it is the body that is refused. */
    private static Caller.Answer sent(Place place, Operation operation, @Nullable String body) {
        String address = place.address(operation.path());
        if (!operation.method().equals("PATCH")) {
            return place.caller().send(operation.method(), address, body);
        }
        return place.caller()
                .patch(
                        address,
                        String.valueOf(body),
                        place.caller().get(address).header("ETag"));
    }

    private static boolean isProblem(Caller.Answer answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.code().isEmpty()
                && !answer.body().path("request_id").asString("").isEmpty();
    }

    private static String told(Operation operation, String what, Caller.Answer answer) {
        return operation + " " + what.substring(0, Math.min(60, what.length())) + ": " + answer.status() + " "
                + answer.code();
    }

    /** Rows of every table, of both organisations; but for the audit trail, the outbox and counted attempts. */
    private static Map<String, Long> rows(Place... places) {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = TestDatabase.OWNER.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("""
                    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'audit%'
                    and c.relname not in ('event_publication', 'attempt')""")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (Place place : places) {
                statement.execute(
                        "select set_config('app.org', '" + place.owner().organisation() + "', false)");
                for (String table : tables) {
                    try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                        count.next();
                        rows.merge(table, count.getLong(1), Long::sum);
                    }
                }
            }
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
        assertThat(rows).containsKeys("training_session", "team", "membership", "api_token");
        return rows;
    }

    @Test
    void aBodyOfAnotherKindIsRefusedAndNothingIsWritten() {
        Place mine = place("Ink");
        Map<String, Long> before = rows(mine);
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (!operation.hasBody()) {
                continue;
            }
            for (String body : NO_OBJECTS) {
                Caller.Answer answer = sent(mine, operation, body);
                if (!isProblem(answer)) {
                    wrong.add(told(operation, body, answer));
                }
            }
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "a/b/c")) {
                mine.caller().with("Content-Type", type);
                Caller.Answer answer = sent(mine, operation, operation.good().toString() + "&%ff=%zz");
                mine.caller().without("Content-Type");
                if (!isProblem(answer)) {
                    wrong.add(told(operation, type, answer));
                }
            }
            for (int size : new int[] {2_000_000, 20_000_000}) {
                Caller.Answer answer = sent(mine, operation, "{\"name\":\"" + "x".repeat(size) + "\"}");
                boolean tooLarge = answer.status() == 413 || operation.takesRecordings();
                if (!tooLarge || !isProblem(answer)) {
                    wrong.add(told(operation, size + " bytes", answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows(mine)).isEqualTo(before);
    }

    @Test
    void aFieldOfAnotherKindIsRefusedAndNothingIsWritten() {
        Place mine = place("Ink");
        Map<String, Long> before = rows(mine);
        String organisation = mine.caller().get("/api/v1/organisation").text();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (!operation.hasBody()) {
                continue;
            }
            operation.fields().forEach((field, type) -> {
                for (String value : WRONG.get(type)) {
                    if (field.equals("body") && value.equals(LONG)) {
                        continue; // a document may be that long
                    }
                    ObjectNode body = operation.good();
                    body.set(field, JSON.getNodeFactory().rawValueNode(new RawValue(value)));
                    Caller.Answer answer = sent(mine, operation, JSON.writeValueAsString(body));
                    if (!isProblem(answer)) {
                        wrong.add(told(operation, field + " = " + value, answer));
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(rows(mine)).isEqualTo(before);
        assertThat(mine.caller().get("/api/v1/organisation").text()).isEqualTo(organisation);
    }

    @Test
    void aParameterThatCannotBeReadIsRefused() {
        Place mine = place("Ink");
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            for (JsonNode parameter : operation.node().path("parameters")) {
                JsonNode schema = Operation.resolved(parameter.path("schema"));
                if (!parameter.path("in").asString().equals("query") || schema.has("properties")) {
                    continue;
                }
                String name = parameter.path("name").asString();
                List<String> never = new ArrayList<>(List.of("%00", "%ff", "%ed%a0%80", "%F0%90%80"));
                if (name.equals("limit")) {
                    never.addAll(List.of("-1", "0", "101", "99999999999", "1.5", "many"));
                } else if (name.equals("cursor")) {
                    never.addAll(List.of("AAAA", "MTIz", "__________", "'", "x".repeat(5000)));
                } else if (schema.path("format").asString("").equals("uuid")) {
                    never.addAll(List.of("no-id", "1", "'"));
                } else if (schema.path("format").asString("").equals("date-time")) {
                    never.addAll(List.of("2026-13-45", "yesterday", "-1000000000-01-01T00:00:00Z"));
                } else if (schema.path("type").asString("").equals("boolean")) {
                    never.add("perhaps");
                }
                for (String value : never) {
                    Caller.Answer answer = mine.caller().get(mine.address(operation.path()) + "?" + name + "=" + value);
                    if (!isProblem(answer)) {
                        wrong.add(told(operation, name + "=" + value, answer));
                    }
                }
                for (String value : List.of("'", "%25", "_", "x".repeat(5000), "%F0%9F%98%80", "-0", "null")) {
                    Caller.Answer answer = mine.caller().get(mine.address(operation.path()) + "?" + name + "=" + value);
                    if (answer.status() != 200 && !isProblem(answer)) {
                        wrong.add(told(operation, name + "=" + value, answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anIdOfAnotherOrganisationIsAnsweredToTheLetterLikeOneThatNeverWas() {
        Place mine = place("Ink");
        Place theirs = place("Quill");
        Map<String, Long> before = rows(mine, theirs);
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Operation operation : operations()) {
            if (!operation.path().contains("{") || operation.path().contains("/scenarios/")) {
                continue;
            }
            walked++;
            String body = operation.hasBody() ? operation.good().toString() : null;
            String random = operation.path().replace("{turn}", "1").replaceAll("\\{\\w+}", new UUID(9, 9).toString());
            String noId = operation.path().replace("{turn}", "1").replaceAll("\\{\\w+}", "no-id");
            Caller caller = mine.caller().with("If-Match", "\"1\"");
            Caller.Answer foreign = caller.send(operation.method(), theirs.address(operation.path()), body);
            Caller.Answer never = caller.send(operation.method(), random, body);
            Caller.Answer none = caller.send(operation.method(), noId, body);
            caller.without("If-Match");
            if (never.status() != 404
                    || none.status() != 404
                    || !isProblem(foreign)
                    || !withoutReference(foreign).equals(withoutReference(never))
                    || !foreign.headerNames().equals(never.headerNames())) {
                wrong.add(operation + ": " + foreign.text() + " / " + never.text() + " / " + none.text());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(25);
        assertThat(rows(mine, theirs)).isEqualTo(before);
    }

    private static JsonNode withoutReference(Caller.Answer answer) {
        return ((ObjectNode) answer.body()).without(List.of("request_id", "instance"));
    }
}
