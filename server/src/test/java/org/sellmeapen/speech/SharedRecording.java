package org.sellmeapen.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audio.Recordings;
import org.sellmeapen.audio.SampleStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording of the shared set with what is known of it exactly. */
record SharedRecording(
        Path file,
        List<Span> segments,
        List<Span> pauses,
        String transcript,
        double wordsPerMinute,
        double speechSeconds,
        Map<String, Integer> fillers) {

    /** @return of those with exact truth, the ones that are there */
    static List<SharedRecording> in(Path folder) {
        try {
            List<SharedRecording> all = new ArrayList<>();
            for (JsonNode node :
                    JsonMapper.builder().build().readTree(Files.readString(folder.resolve("truth.json")))) {
                Path file = folder.resolve(node.get("file").asString());
                if (Files.exists(file)) {
                    all.add(of(file, node));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SharedRecording of(Path file, JsonNode node) {
        JsonNode named = node.has("fillers_true") ? node.get("fillers_true") : node.get("fillers");
        Map<String, Integer> fillers = new TreeMap<>();
        for (String word : named.propertyNames()) {
            fillers.put(word.toLowerCase(java.util.Locale.ROOT), named.get(word).asInt());
        }
        return new SharedRecording(
                file,
                spans(node.get("segments")),
                spans(node.get("pauses")),
                node.get("transcript").asString(),
                node.get("wpm_total").asDouble(),
                node.get("speech_s").asDouble(),
                fillers);
    }

    private static List<Span> spans(JsonNode list) {
        List<Span> spans = new ArrayList<>();
        list.forEach(
                n -> spans.add(new Span(n.get("start").asDouble(), n.get("end").asDouble())));
        return spans;
    }

    /** Human recordings of the set and what was said in them, where that is known. */
    static Map<String, String> humanTranscripts(Path folder) {
        Map<String, String> transcripts = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("MANIFEST.tsv"))) {
                String[] cells = line.split("\t");
                if (cells.length > 4 && Files.exists(folder.resolve(cells[0])) && !cells[4].isBlank()) {
                    transcripts.put(cells[0], cells[4]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return transcripts;
    }

    /** The turns of a call, by speaker. */
    static Map<String, List<Span>> turns(Path rttm) {
        Map<String, List<Span>> turns = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(rttm)) {
                String[] cells = line.split(" ");
                double start = Double.parseDouble(cells[3]);
                turns.computeIfAbsent(cells[7], _ -> new ArrayList<>())
                        .add(new Span(start, start + Double.parseDouble(cells[4])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return turns;
    }

    static SpeechReport measured(Path file, @Nullable String transcript) {
        try (SampleStream recording = Recordings.open(file)) {
            return new Speech().measure(recording, transcript == null ? null : Said.plain("en", transcript), "en");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pause that was found where this one was put, or null. */
    static @Nullable Span foundFor(Span truth, Pauses found) {
        Span best = null;
        for (Span pause : found.list()) {
            if (pause.overlap(truth) > 0 && (best == null || pause.overlap(truth) > best.overlap(truth))) {
                best = pause;
            }
        }
        return best;
    }

    /** Pauses that nobody put there: the voice's own at commas, or mistakes. */
    List<Span> unexpected(Pauses found) {
        return found.list().stream()
                .filter(pause -> pauses.stream().noneMatch(truth -> truth.overlap(pause) > 0))
                .toList();
    }
}
