package org.sellmeapen.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingCompleted;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.speech.Pauses;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where neither side of a recording speaks, by {@code speech}'s definition; measured once, since a recording that is
 * complete stays as it is.
 */
@Component
class RecordedPauses {

    private final Media media;
    private final TrainingSessions sessions;
    private final RecordingNotes notes;
    private final TransactionTemplate transaction;
    private final RecordingEar ear;

    RecordedPauses(
            Media media,
            TrainingSessions sessions,
            RecordingNotes notes,
            RecordingEar ear,
            PlatformTransactionManager transactionManager) {
        this.media = media;
        this.sessions = sessions;
        this.notes = notes;
        this.ear = ear;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Null until it was measured: some seconds after it is complete. */
    @Nullable
    List<Pause> of(RecordingView recording) {
        return transaction.execute(_ -> notes.pauses(recording).orElse(null));
    }

    /** Hearing the same event again measures nothing anew. */
    @Async
    @TransactionalEventListener(id = "training.pauses")
    void on(RecordingCompleted completed) {
        OrganisationScope.within(completed.organisation(), () -> {
            measure(completed);
            return null;
        });
    }

    private void measure(RecordingCompleted completed) {
        RecordingView recording = media.of(completed.subject())
                .filter(found -> found.state() == RecordingState.COMPLETE)
                .orElse(null);
        String language = transaction.execute(_ -> sessions.find(new TrainingSessionId(completed.subject()))
                .map(session -> session.casting().language())
                .orElse(null));
        if (recording == null || language == null || of(recording) != null) {
            return;
        }
        List<Pause> pauses =
                pauses(ear.measured(recording, language, null, null).report());
        transaction.executeWithoutResult(_ -> notes.keepPauses(completed.organisation(), recording, pauses));
    }

    static List<Pause> pauses(SpeechReport report) {
        List<Pause> pauses = new ArrayList<>();
        add(pauses, report.pauses(), false);
        add(pauses, report.responseDelays(), true);
        pauses.sort(Comparator.comparingLong(Pause::startMs));
        return pauses;
    }

    private static void add(List<Pause> pauses, @Nullable Pauses some, boolean between) {
        if (some != null) {
            some.list()
                    .forEach(span -> pauses.add(
                            new Pause(Math.round(span.startS() * 1_000), Math.round(span.endS() * 1_000), between)));
        }
    }
}
