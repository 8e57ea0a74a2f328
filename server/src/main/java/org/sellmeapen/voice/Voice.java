package org.sellmeapen.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.signin.Secrets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the live loop: tickets for its sockets, and how long each answer took. */
@Service
public class Voice {

    /** Behind it stands the ticket; a browser can send it, and it shows in no address. */
    static final String SUBPROTOCOL = "sellmeapen.voice.1.";

    /**
     * How long an answer took, in milliseconds after the end of the person's speech.
     *
     * @param waitedMs of it the policy's own waiting, so that no thinking pause is cut
     * @param stages in order: text, first word, first audio, playing; those that were reached
     */
    public record AnswerTime(int turn, long waitedMs, List<StageTime> stages) {}

    /** @param stage {@code text}, {@code first_word}, {@code first_audio} or {@code playing} */
    public record StageTime(String stage, long ms) {}

    private final VoiceTickets tickets;
    private final Calls calls;
    private final Furnishing furnishing;
    private final ObjectProvider<OpenLines> lines;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final VoiceSettings settings;

    Voice(
            VoiceTickets tickets,
            Calls calls,
            Furnishing furnishing,
            ObjectProvider<OpenLines> lines,
            Secrets secrets,
            Ids ids,
            Clock clock,
            VoiceSettings settings) {
        this.tickets = tickets;
        this.calls = calls;
        this.furnishing = furnishing;
        this.lines = lines;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** A ticket for one socket of that conversation; whether the caller may hold it was asked before. */
    @Transactional
    public IssuedTicket ticket(TicketOrder order) {
        furnishing.warm();
        String secret = secrets.next();
        Instant expiresAt = clock.instant().plus(settings.ticketLifetime());
        int upRate = furnishing.upRate(order.caller().organisation());
        tickets.add(
                Secrets.hash(secret),
                ids.next(),
                order,
                upRate,
                calls.clockMs(order.caller().conversation()),
                expiresAt);
        return new IssuedTicket(SUBPROTOCOL + secret, secret, expiresAt, upRate);
    }

    /** What would be there for a call of theirs in that language, or why not. May ask the database. */
    public Offer offer(OrganisationId organisation, String language) {
        return furnishing.offer(organisation, language);
    }

    @Transactional(readOnly = true)
    public List<AnswerTime> answerTimes(UUID conversation) {
        return calls.stages(conversation).stream().map(Voice::shown).toList();
    }

    /** Something happened to that conversation elsewhere: whoever is on the line with it is told soon. */
    public void look(UUID conversation) {
        lines.ifAvailable(open -> open.look(conversation));
    }

    /** In the caller's transaction. */
    @Transactional
    public void forget(UUID conversation) {
        calls.forget(conversation);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void clearTickets() {
        tickets.clear();
    }

    private static AnswerTime shown(Stages stages) {
        java.util.ArrayList<StageTime> reached = new java.util.ArrayList<>();
        reached.add(new StageTime("text", stages.textMs()));
        reached.add(new StageTime("first_word", stages.firstWordMs()));
        if (stages.firstAudioMs() != null) {
            reached.add(new StageTime("first_audio", stages.firstAudioMs()));
        }
        if (stages.playingMs() != null) {
            reached.add(new StageTime("playing", stages.playingMs()));
        }
        return new AnswerTime(stages.turn(), stages.waitedMs(), reached);
    }
}
