import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole rehearsals over the API, four at a time, each to its scorecard. Arguments: URL TOKEN HOW_MANY. */
final class Rehearsals {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> LINES = List.of(
            "Good morning, I'd like ten minutes to see whether we can help at all. Is now all right?",
            "How do you handle this today?",
            "What happens when it goes wrong?",
            "How often was that last month, and what did one of those cost you?",
            "So twice a month at two hundred each is about five thousand a year.",
            "Who else looks at a decision like this, and when would you want it settled?",
            "You said the delays hurt most. That is the part ours takes away; a firm like yours halved them in a quarter.",
            "It is three hundred a month. Against the five thousand it pays for itself, even at half the effect.",
            "I understand that feels like a lot. What would it have to show for that to be worth it?",
            "Shall we try it for a month from the first, and look at the figures together on the thirtieth?");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Rehearsals(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        Rehearsals rehearsals = new Rehearsals(arguments[0], arguments[1]);
        int howMany = Integer.parseInt(arguments[2]);
        List<Thread> talkers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            talkers.add(Thread.ofPlatform().start(() -> {
                for (int n = first; n < howMany; n += 4) {
                    rehearsals.one(n);
                }
            }));
        }
        for (Thread talker : talkers) {
            talker.join();
        }
    }

    private void one(int n) {
        try {
            JsonNode shelf = ask("GET", "/api/v1/scenarios", "").path("items");
            String scenario = shelf.get(n % shelf.size()).path("id").asString();
            String session = ask("POST", "/api/v1/sessions", "{\"scenario_id\":\"" + scenario + "\",\"level\":\"easy\"}")
                    .path("id")
                    .asString();
            ask("POST", "/api/v1/sessions/" + session + "/start", "{}");
            for (String line : LINES) {
                JsonNode said = ask(
                        "POST", "/api/v1/sessions/" + session + "/turns", JSON.writeValueAsString(java.util.Map.of("text", line)));
                if (said.path("session").path("stage").asString("").equals("ended") || said.path("code").isString()) {
                    break;
                }
            }
            ask("POST", "/api/v1/sessions/" + session + "/end", "{}");
            JsonNode card;
            do {
                Thread.sleep(20);
                card = ask("GET", "/api/v1/sessions/" + session + "/scorecards/latest", "");
            } while (!card.path("criteria").isArray());
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private JsonNode ask(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
