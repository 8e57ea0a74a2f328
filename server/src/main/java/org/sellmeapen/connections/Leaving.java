package org.sellmeapen.connections;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.sellmeapen.kernel.OrganisationId;

/** One request or socket on its way, counted while it lasts. Bytes are those of bodies and messages, without headers. */
final class Leaving implements Departure {

    enum State {
        UNDER_WAY,
        ENDED,
        FAILED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final OrganisationId organisation;
    private final UUID id;
    private final Instant at;
    private final Purpose purpose;
    private final Destination destination;
    private final boolean redacted;
    private final EgressLog log;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile State state = State.UNDER_WAY;

    Leaving(
            OrganisationId organisation,
            UUID id,
            Instant at,
            Purpose purpose,
            Destination destination,
            boolean redacted,
            EgressLog log) {
        this.organisation = organisation;
        this.id = id;
        this.at = at;
        this.purpose = purpose;
        this.destination = destination;
        this.redacted = redacted;
        this.log = log;
    }

    @Override
    public void sent(long bytes) {
        sent.addAndGet(bytes);
        late();
    }

    @Override
    public void received(long bytes) {
        received.addAndGet(bytes);
        late();
    }

    /** What is counted after the end, such as what was still on its way, is written too. */
    private void late() {
        if (state != State.UNDER_WAY) {
            log.note(this);
        }
    }

    @Override
    public void over(boolean well) {
        ended(well ? State.ENDED : State.FAILED);
    }

    /** The first end counts. */
    synchronized void ended(State how) {
        if (state == State.UNDER_WAY) {
            state = how;
            log.note(this);
        }
    }

    /** Whether it was not waiting to be written until now. */
    boolean nowWaits() {
        return waiting.compareAndSet(false, true);
    }

    boolean is(OrganisationId of, UUID row) {
        return id.equals(row) && organisation.equals(of);
    }

    record Row(
            OrganisationId organisation,
            UUID id,
            Instant at,
            Purpose purpose,
            Destination destination,
            boolean redacted,
            long sent,
            long received,
            State state) {}

    /** As it stands; what changes afterwards waits anew. */
    Row row() {
        waiting.set(false);
        return new Row(organisation, id, at, purpose, destination, redacted, sent.get(), received.get(), state);
    }
}
