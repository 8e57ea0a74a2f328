package org.sellmeapen.voice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation in memory: answers each turn with the next of its lines. */
final class PlannedMind implements Mind {

    final List<SaidTurn> record = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Boolean> verbatim = new ArrayList<>();
    final List<@Nullable Double> sureness = new ArrayList<>();
    final List<String> considered = new ArrayList<>();
    final List<String> sounded = new ArrayList<>();
    final List<String> lines = new ArrayList<>(List.of("I see. What would it cost me, all in all?", "Fine. Send it."));

    @Nullable
    RuntimeException refuses;

    @Nullable
    SpeechGauge gauge;

    int gaugesAsked;

    String opening = "";
    String stage = "live";

    @Override
    public Scene enter(Caller caller) {
        List<SaidTurn> said = opening.isEmpty() || !record.isEmpty() ? List.of() : List.of(add("buyer", opening));
        SaidTurn latest = record.isEmpty() || record.getLast().speaker().equals("rep") ? null : record.getLast();
        return new Scene(new Reply(said, stage, "greeting", null, null), record.size(), latest);
    }

    @Override
    public Reply hear(Caller caller, Said said) {
        if (refuses != null) {
            throw refuses;
        }
        asked.add(said.key() + "|" + said.text() + (said.cutOff() ? "|cut off" : ""));
        verbatim.add(said.verbatim());
        sureness.add(said.sureness());
        int from = record.size();
        add("rep", said.text());
        if (!lines.isEmpty()) {
            add("buyer", lines.removeFirst());
        }
        return new Reply(List.copyOf(record.subList(from, record.size())), stage, "discovery", null, null);
    }

    /** Clauses that a model words one after the other instead of the next line; empty: it is there at once. */
    final List<String> unfolding = new ArrayList<>();

    @Override
    public Reply hear(Caller caller, Said said, Wording wording) {
        Reply reply = hear(caller, said);
        if (unfolding.isEmpty()) {
            return reply;
        }
        wording.begun(reply);
        int turn = record.size() - 1;
        List<String> taken = new ArrayList<>();
        for (int k = 0; k < unfolding.size(); k++) {
            taken.add(unfolding.get(k));
            if (!wording.clause(turn, unfolding.get(k))) {
                break;
            }
        }
        SaidTurn last = worded(caller, turn, String.join(" ", taken));
        return new Reply(List.of(reply.turns().getFirst(), last), stage, "discovery", null, null);
    }

    @Override
    public List<String> consider(Caller caller, String text) {
        considered.add(text);
        return lines.isEmpty() ? List.of() : List.of(lines.getFirst());
    }

    @Override
    public void sounded(Caller caller, int turn, Span span) {
        sounded.add(turn + "@" + span.startMs() + "-" + span.endMs());
    }

    @Override
    public SaidTurn cut(Caller caller, int turn, String heard, Span span) {
        SaidTurn whole = record.get(turn);
        SaidTurn cut = new SaidTurn(turn, whole.speaker(), heard + "—", whole.phase(), whole.at(), null, null, null);
        record.set(turn, cut);
        return cut;
    }

    @Override
    public SaidTurn worded(Caller caller, int turn, String words) {
        SaidTurn ours = record.get(turn);
        SaidTurn theirs = new SaidTurn(turn, ours.speaker(), words, ours.phase(), ours.at(), null, null, null);
        record.set(turn, theirs);
        return theirs;
    }

    @Override
    public @Nullable SpeechGauge gauge(VoiceBrief brief) {
        gaugesAsked++;
        return gauge;
    }

    @Override
    public Reply hold(Caller caller) {
        return new Reply(List.of(), stage, "discovery", null, null);
    }

    private SaidTurn add(String speaker, String text) {
        SaidTurn turn = new SaidTurn(record.size(), speaker, text, "discovery", Instant.EPOCH, null, null, null);
        record.add(turn);
        return turn;
    }
}
