package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sellmeapen.media.Desk.Voice.LOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.AccountRemoved;

/** What goes when its time, its person or its organisation goes. */
class ErasureTests extends MediaHouse {

    @Test
    void whatIsErasedWhileItIsBeingPutIsTakenOutAgain() {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        Process process = new Process(new FullStore() {
            @Override
            public void put(String name, Path file) {
                transactions.executeWithoutResult(_ -> media.forget(subject));
                store.put(name, file);
            }

            @Override
            public void remove(String name) {
                store.remove(name);
            }
        });
        Recorder recorder = inInk(() -> process.media.open(id));
        talk(recorder, 0, 2 * SECOND);
        await().until(() -> recorder.safeSamples() >= SECOND);
        process.kill();
        process.spool.release(id);
        process.finish(id);
        assertThat(inInk(() -> media.of(subject))).isEmpty();
        assertThat(stored(id)).doesNotExist();
        assertThat(spooled(id)).doesNotExist();
    }

    @Test
    void forgettingTakesRowAndFilesAndIsAudited() {
        UUID subject = ids.next();
        UUID other = ids.next();
        RecordingId id = recorded(subject, SECOND);
        RecordingId kept = recorded(other, SECOND);
        inInk(() -> transactions.execute(status -> {
            media.forget(subject);
            status.setRollbackOnly();
            return true;
        }));
        assertThat(view(subject).state()).isEqualTo(RecordingState.COMPLETE);
        assertPlays(id, 0, SECOND);

        inInk(() -> transactions.execute(_ -> {
            media.forget(subject);
            media.forget(ids.next());
            return true;
        }));
        assertThat(inInk(() -> media.of(subject))).isEmpty();
        assertThatThrownBy(() -> inInk(() -> media.playback(id))).isInstanceOf(NotFound.class);
        await().until(() -> !Files.exists(stored(id)));
        assertThat(audited("recording:" + id)).containsExactly("recording.erased");
        assertPlays(kept, 0, SECOND);
    }

    @Test
    void whoIsRecordedWhileItIsForgottenIsNotRecordedAnyMore() {
        UUID subject = ids.next();
        RecordingId id = begin(subject);
        Recorder recorder = inInk(() -> media.open(id));
        talk(recorder, 0, SECOND);
        inInk(() -> transactions.execute(_ -> {
            media.forget(subject);
            return true;
        }));
        await().until(() -> recorder.write(Channel.REP, SECOND, LOW.frame(SECOND, 480), 0, 480) == Taken.CLOSED);
        await().until(() -> !Files.exists(spooled(id)));
        assertThat(stored(id)).doesNotExist();
    }

    @Test
    void anAccountThatIsRemovedTakesItsRecordingsAlong() {
        UUID subject = ids.next();
        PersonId person = new PersonId(ids.next());
        RecordingId id = inInk(
                () -> transactions.execute(_ -> media.begin(new BeginRecording(subject, person, "rehearsal", 30))));
        Recorder recorder = inInk(() -> media.open(id));
        talk(recorder, 0, SECOND);
        recorder.close();
        awaitStored(id);
        transactions.executeWithoutResult(_ -> events.publishEvent(new AccountRemoved(person)));
        await().until(() -> inInk(() -> media.of(subject)).isEmpty() && !Files.exists(stored(id)));
    }

    @Test
    void anOrganisationThatIsDissolvedTakesRecordingsAndKeysAlong() {
        RecordingId id = recorded(ids.next(), SECOND);
        tenancy.dissolve(ink);
        await().until(() -> !Files.exists(stored(id)));
        long keysLeft = inInk(() ->
                transactions.<Long>execute(_ -> jdbc.sql("select count(*) from media_key where organisation_id = ?")
                        .param(ink.value())
                        .query(Long.class)
                        .single()));
        assertThat(keysLeft).isZero();
    }

    @Test
    void whatWasKeptLongEnoughExpiresAndTheRowSaysSo() {
        UUID subject = ids.next();
        UUID longer = ids.next();
        RecordingId id = recorded(subject, SECOND);
        RecordingId call = inInk(() -> transactions.execute(
                _ -> media.begin(new BeginRecording(longer, new PersonId(ids.next()), "call", 10))));
        inInk(() -> media.open(call)).close();
        awaitStored(call);
        assertThat(inInk(() -> media.keep("call", 400))).isEqualTo(1);
        CLOCK.forward(Duration.ofDays(29));
        sweeps.expire();
        assertThat(view(subject).state()).isEqualTo(RecordingState.COMPLETE);
        CLOCK.forward(Duration.ofDays(2));
        sweeps.expire();
        assertThat(view(subject).state()).isEqualTo(RecordingState.EXPIRED);
        assertThat(view(longer).state()).isEqualTo(RecordingState.COMPLETE);
        assertThatThrownBy(() -> inInk(() -> media.playback(id))).isInstanceOf(RecordingGone.class);
        assertThatThrownBy(() -> inInk(() -> media.open(id))).isInstanceOf(RecordingGone.class);
        await().until(() -> !Files.exists(stored(id)));
        assertThat(audited("recording:" + id)).containsExactly("recording.expired");
    }

    @Test
    void whatWasBegunAndNeverOpenedIsForgotten() {
        UUID subject = ids.next();
        begin(subject);
        CLOCK.forward(Duration.ofHours(25));
        sweeps.expire();
        assertThat(inInk(() -> media.of(subject))).isEmpty();
    }
}
