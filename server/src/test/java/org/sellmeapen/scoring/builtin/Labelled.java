package org.sellmeapen.scoring.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.scoring.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation with the verdicts a person gave it. */
record Labelled(String scenario, String quality, String outcome, Transcript transcript, Map<String, Verdict> verdicts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Labelled> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> of(JSON.readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The conversations written for this project. */
    static List<Labelled> own() {
        return read(root().resolve("content/corpus/en/conversations.jsonl"));
    }

    /** The conversations of one further writer. */
    static List<Labelled> own(String writer) {
        return read(root().resolve("content/corpus/en/conversations-" + writer + ".jsonl"));
    }

    /** A file of the truth set that is not part of the repository, where somebody has it. */
    static Optional<Path> shared(String name) {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        Path file = (place == null ? root().resolve("../shared") : Path.of(place)).resolve("data/truth/" + name);
        Path beside = root().resolve("../../shared/data/truth/" + name);
        return Files.exists(file) ? Optional.of(file) : Files.exists(beside) ? Optional.of(beside) : Optional.empty();
    }

    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("content/rubrics"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("Run this inside the repository.");
        }
        return at;
    }

    private static Labelled of(JsonNode node) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : node.get("turns")) {
            turns.add(new Turn(
                    turns.size(),
                    turn.get("speaker").asString().equals("rep") ? Speaker.REP : Speaker.BUYER,
                    turn.get("text").asString()));
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        JsonNode criteria = node.path("truth").path("criteria");
        for (String id : criteria.propertyNames()) {
            verdicts.put(
                    id,
                    Verdict.valueOf(criteria.get(id).get("verdict").asString().toUpperCase(Locale.ROOT)));
        }
        return new Labelled(
                node.path("scenario").asString(""),
                node.path("truth").path("quality").asString(""),
                node.path("truth").path("outcome").asString(""),
                new Transcript(node.get("id").asString(), node.get("language").asString(), turns),
                verdicts);
    }
}
