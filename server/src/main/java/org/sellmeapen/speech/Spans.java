package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Stretches of time in order, none overlapping the next. */
final class Spans {

    /** The grid of all measurements. */
    static final double FRAME_S = 0.01;

    /** Two times on the grid differ by more than this or not at all. */
    static final double NOTHING = FRAME_S / 10;

    private Spans() {}

    static int frames(double seconds) {
        return (int) Math.round(seconds / FRAME_S);
    }

    static List<Span> of(BitSet frames) {
        List<Span> spans = new ArrayList<>();
        for (int from = frames.nextSetBit(0); from >= 0; ) {
            int to = frames.nextClearBit(from);
            spans.add(new Span(from * FRAME_S, to * FRAME_S));
            from = frames.nextSetBit(to);
        }
        return spans;
    }

    static double seconds(List<Span> spans) {
        return spans.stream().mapToDouble(Span::seconds).sum();
    }

    static List<Span> gaps(List<Span> spans) {
        List<Span> gaps = new ArrayList<>();
        for (int i = 1; i < spans.size(); i++) {
            gaps.add(new Span(spans.get(i - 1).endS(), spans.get(i).startS()));
        }
        return gaps;
    }

    /** Joined over every gap shorter than {@code gapS}. */
    static List<Span> joined(List<Span> spans, double gapS) {
        return joined(spans, gap -> gap.seconds() < gapS - NOTHING);
    }

    static List<Span> joined(List<Span> spans, Predicate<Span> over) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && over.test(new Span(joined.getLast().endS(), span.startS()))) {
                span = new Span(joined.removeLast().startS(), span.endS());
            }
            joined.add(span);
        }
        return joined;
    }

    /** When either spoke. */
    static List<Span> union(List<Span> one, List<Span> other) {
        List<Span> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingDouble(Span::startS));
        List<Span> union = new ArrayList<>();
        for (Span span : all) {
            if (!union.isEmpty() && span.startS() <= union.getLast().endS() + NOTHING) {
                Span last = union.removeLast();
                span = new Span(last.startS(), Math.max(last.endS(), span.endS()));
            }
            union.add(span);
        }
        return union;
    }

    /** When both spoke at once. */
    static List<Span> common(List<Span> one, List<Span> other) {
        List<Span> common = new ArrayList<>();
        int b = 0;
        for (Span a : one) {
            while (b < other.size() && other.get(b).endS() <= a.startS()) {
                b++;
            }
            for (int k = b; k < other.size() && other.get(k).startS() < a.endS(); k++) {
                Span both = new Span(
                        Math.max(a.startS(), other.get(k).startS()),
                        Math.min(a.endS(), other.get(k).endS()));
                if (both.seconds() > NOTHING) {
                    common.add(both);
                }
            }
        }
        return common;
    }
}
