package org.sellmeapen.training;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.sellmeapen.HouseTest.Member;
import org.sellmeapen.media.BeginRecording;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Recorder;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.transaction.support.TransactionOperations;

/** Two voices that speak when they are told to, recorded as a call is: frame by frame, through the recorder. */
final class TestTape {

    private static final int RATE = 24_000;
    private static final int FRAME = 480;

    /** One voice from here to there, in milliseconds. */
    record Talk(Channel channel, int fromMs, int toMs) {}

    private TestTape() {}

    /** Recorded to the end, finished and stored. */
    static RecordingView record(
            Media media, TransactionOperations transactions, Member person, UUID session, int ms, List<Talk> talks) {
        Supplier<RecordingView> work = () -> {
            var id = transactions.execute(_ -> media.begin(new BeginRecording(session, person.id(), "rehearsal", 90)));
            try (Recorder recorder = media.open(id)) {
                for (int at = 0; at < ms * (RATE / 1_000); at += FRAME) {
                    for (Channel channel : Channel.values()) {
                        recorder.write(channel, at, frame(channel, at, talks), 0, FRAME);
                    }
                }
            }
            RecordingView view = media.of(session).orElseThrow();
            for (long end = System.nanoTime() + 60_000_000_000L; view.state() != RecordingState.COMPLETE; ) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("the recording was not finished within a minute");
                }
                LockSupport.parkNanos(20_000_000);
                view = media.of(session).orElseThrow();
            }
            return view;
        };
        return OrganisationScope.within(person.organisation(), person.id(), work::get);
    }

    private static short[] frame(Channel channel, int at, List<Talk> talks) {
        short[] samples = new short[FRAME];
        for (Talk talk : talks) {
            int begins = talk.fromMs() * (RATE / 1_000);
            for (int i = 0; talk.channel() == channel && i < FRAME; i++) {
                if (begins <= at + i && at + i < talk.toMs() * (RATE / 1_000)) {
                    samples[i] = SpokenClip.at(at + i - begins);
                }
            }
        }
        return samples;
    }
}
