package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two voices, each on its own channel: turns, talk share, overlaps, interruptions, who answered after how long. */
final class Exchange {

    /** Breath and commas; what is longer lets the other in. */
    private static final double STRETCH_GAP_S = 0.5;

    /** A turn holds together over shorter silences. */
    static final double TURN_GAP_S = 1.0;

    /** What is shorter is a nod, neither a reply nor an interruption. */
    private static final double REPLY_S = 1.0;

    /** Speaking into the last moments of a sentence is eagerness. */
    private static final double CUT_OFF_S = 0.3;

    /** @param by channel of who interrupted */
    record Interruption(int by, Span span) {}

    private final List<Heard> voices;
    private final List<List<Span>> stretches;
    private final List<List<Span>> turns;

    Exchange(Heard first, Heard second) {
        voices = List.of(first, second);
        stretches = List.of(Spans.joined(first.speech(), STRETCH_GAP_S), Spans.joined(second.speech(), STRETCH_GAP_S));
        turns = List.of(turns(stretches.get(0), stretches.get(1)), turns(stretches.get(1), stretches.get(0)));
    }

    /** Stretches of one voice with less than a second between, and no reply in it. */
    private static List<Span> turns(List<Span> own, List<Span> others) {
        List<Span> replies = others.stream()
                .filter(s -> s.seconds() >= REPLY_S - Spans.NOTHING)
                .toList();
        return Spans.joined(
                own,
                gap -> gap.seconds() < TURN_GAP_S - Spans.NOTHING
                        && replies.stream().noneMatch(reply -> reply.overlap(gap) > 0));
    }

    /** Turns of a voice that nobody answers. */
    static List<Span> turnsAlone(Heard voice) {
        return turns(Spans.joined(voice.speech(), STRETCH_GAP_S), List.of());
    }

    List<Span> turns(int channel) {
        return turns.get(channel);
    }

    /** The first channel's share of the time in which somebody has the floor; silence counts for nobody. */
    double talkRatio() {
        double first = Spans.seconds(turns.get(0));
        return first / (first + Spans.seconds(turns.get(1)));
    }

    List<Span> overlaps() {
        return Spans.common(voices.get(0).speech(), voices.get(1).speech());
    }

    /** Beginning to speak 0.3 s or more before the other ends, and holding on for a second or more. */
    List<Interruption> interruptions() {
        List<Interruption> found = new ArrayList<>();
        for (int by = 0; by < 2; by++) {
            for (Span own : stretches.get(by)) {
                for (Span other : stretches.get(1 - by)) {
                    if (own.seconds() >= REPLY_S - Spans.NOTHING
                            && other.startS() < own.startS()
                            && other.endS() - own.startS() >= CUT_OFF_S - Spans.NOTHING) {
                        found.add(new Interruption(by, new Span(own.startS(), Math.min(own.endS(), other.endS()))));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(i -> i.span().startS()));
        return found;
    }

    /** When neither spoke, told apart by whether the same voice went on. */
    private List<Span> silences(boolean sameVoice) {
        List<Span> silences = new ArrayList<>();
        for (Span gap :
                Spans.gaps(Spans.union(voices.get(0).speech(), voices.get(1).speech()))) {
            boolean firstBefore = endsAt(0, gap.startS());
            boolean firstAfter = startsAt(0, gap.endS());
            boolean same = firstBefore && firstAfter || endsAt(1, gap.startS()) && startsAt(1, gap.endS());
            if (same == sameVoice) {
                silences.add(gap);
            }
        }
        return silences;
    }

    private boolean endsAt(int channel, double s) {
        return voices.get(channel).speech().stream().anyMatch(span -> Math.abs(span.endS() - s) < Spans.NOTHING);
    }

    private boolean startsAt(int channel, double s) {
        return voices.get(channel).speech().stream().anyMatch(span -> Math.abs(span.startS() - s) < Spans.NOTHING);
    }

    /** Silences of both in which the same voice goes on. */
    Pauses pauses() {
        return Pauses.of(silences(true));
    }

    /** Silences of both after which the other takes over. */
    Pauses responseDelays() {
        return Pauses.of(silences(false));
    }

    /** Those of them that this voice ended: how long the other waited for it. */
    Pauses responseDelaysOf(int channel) {
        return Pauses.of(silences(false).stream()
                .filter(gap -> startsAt(channel, gap.endS()))
                .toList());
    }

    /** Silences inside the turns of one voice, whatever the other does meanwhile short of a reply. */
    Pauses pausesOf(int channel) {
        List<Span> inside = Spans.gaps(voices.get(channel).speech()).stream()
                .filter(gap -> voices.get(1 - channel).speech().stream().noneMatch(other -> other.overlap(gap) > 0))
                .toList();
        return Pauses.of(inside);
    }
}
