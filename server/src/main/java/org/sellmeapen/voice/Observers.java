package org.sellmeapen.voice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whoever wants to know how long an answer took: the other end, the record, the operator's histograms. */
@Component
class Observers {

    private static final Logger log = LoggerFactory.getLogger(Observers.class);

    private final CallBook book;

    Observers(CallBook book) {
        this.book = book;
    }

    void answered(Call call, Wire wire, Loop loop, Stages stages) {
        long firstAudio = stages.firstAudioMs() == null ? stages.firstWordMs() : stages.firstAudioMs();
        wire.send(new ServerMessage.Latency(
                stages.turn(),
                stages.waitedMs(),
                stages.textMs(),
                stages.firstWordMs(),
                firstAudio,
                stages.playingMs()));
        loop.work(
                () -> {
                    book.note(call.caller(), stages);
                    return true;
                },
                _ -> {},
                trouble -> log.warn("call={} could not note its stages", call.id(), trouble));
    }
}
