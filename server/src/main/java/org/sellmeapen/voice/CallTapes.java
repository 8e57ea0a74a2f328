package org.sellmeapen.voice;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Recorder;
import org.sellmeapen.media.RecordingId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens the recording of a call, where there is one. */
@Component
class CallTapes {

    private static final Logger log = LoggerFactory.getLogger(CallTapes.class);

    private static final int SAMPLES_A_MS = 24;

    private final Media media;
    private final Tenancy tenancy;

    CallTapes(Media media, Tenancy tenancy) {
        this.media = media;
        this.tenancy = tenancy;
    }

    /** @param heldMs where what is safely recorded ends, on the call clock */
    record Opened(Tape.@Nullable Tracks tracks, long heldMs) {}

    /** Blocks. A recording that cannot be made stops nobody from talking; the page is told that nothing is recorded. */
    Opened open(Call call) {
        String id = call.brief().recording();
        if (id == null) {
            return new Opened(null, 0);
        }
        OrganisationId organisation = call.caller().organisation();
        try {
            if (!isAllowed(organisation)) { // switched off since the ticket was made
                return new Opened(null, 0);
            }
            Recorder recorder =
                    OrganisationScope.within(organisation, () -> media.open(new RecordingId(UUID.fromString(id))));
            boolean personIsRep = call.brief().counterpart().equals("buyer");
            return new Opened(
                    new RecordedTracks(
                            recorder,
                            () -> isAllowed(organisation),
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

    private boolean isAllowed(OrganisationId organisation) {
        return OrganisationScope.within(
                organisation, () -> tenancy.organisation().recordVoice());
    }

    private record RecordedTracks(Recorder recorder, BooleanSupplier allowed, Channel person, Channel counterpart)
            implements Tape.Tracks {

        @Override
        public boolean isAllowed() {
            return allowed.getAsBoolean();
        }

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
