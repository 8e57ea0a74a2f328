package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.sellmeapen.tenancy.OrganisationScope;

/** From the beginning of a recording to its playing, crashes and rotations of keys between them. */
class MediaTests extends MediaHouse {

    @Test
    void whatIsRecordedPlaysWhileItRunsAndAfterwards() throws IOException {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        assertThat(begin(subject)).as("one subject has one recording").isEqualTo(id);
        assertThat(view(subject).state()).isEqualTo(RecordingState.OPEN);
        try (Playback nothing = inInk(() -> media.playback(id))) {
            assertThat(nothing.length()).isEqualTo(44);
        }
        Recorder recorder = inInk(() -> media.open(id));
        assertThat(inInk(() -> media.open(id))).as("a reconnect gets the same").isSameAs(recorder);
        talk(recorder, 0, 3 * SECOND);
        await().until(() -> recorder.safeSamples() >= 2 * SECOND);
        assertThat(view(subject).seconds()).isBetween(2.0, 3.0);
        assertPlays(id, SECOND, 2 * SECOND);

        recorder.close();
        awaitStored(id);
        RecordingView complete = view(subject);
        assertThat(complete.state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(complete.seconds()).isEqualTo(3.0);
        assertThat(complete.bytes()).isEqualTo(Files.size(stored(id)));
        assertPlays(id, 0, 3 * SECOND);
        assertThat(inInk(() -> media.peaks(id, 10)).rep().max()).hasSize(10);
        try (Samples samples = inInk(() -> media.samples(id, Channel.BUYER))) {
            assertThat(samples.length()).isEqualTo(3 * SECOND);
        }
        assertThat(jdbc.sql("select count(*) from media_work where recording_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRowThatIsNotCommittedYetIsNotRecordedOn() {
        RecordingId never = new RecordingId(ids.next());
        assertThatThrownBy(() -> inInk(() -> media.open(never))).isInstanceOf(NotFound.class);
    }

    @Test
    void whatAKilledProcessLeftIsFinishedOnceItsLeaseIsOver() {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        Process doomed = new Process();
        Recorder recorder = inInk(() -> doomed.media.open(id));
        talk(recorder, 0, 4 * SECOND);
        await().until(() -> recorder.safeSamples() >= 3 * SECOND);
        long safe = recorder.safeSamples();
        assertThatThrownBy(() -> inInk(() -> media.open(id)))
                .as("while the other lives")
                .isInstanceOf(RecordingElsewhere.class);
        doomed.kill();

        sweeps.finishLeftOvers();
        assertThat(view(subject).state()).isEqualTo(RecordingState.OPEN);
        assertPlays(id, 0, safe);
        CLOCK.forward(MediaWork.LEASE.plusSeconds(1));
        sweeps.finishLeftOvers();
        awaitStored(id);
        assertThat(view(subject).state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(view(subject).seconds()).isEqualTo((double) safe / SECOND);
        assertPlays(id, 0, safe);
    }

    @Test
    void aSessionThatComesBackAfterACrashGoesOnWhereItWasSafe() {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        Process doomed = new Process();
        Recorder before = inInk(() -> doomed.media.open(id));
        talk(before, 0, 4 * SECOND);
        await().until(() -> before.safeSamples() >= 3 * SECOND);
        doomed.kill();
        CLOCK.forward(MediaWork.LEASE.plusSeconds(1));
        // The sweep of the running house may have finished it already; that makes no difference.
        Recorder after = inInk(() -> media.open(id));
        long safe = after.safeSamples();
        assertThat(safe).isBetween(3L * SECOND, 4L * SECOND);
        talk(after, safe, 6 * SECOND);
        after.close();
        awaitStored(id);
        assertPlays(id, 0, 6 * SECOND);
    }

    @Test
    void aCompleteRecordingIsFetchedAndGoesOn() {
        UUID subject = ids.next();
        RecordingId id = recorded(subject, SECOND + 99);
        Recorder again = inInk(() -> media.open(id));
        assertThat(again.safeSamples()).isEqualTo(SECOND + 99);
        assertThat(view(subject).state()).isEqualTo(RecordingState.OPEN);
        talk(again, SECOND + 99, 2 * SECOND);
        again.close();
        awaitStored(id);
        assertThat(view(subject).seconds()).isEqualTo(2.0);
        assertPlays(id, 0, 2 * SECOND);
    }

    @Test
    void twoProcessesDoNotBothTakeIt() {
        RecordingId id = begin(ids.next());
        MediaWork other = new MediaWork(jdbc, CLOCK, ids);
        assertThat(work.claim(ink, id)).isTrue();
        assertThat(work.claim(ink, id)).as("one's own again").isTrue();
        assertThat(other.claim(ink, id)).isFalse();
        CLOCK.forward(MediaWork.LEASE.minusSeconds(5));
        assertThat(work.renew()).contains(id);
        CLOCK.forward(Duration.ofSeconds(30));
        assertThat(other.claim(ink, id)).as("who shows life keeps it").isFalse();
        CLOCK.forward(MediaWork.LEASE);
        assertThat(other.claim(ink, id)).isTrue();
        assertThat(work.renew()).doesNotContain(id);
    }

    @Test
    void whatCannotBePutStaysAndPlaysAndIsTriedAgain() {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        Process doomed = new Process(new FullStore());
        Recorder recorder = inInk(() -> doomed.media.open(id));
        talk(recorder, 0, 2 * SECOND);
        await().until(() -> recorder.safeSamples() >= SECOND);
        long safe = recorder.safeSamples();
        doomed.kill();
        doomed.spool.release(id);
        doomed.finish(id);
        assertThat(view(subject).state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(row(id).storedAs()).isNull();
        assertPlays(id, 0, safe);
        CLOCK.forward(MediaWork.LEASE.plusSeconds(1));
        sweeps.finishLeftOvers();
        awaitStored(id);
        assertPlays(id, 0, safe);
    }

    @Test
    void noOrganisationHearsAnother() {
        UUID subject = ids.next();
        RecordingId id = recorded(subject, SECOND);
        OrganisationId quill = organisation("Quill");
        OrganisationScope.within(quill, () -> {
            assertThat(media.of(subject)).isEmpty();
            assertThatThrownBy(() -> media.playback(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> media.peaks(id, 5)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> media.samples(id, Channel.REP)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> media.open(id)).isInstanceOf(NotFound.class);
            transactions.executeWithoutResult(_ -> media.forget(subject));
            transactions.executeWithoutResult(_ -> media.forgetPerson(new PersonId(new UUID(3, 3))));
            return true;
        });
        assertPlays(id, 0, SECOND);
        // Even with the file under its name, its own key does not open it.
        assertThatThrownBy(() -> new SegmentReader(
                        store.source(Spool.name(ink, id), view(subject).bytes()),
                        new RecordingCipher(
                                id, OrganisationScope.within(quill, () -> transactions.execute(_ -> keys.of(quill))))))
                .isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void afterRotationsOldAndNewPlay() {
        RecordingId old = recorded(ids.next(), SECOND);
        inInk(() -> transactions.execute(_ -> {
            media.rotateKey();
            return true;
        }));
        RecordingId newer = recorded(ids.next(), SECOND);
        assertPlays(old, 0, SECOND);
        assertPlays(newer, 0, SECOND);
        assertThat(audited("organisation:" + ink)).contains("media-key.rotated");

        int master = masters.current().id();
        assertThat(media.rotateMasterKey()).isGreaterThanOrEqualTo(1);
        assertThat(masters.current().id()).isNotEqualTo(master);
        int wrappedBy = inInk(() ->
                transactions.<Integer>execute(_ -> jdbc.sql("select master_id from media_key where organisation_id = ?")
                        .param(ink.value())
                        .query(Integer.class)
                        .single()));
        assertThat(wrappedBy).isEqualTo(masters.current().id());
        assertPlays(old, 0, SECOND);
        assertPlays(newer, 0, SECOND);
    }

    @Test
    void withoutItsMasterKeyNothingPlaysAndItIsSaid() throws IOException {
        recorded(ids.next(), SECOND);
        OrganisationKeys stranger = new OrganisationKeys(
                jdbc,
                "media_key",
                new MasterKeys(Files.createTempDirectory("keys"), "media"),
                CLOCK,
                MediaKeyMissing::new);
        assertThatThrownBy(() -> inInk(() -> transactions.execute(_ -> stranger.of(ink))))
                .isInstanceOf(MediaKeyMissing.class);
    }
}
