package org.sellmeapen.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labelled utterances: the project's own under {@code content/corpus}, and a truth set in JSON Lines. */
final class ActCorpus {

    /** @param source the file it stands in, without ending */
    record Line(
            String source,
            @Nullable String id,
            Speaker speaker,
            List<Act> acts,
            @Nullable String context,
            String text,
            boolean noted) {
        /** Files that end in the same letter were written in one hand. */
        String writer() {
            return source.substring(source.lastIndexOf('-') + 1);
        }

        Act main() {
            return acts.getFirst();
        }
    }

    private ActCorpus() {}

    static List<Line> own(Path folder) throws IOException {
        List<Path> files;
        try (var listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<Line> lines = new ArrayList<>();
        for (Path file : files) {
            String source = file.getFileName().toString().replace(".txt", "");
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line(source, line));
                }
            }
        }
        return lines;
    }

    private static Line line(String source, String line) {
        String[] part = line.split("\\|", -1);
        if (part.length != 3) {
            throw new IllegalArgumentException(source + ": three fields expected: " + line);
        }
        List<Act> acts = Arrays.stream(part[0].split(","))
                .map(code -> act(code.trim(), line))
                .toList();
        Speaker speaker = acts.getFirst().speaker();
        boolean otherSide = source.startsWith("rep") && speaker != Speaker.REP
                || source.startsWith("buyer") && speaker != Speaker.BUYER
                || acts.stream().anyMatch(act -> act.speaker() != speaker);
        if (otherSide) {
            throw new IllegalArgumentException(source + ": act of the other side: " + line);
        }
        String context = part[1].trim();
        return new Line(source, null, speaker, acts, context.equals("-") ? null : context, part[2].trim(), false);
    }

    private static Act act(String code, String line) {
        return Act.ofCode(code).orElseThrow(() -> new IllegalArgumentException("unknown act: " + line));
    }

    static List<Line> truth(Path file) throws IOException {
        var json = JsonMapper.builder().build();
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(file)) {
            JsonNode row = json.readTree(text);
            Speaker speaker = row.get("speaker").asString().equals("rep") ? Speaker.REP : Speaker.BUYER;
            List<Act> acts = row.get("acts")
                    .valueStream()
                    .map(one -> act(one.asString(), text))
                    .toList();
            JsonNode context = row.get("context");
            lines.add(new Line(
                    "truth",
                    row.get("id").asString(),
                    speaker,
                    acts,
                    context == null || context.isNull() ? null : context.asString(),
                    row.get("text").asString(),
                    row.has("note")));
        }
        return lines;
    }
}
