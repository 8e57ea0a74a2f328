package org.sellmeapen.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.media.Channel;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.speech.Pauses;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where neither side of a recording speaks, by {@code speech}'s definition; measured once, since a recording that is
 * complete stays as it is.
 */
@Component
class RecordedPauses {

    private final Media media;
    private final RecordingNotes notes;
    private final TransactionTemplate transaction;
    private final Speech speech = new Speech();

    RecordedPauses(Media media, RecordingNotes notes, PlatformTransactionManager transactionManager) {
        this.media = media;
        this.notes = notes;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Null while it is still being written. The first time it takes about a second for ten minutes. */
    @Nullable
    List<Pause> of(RecordingView recording, String language) {
        if (recording.state() != RecordingState.COMPLETE) {
            return null;
        }
        Optional<List<Pause>> known = transaction.execute(_ -> notes.pauses(recording));
        if (known != null && known.isPresent()) {
            return known.get();
        }
        List<Pause> measured = measured(recording, language);
        transaction.executeWithoutResult(_ -> notes.keepPauses(OrganisationScope.current(), recording, measured));
        return measured;
    }

    private List<Pause> measured(RecordingView recording, String language) {
        try (RecordedSides sides = new RecordedSides(
                media.samples(recording.id(), Channel.REP), media.samples(recording.id(), Channel.BUYER))) {
            return pauses(speech.measure(sides, null, language));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
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
