import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person who rehearses, session after session, until told to stop. */
final class Talker {
    private static final List<String> LINES = List.of(
            "Hello, thank you for taking the time today.",
            "What do you write with at the moment?",
            "How does that work out for your people?",
            "What would change for you if that were solved?",
            "I see. Tell me more about the last time that happened.",
            "This pen writes for two years on one cartridge.",
            "I understand the price matters. What does a lost signature cost you?",
            "Who else would have a say in this?",
            "Shall we put a small box on your desks next week?",
            "Would Tuesday at ten suit you?");

    private final Api api;
    private final Ledger ledger;
    private final int number;
    private final String token;
    private final Random chance;
    private int line;

    Talker(Api api, Ledger ledger, int number, String token, long seed) {
        this.api = api;
        this.ledger = ledger;
        this.number = number;
        this.token = token;
        this.chance = new Random(seed);
    }

    void talk() {
        try {
            while (ledger.talking()) {
                rehearse();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearse() throws InterruptedException {
        String level = List.of("easy", "medium", "hard", "expert").get(chance.nextInt(4));
        ledger.asked.incrementAndGet();
        Api.Answer begun = api.surely(
                token,
                "POST",
                "/api/v1/sessions",
                "{\"scenario_id\":\"classic-pen\",\"level\":\"" + level + "\"}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (!begun.ok()) {
            refused(begun);
            return;
        }
        String id = begun.body().path("id").asString();
        ledger.sessions.add(id);
        String base = "/api/v1/sessions/" + id;
        String holder = UUID.randomUUID().toString();
        api.surely(token, "POST", base + "/lease", "{\"holder\":\"" + holder + "\"}", Map.of());
        api.surely(token, "POST", base + "/start", "", Map.of("Session-Lease", holder));
        int turns = chance.nextInt(3, 14);
        for (int k = 0; k < turns && ledger.talking(); k++) {
            Thread.sleep(chance.nextInt(5, 60));
            if (!speak(id, base, holder)) {
                ledger.ended.add(id);
                return;
            }
        }
        if (chance.nextInt(4) > 0) { // one in four walks out and leaves the session open
            Api.Answer end = api.surely(token, "POST", base + "/end", "", Map.of("Session-Lease", holder));
            if (end.ok()) {
                ledger.ended.add(id);
            }
        }
    }

    /** Answers whether the conversation goes on. */
    private boolean speak(String id, String base, String holder) throws InterruptedException {
        String text = LINES.get(chance.nextInt(LINES.size())) + " (" + number + "-" + ++line + ")";
        String body = new JsonMapper().writeValueAsString(Map.of("text", text));
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Session-Lease", holder);
        Api.Answer answer;
        if (chance.nextInt(10) == 0) { // a careless client: asks once and never again
            try {
                answer = api.once(token, "POST", base + "/turns", body, headers);
            } catch (Api.Unanswered unknown) {
                ledger.tried.add(text);
                return true;
            }
        } else {
            answer = api.surely(token, "POST", base + "/turns", body, headers);
        }
        if (!answer.ok()) {
            refused(answer);
            if (answer.status() == 409 && answer.code().contains("open-elsewhere")) {
                api.surely(token, "POST", base + "/lease", "{\"holder\":\"" + holder + "\",\"take_over\":true}", Map.of());
                return true;
            }
            return false;
        }
        JsonNode heard = answer.body().path("heard");
        ledger.said.add(new Ledger.Said(
                id, heard.path("i").asInt(-1), text, answer.body().path("turn").path("text").asString("")));
        return answer.body().path("stage").asString("live").equals("live");
    }

    private void refused(Api.Answer answer) {
        ledger.refusals.merge(answer.code(), 1, Integer::sum);
    }
}
