package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a person who asked for it see how they speak. On the loop of the call it only copies what the tape lays; once a
 * second that is measured beside it, and told where it changed.
 */
final class CallGauge implements Tape.Tracks {

    private static final Logger log = LoggerFactory.getLogger(CallGauge.class);

    /** Beside the loop. */
    interface Gauges {
        @Nullable
        SpeechGauge open();
    }

    private static final int EVERY_MS = 1_000;

    /** Twenty seconds of both sides that nobody found the time to measure. */
    private static final int MOST_PIECES = 2_000;

    private record Piece(int side, long at, short[] samples) {}

    private final Loop loop;
    private final Wire wire;
    private final Gauges gauges;

    // Touched by the work beside the loop alone, which is one at a time.
    private final BothSides sides = new BothSides();
    private @Nullable SpeechGauge gauge;

    private List<Piece> pieces = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private boolean verbatim = true;
    private long lookedAt;
    private boolean measuring;
    private Loop.@Nullable Work work;
    private boolean over;
    private @Nullable ServerMessage told;

    /** @param gauges asked once, beside the loop; null where nothing measures this conversation */
    CallGauge(Loop loop, Wire wire, Gauges gauges) {
        this.loop = loop;
        this.wire = wire;
        this.gauges = gauges;
        this.lookedAt = loop.nowMs();
    }

    @Override
    public void person(long atSample, short[] samples, int length) {
        add(BothSides.PERSON, atSample, samples, length);
        if (!measuring && !over && loop.nowMs() - lookedAt >= EVERY_MS) {
            look();
        }
    }

    @Override
    public void counterpart(long atSample, short[] samples, int length) {
        add(BothSides.COUNTERPART, atSample, samples, length);
    }

    private void add(int side, long at, short[] samples, int length) {
        if (pieces.size() >= MOST_PIECES) {
            pieces.clear();
        }
        if (!over) {
            pieces.add(new Piece(side, at, Arrays.copyOf(samples, length)));
        }
    }

    /** @param whole whether no hesitation is left out; once one was, there is no count of them */
    void said(String text, boolean whole) {
        verbatim &= whole;
        words.add(text);
    }

    @Override
    public void close() {
        over = true;
        pieces.clear();
        if (work != null) {
            work.cancel();
        }
    }

    private void look() {
        List<Piece> sound = pieces;
        List<String> text = words;
        pieces = new ArrayList<>();
        words = new ArrayList<>();
        lookedAt = loop.nowMs();
        measuring = true;
        work = loop.work(() -> reading(sound, text), this::tell, this::failed);
    }

    private Optional<SpeechGauge.Reading> reading(List<Piece> sound, List<String> text) {
        if (gauge == null) {
            gauge = gauges.open();
        }
        SpeechGauge measures = gauge;
        if (measures == null) {
            return Optional.empty();
        }
        sound.forEach(piece -> sides.lay(piece.side(), piece.at(), piece.samples()));
        sides.settled(measures::hear);
        text.forEach(measures::said);
        return Optional.of(measures.reading());
    }

    private void tell(Optional<SpeechGauge.Reading> measured) {
        measuring = false;
        if (measured.isEmpty()) {
            close();
            return;
        }
        SpeechGauge.Reading reading = measured.get();
        ServerMessage now = new ServerMessage.Gauge(
                reading.overS(),
                reading.wordsPerMinute(),
                reading.wordsPerMinute() == null ? null : true,
                reading.talkRatio(),
                verbatim ? reading.fillers() : null,
                verbatim ? null : "not-verbatim");
        if (!over && !now.equals(told)) {
            told = now;
            wire.send(now);
        }
    }

    /** The call goes on without it. */
    private void failed(Exception trouble) {
        log.warn("the gauge of a call broke", trouble);
        close();
    }
}
