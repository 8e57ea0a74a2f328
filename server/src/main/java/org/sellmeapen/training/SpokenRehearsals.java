package org.sellmeapen.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.conversation.WordCount;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.Said;
import org.sellmeapen.speech.Weights;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What others may know of the sound of rehearsals: for what listens to it afterwards. */
@Service
public class SpokenRehearsals {

    private final TrainingSessions sessions;
    private final TrainingViews views;
    private final SessionPolicy policy;
    private final RecordingAccess access;
    private final RecordingEar ear;
    private final Tenancy tenancy;

    SpokenRehearsals(
            TrainingSessions sessions,
            TrainingViews views,
            SessionPolicy policy,
            RecordingAccess access,
            RecordingEar ear,
            Tenancy tenancy) {
        this.sessions = sessions;
        this.views = views;
        this.policy = policy;
        this.access = access;
        this.ear = ear;
        this.tenancy = tenancy;
    }

    /**
     * A rehearsal that is over, with a recording that is complete.
     *
     * @param selling whether the person sat in the seller's chair; else the seller is no person
     * @param spoken what was said and heard, with its times; absent where nothing recognised it
     * @param verbatim whether every hesitation of the person's stands in it
     * @param sureness of the recogniser of the person's words, on average, 0 to 1; absent where it does not say
     */
    public record Spoken(
            UUID session,
            PersonId person,
            String language,
            boolean selling,
            boolean shared,
            Instant endedAt,
            RecordingView recording,
            @Nullable Transcript spoken,
            boolean verbatim,
            @Nullable Double sureness) {}

    /** Empty while it goes on, or where there is nothing to hear. */
    @Transactional(readOnly = true)
    public Optional<Spoken> over(UUID session) {
        TrainingSessionId id = new TrainingSessionId(session);
        RecordingView recording = access.kept(id)
                .filter(found -> found.state() == RecordingState.COMPLETE)
                .orElse(null);
        TrainingSession found = sessions.find(id).orElse(null);
        if (recording == null || found == null || !(found.stage() instanceof Stage.Ended ended)) {
            return Optional.empty();
        }
        List<PlayedTurn> played = sessions.turns(id);
        List<Turn> turns = played.stream()
                .filter(turn -> turn.sound() != null)
                .map(SpokenRehearsals::timed)
                .toList();
        return Optional.of(new Spoken(
                session,
                found.person(),
                found.casting().language(),
                found.casting().seat() == Seat.SELLER,
                found.shared(),
                ended.at(),
                recording,
                turns.isEmpty() ? null : new Transcript(null, found.casting().language(), turns),
                verbatim(played, found.casting().seat()),
                sureness(played, found.casting().seat())));
    }

    /** What was typed has no sound, and does not count. */
    static boolean verbatim(List<PlayedTurn> turns, Seat seat) {
        List<PlayedTurn> own = aloud(turns, seat);
        return !own.isEmpty()
                && own.stream().map(PlayedTurn::sound).allMatch(sound -> sound != null && sound.verbatim());
    }

    private static List<PlayedTurn> aloud(List<PlayedTurn> turns, Seat seat) {
        return turns.stream()
                .filter(turn -> turn.marked().turn().speaker() != seat.counterpart() && turn.sound() != null)
                .toList();
    }

    /** A long turn counts for more; one of which nothing is said, for nothing. */
    static @Nullable Double sureness(List<PlayedTurn> turns, Seat seat) {
        double sum = 0;
        int words = 0;
        for (PlayedTurn turn : aloud(turns, seat)) {
            PlayedTurn.Sound sound = turn.sound();
            Double sure = sound == null ? null : sound.sureness();
            if (sure != null) {
                int count = WordCount.of(turn.marked().turn().text());
                sum += count * sure;
                words += count;
            }
        }
        return words == 0 ? null : sum / words;
    }

    private static Turn timed(PlayedTurn played) {
        Turn turn = played.marked().turn();
        PlayedTurn.Sound sound = played.sound();
        return sound == null
                ? turn
                : new Turn(turn.i(), turn.speaker(), turn.text(), sound.startMs() / 1_000.0, sound.endMs() / 1_000.0);
    }

    /**
     * How it was said, both sides of it. Outside a transaction: it may take a while, unless it was heard just before.
     *
     * @param weights null for those that are shipped
     */
    public Measured measured(Spoken spoken, @Nullable Weights weights) {
        Transcript transcript = spoken.spoken();
        Said heard = transcript == null ? null : Said.of(transcript).recognised(spoken.sureness());
        Said said = heard == null || spoken.verbatim() ? heard : heard.withoutHesitations();
        return ear.measured(spoken.recording(), spoken.language(), said, weights);
    }

    /** {@code typed}, {@code not_agreed}, {@code switched_off}, {@code removed}, {@code expired}, {@code not_made}; empty where there is one. */
    @Transactional(readOnly = true)
    public Optional<String> whyUnheard(UUID session) {
        TrainingSessionId id = new TrainingSessionId(session);
        return access.kept(id).isPresent()
                ? Optional.empty()
                : Optional.of(access.whyNone(id).code());
    }

    /** @throws NotFound unless this caller may look at that session */
    @Transactional(readOnly = true)
    public void mustBeSeen(SignedIn who, UUID session) {
        views.mustBeSeen(who, new TrainingSessionId(session));
    }

    /**
     * Whose sessions a caller may look at.
     *
     * @param people absent: everybody of the organisation
     * @param sharedOnly of others, only what they shared
     */
    public record Sight(UUID self, @Nullable Set<UUID> people, boolean sharedOnly) {

        public boolean covers(UUID person) {
            return person.equals(self) || people == null || people.contains(person);
        }
    }

    @Transactional(readOnly = true)
    public Sight sight(SignedIn who) {
        SessionPolicy.Sight sight = policy.of(who);
        return new Sight(who.person().value(), sight.people(), sight.sharedOnly());
    }

    /** @throws NotFound alike for who is not of this organisation and for who is not this caller's to look at */
    @Transactional(readOnly = true)
    public void personMustBeSeen(SignedIn who, UUID person) {
        if (!sight(who).covers(person)
                || tenancy.membership(new PersonId(person)).isEmpty()) {
            throw new NotFound("person");
        }
    }

    /** Of these sessions, those that their owners share. */
    @Transactional(readOnly = true)
    public Set<UUID> shared(Set<UUID> of) {
        return views.shared(of);
    }
}
