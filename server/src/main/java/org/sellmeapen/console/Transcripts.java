package org.sellmeapen.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import tools.jackson.core.JacksonException;

/** Reads transcripts as they come from outside, and says plainly what is wrong with one. */
final class Transcripts {

    private static final int MOST_TURNS = 20_000;

    private Transcripts() {}

    record Line(
            @Nullable String id,
            @Nullable String language,
            @Nullable List<@Nullable TurnLine> turns) {}

    record TurnLine(
            @Nullable Integer i,
            @Nullable String speaker,
            @Nullable String text,
            @Nullable Double startS,
            @Nullable Double endS) {}

    /** @throws Input.NotReadable with what to mend */
    static Transcript of(String json) {
        Line line;
        try {
            line = Output.JSON.readValue(json, Line.class);
        } catch (JacksonException e) {
            throw new Input.NotReadable(
                    "not a JSON object {id?, language?, turns:[{i, speaker, text, start_s?, end_s?}]}");
        }
        if (line == null || line.turns() == null || line.turns().isEmpty()) {
            throw new Input.NotReadable("it has no turns");
        }
        if (line.turns().size() > MOST_TURNS) {
            throw new Input.NotReadable("it has more than " + MOST_TURNS + " turns");
        }
        List<Turn> turns = new ArrayList<>();
        for (TurnLine turn : line.turns()) {
            int at = turns.size();
            Speaker speaker = turn == null ? null : speaker(turn.speaker());
            if (turn == null || speaker == null) {
                throw new Input.NotReadable("turn " + at + ": speaker must be rep or buyer");
            }
            if (turn.text() == null) {
                throw new Input.NotReadable("turn " + at + ": text is missing");
            }
            if (turn.i() != null && turn.i() != at) {
                throw new Input.NotReadable("turn " + at + ": i must count from 0 without a gap");
            }
            turns.add(new Turn(at, speaker, turn.text(), turn.startS(), turn.endS()));
        }
        return new Transcript(line.id(), line.language() == null ? "en" : line.language(), turns);
    }

    static @Nullable Speaker speaker(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "rep" -> Speaker.REP;
            case "buyer" -> Speaker.BUYER;
            default -> null;
        };
    }
}
