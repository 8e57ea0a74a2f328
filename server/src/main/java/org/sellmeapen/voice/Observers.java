package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sellmeapen.kernel.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells whoever wants to know how long an answer took: the other end at once, the record within a second. Hundreds of calls
 * would else keep a good part of the database's connections busy with nothing but being watched.
 */
@Component
class Observers {

    private static final Logger log = LoggerFactory.getLogger(Observers.class);

    private static final int AT_ONCE = 500;

    private final CallBook book;
    private final ConcurrentLinkedQueue<CallBook.Noted> waiting = new ConcurrentLinkedQueue<>();

    Observers(CallBook book) {
        this.book = book;
    }

    void answered(Call call, Wire wire, Stages stages) {
        long firstAudio = stages.firstAudioMs() == null ? stages.firstWordMs() : stages.firstAudioMs();
        wire.send(new ServerMessage.Latency(
                stages.turn(),
                stages.waitedMs(),
                stages.textMs(),
                stages.firstWordMs(),
                firstAudio,
                stages.playingMs()));
        waiting.add(new CallBook.Noted(call.caller(), stages));
    }

    /** Blocks. Also when a line ends, so that whoever looks at the debrief then finds the last answer there. */
    @Scheduled(fixedDelayString = "PT1S")
    synchronized void write() {
        Map<OrganisationId, List<CallBook.Noted>> byOrganisation = new HashMap<>();
        CallBook.Noted noted = waiting.poll();
        for (int n = 0; noted != null && n < AT_ONCE; n++, noted = waiting.poll()) {
            byOrganisation
                    .computeIfAbsent(noted.caller().organisation(), _ -> new ArrayList<>())
                    .add(noted);
        }
        if (noted != null) {
            waiting.add(noted); // one too many for this time
        }
        byOrganisation.values().forEach(this::write);
    }

    private void write(List<CallBook.Noted> ofOne) {
        try {
            book.note(ofOne);
        } catch (RuntimeException trouble) {
            log.warn("the stages of {} answers could not be noted", ofOne.size(), trouble);
        }
    }
}
