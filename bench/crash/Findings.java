import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What is true in the end, held against what the talkers know. */
final class Findings {
    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(8);

    private final Server server;
    private final Api api;
    private final Ledger ledger;
    private final List<String> tokens;
    private final List<String> broken = new ArrayList<>();
    private Duration longestWait = Duration.ZERO;

    Findings(Server server, Api api, Ledger ledger, List<String> tokens) {
        this.server = server;
        this.api = api;
        this.ledger = ledger;
        this.tokens = tokens;
    }

    List<String> look() throws Exception {
        Map<String, List<Ledger.Said>> bySession = new HashMap<>();
        ledger.said.forEach(s -> bySession.computeIfAbsent(s.session(), _ -> new ArrayList<>()).add(s));
        Map<String, String> owner = api.owners(tokens);
        Set<String> all = new HashSet<>(owner.keySet());
        all.removeAll(ledger.seeded);
        for (String id : ledger.sessions) {
            if (!all.contains(id)) {
                broken.add("session " + id + " was acknowledged and is gone");
            }
        }
        if (all.size() > ledger.asked.get()) {
            broken.add(all.size() + " sessions stand where " + ledger.asked.get() + " were asked for");
        }
        for (String id : all) {
            session(id, owner.get(id), bySession.getOrDefault(id, List.of()));
        }
        if (server.auditVerify() != 0) {
            broken.add("audit verify found a break, see " + server.folder + "/audit.log");
        }
        return broken;
    }

    private void session(String id, String token, List<Ledger.Said> known) throws InterruptedException {
        JsonNode turns = api.surely(token, "GET", "/api/v1/sessions/" + id, "", Map.of()).body().path("turns");
        Map<String, Integer> count = new HashMap<>();
        for (int k = 0; k < turns.size(); k++) {
            if (turns.get(k).path("i").asInt(-1) != k) {
                broken.add("session " + id + " has turn " + turns.get(k).path("i") + " at place " + k);
            }
            if (turns.get(k).path("speaker").asString("").equals("rep")) {
                count.merge(turns.get(k).path("text").asString(""), 1, Integer::sum);
            }
        }
        count.forEach((text, times) -> {
            if (times > 1) {
                broken.add("session " + id + " holds a turn " + times + " times: " + text);
            }
        });
        Set<String> mine = new HashSet<>();
        for (Ledger.Said s : known) {
            mine.add(s.text());
            if (!s.text().equals(turns.path(s.i()).path("text").asString(""))) {
                broken.add("session " + id + " lost the acknowledged turn " + s.i() + ": " + s.text());
            } else if (!s.answer().isEmpty() && StreamSupport.stream(turns.spliterator(), false)
                    .noneMatch(t -> t.path("text").asString("").equals(s.answer()))) {
                broken.add("session " + id + " lost the answer to turn " + s.i());
            }
        }
        for (String text : count.keySet()) {
            if (!mine.contains(text) && !ledger.tried.contains(text)) {
                broken.add("session " + id + " holds a turn nobody knows of: " + text);
            }
        }
        if (ledger.ended.contains(id) && !count.isEmpty()) { // where nothing was said nothing is judged
            scorecard(id, token);
        }
    }

    /** An ended session is judged once, however often its order was delivered. */
    private void scorecard(String id, String token) throws InterruptedException {
        String path = "/api/v1/sessions/" + id + "/scorecards";
        long from = System.nanoTime();
        while (api.surely(token, "GET", path + "/latest", "", Map.of()).status() == 202
                && System.nanoTime() - from < JUDGED_WITHIN.toNanos()) {
            Thread.sleep(100);
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - from);
        longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
        int cards = api.surely(token, "GET", path, "", Map.of()).body().path("items").size();
        if (cards != 1) {
            broken.add("session " + id + " ended and has " + cards + " scorecards");
        }
    }

    /** How long after the load the last outstanding scorecard took: what the outbox needs to notice a dead delivery. */
    Duration longestWait() {
        return longestWait;
    }
}
