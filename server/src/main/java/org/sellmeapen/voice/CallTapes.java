package org.sellmeapen.voice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Recorder;
import org.sellmeapen.media.RecordingId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens the recording of a call, where there is one. */
@Component
class CallTapes {

    private static final Logger log = LoggerFactory.getLogger(CallTapes.class);

    private static final int SAMPLES_A_MS = 24;

    private final Media media;

    CallTapes(Media media) {
        this.media = media;
    }

    /** @param heldMs where what is safely recorded ends, on the call clock */
    record Opened(Tape.@Nullable Tracks tracks, long heldMs) {}

    /** Blocks. A recording that cannot be made stops nobody from talking; the page is told that nothing is recorded. */
    Opened open(Call call) {
        String id = call.brief().recording();
        if (id == null) {
            return new Opened(null, 0);
        }
        try {
            Recorder recorder = OrganisationScope.within(
                    call.caller().organisation(), () -> media.open(new RecordingId(UUID.fromString(id))));
            boolean personIsRep = call.brief().counterpart().equals("buyer");
            return new Opened(
                    new RecordedTracks(
                            recorder,
                            personIsRep ? Channel.REP : Channel.BUYER,
                            personIsRep ? Channel.BUYER : Channel.REP),
                    recorder.safeSamples() / SAMPLES_A_MS);
        } catch (Problem refused) {
            log.warn("call={} is not recorded: {}", call.id(), refused.code());
        } catch (RuntimeException trouble) {
            log.warn("call={} is not recorded", call.id(), trouble);
        }
        return new Opened(null, 0);
    }

    private record RecordedTracks(Recorder recorder, Channel person, Channel counterpart) implements Tape.Tracks {

        @Override
        public void person(long atSample, short[] samples, int length) {
            recorder.write(person, atSample, samples, 0, length);
        }

        @Override
        public void counterpart(long atSample, short[] samples, int length) {
            recorder.write(counterpart, atSample, samples, 0, length);
        }

        @Override
        public void close() {
            recorder.close();
        }
    }
}
