package org.sellmeapen.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One answer as a stream of events: heard, word (several), turn, done. Who hangs up does not lose the turn. */
final class TurnStream implements Delivery.Listener {

    record Word(String text) {}

    private final SseEmitter emitter;
    private final CountDownLatch begun = new CountDownLatch(1);
    private boolean heard;
    private boolean worded;

    TurnStream(SseEmitter emitter) {
        this.emitter = emitter;
    }

    /** What is there already, word by word. */
    void whole(Exchange exchange) {
        TurnController.Answer answer = TurnController.Answer.of(exchange);
        hears(answer);
        if (answer.turn() != null && !worded) {
            for (String word : answer.turn().text().split("(?<=\\s)")) {
                send("word", new Word(word));
            }
        }
        if (answer.turn() != null) {
            send("turn", answer.turn());
        }
        send("done", answer);
        emitter.complete();
    }

    /**
     * What is still being worded. A refusal of what was said is thrown here, before anything was sent; what comes after that
     * comes on a thread of its own.
     */
    void worded(SignedIn who, Function<Delivery.Listener, Exchange> saying) {
        AtomicReference<@Nullable RuntimeException> refused = new AtomicReference<>();
        Thread.ofVirtual().name("turn-stream").start(() -> {
            try {
                whole(OrganisationScope.within(who.organisation(), who.person(), () -> saying.apply(this)));
            } catch (RuntimeException trouble) {
                if (begun.getCount() > 0) {
                    refused.set(trouble);
                } else {
                    emitter.completeWithError(trouble);
                }
            } finally {
                begun.countDown();
            }
        });
        try {
            begun.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        RuntimeException refusal = refused.get();
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void heard(Exchange committed) {
        hears(TurnController.Answer.of(committed));
    }

    @Override
    public boolean clause(int turn, String clause) {
        send("word", new Word(worded ? " " + clause : clause));
        worded = true;
        return true;
    }

    private void hears(TurnController.Answer answer) {
        if (answer.heard() != null && !heard) {
            heard = true;
            send("heard", answer.heard());
        }
        begun.countDown();
    }

    private void send(String name, Object body) {
        try {
            emitter.send(SseEmitter.event().name(name).data(body, MediaType.APPLICATION_JSON));
        } catch (IOException gone) {
            // The turn is on record; whoever comes back reads it there.
            begun.countDown();
            if (!worded && !heard) {
                throw new UncheckedIOException(gone);
            }
        } catch (IllegalStateException completed) {
            begun.countDown(); // timed out on the way
        }
    }
}
