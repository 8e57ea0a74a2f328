package org.sellmeapen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.speech.Speech;
import org.sellmeapen.tenancy.Membership;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.voice.Caller;
import org.sellmeapen.voice.Mind;
import org.sellmeapen.voice.SpeechGauge;
import org.sellmeapen.voice.VoiceBrief;
import org.springframework.stereotype.Component;

/** A rehearsal as the voice knows it. What is said there goes the way of what is typed. */
@Component
class VoiceMind implements Mind {

    /** As long as a line outlives its sign-in. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final Training training;
    private final SpokenTurns spoken;
    private final Delivery delivery;
    private final Tenancy tenancy;
    private final CutIns cutIns;
    private final Clock clock;
    private final Speech speech = new Speech();

    private record Seen(SignedIn who, Instant at) {}

    private record Place(OrganisationId organisation, PersonId person) {}

    private final Map<Place, Seen> members = new ConcurrentHashMap<>();

    VoiceMind(Training training, SpokenTurns spoken, Delivery delivery, Tenancy tenancy, CutIns cutIns, Clock clock) {
        this.training = training;
        this.spoken = spoken;
        this.delivery = delivery;
        this.tenancy = tenancy;
        this.cutIns = cutIns;
        this.clock = clock;
    }

    @Override
    public Scene enter(Caller caller) {
        return as(caller, who -> {
            Exchange opening = delivery.start(who, id(caller), caller.holder());
            Exchange standing = spoken.standing(who, id(caller));
            List<PlayedTurn> turns = standing.turns();
            boolean theirs = !turns.isEmpty()
                    && turns.getLast().marked().turn().speaker()
                            == standing.session().casting().seat().counterpart();
            return new Scene(reply(opening), turns.size(), theirs ? said(turns.getLast()) : null);
        });
    }

    /** In the built-in words: whoever asks so words the answer itself. */
    @Override
    public Reply hear(Caller caller, Said said) {
        return as(
                caller,
                who -> reply(training.say(who, id(caller), caller.holder(), spoken(caller, who, said), said.key())));
    }

    @Override
    public Reply hear(Caller caller, Said said, Wording wording) {
        return as(
                caller,
                who -> reply(delivery.say(
                        who, id(caller), caller.holder(), spoken(caller, who, said), said.key(), telling(wording))));
    }

    private Spoken spoken(Caller caller, SignedIn who, Said said) {
        String cutIn = said.cutOff() ? cutIns.of(spoken.standing(who, id(caller))) : null;
        Mind.Span span = said.span();
        return span == null
                ? new Spoken(said.text(), null, cutIn)
                : Spoken.aloud(
                        said.text(),
                        new PlayedTurn.Sound(span.startMs(), span.endMs(), false, said.verbatim(), said.sureness()),
                        cutIn);
    }

    private static Delivery.Listener telling(Wording wording) {
        return new Delivery.Listener() {
            @Override
            public void heard(Exchange committed) {
                wording.begun(reply(committed));
            }

            @Override
            public boolean clause(int turn, String clause) {
                return wording.clause(turn, clause);
            }
        };
    }

    /** What a model will say is not known beforehand. */
    @Override
    public List<String> consider(Caller caller, String text) {
        return delivery.isWorded(caller.organisation())
                ? List.of()
                : as(caller, who -> spoken.consider(who, id(caller), text));
    }

    @Override
    public void sounded(Caller caller, int turn, Span span) {
        as(caller, who -> {
            spoken.sounded(who, id(caller), turn, sound(span, false));
            return true;
        });
    }

    @Override
    public SaidTurn cut(Caller caller, int turn, String heard, Span span) {
        return as(caller, who -> said(spoken.cut(who, id(caller), turn, heard, sound(span, true))));
    }

    @Override
    public SaidTurn worded(Caller caller, int turn, String words) {
        return as(caller, who -> said(spoken.worded(who, id(caller), turn, words)));
    }

    /** Of the seller alone, as in the debrief. */
    @Override
    public @Nullable SpeechGauge gauge(VoiceBrief brief) {
        return brief.counterpart().equals("buyer") ? new LiveGauge(speech.live(brief.language(), 2)) : null;
    }

    @Override
    public Reply hold(Caller caller) {
        return as(caller, who -> {
            TrainingSession session = spoken.standing(who, id(caller)).session();
            UUID holder = caller.holder();
            if (holder != null && !session.isOver()) {
                training.lease(who, id(caller), holder, false);
            }
            return reply(new Exchange(session, List.of()));
        });
    }

    /** Whoever left the organisation says nothing more in it, five seconds later at the latest. */
    private <T> T as(Caller caller, Function<SignedIn, T> work) {
        return OrganisationScope.within(caller.organisation(), caller.person(), () -> work.apply(member(caller)));
    }

    private SignedIn member(Caller caller) {
        Instant now = clock.instant();
        Seen seen = members.get(new Place(caller.organisation(), caller.person()));
        if (seen != null && seen.at().plus(BELIEVED).isAfter(now)) {
            return seen.who();
        }
        members.values().removeIf(old -> !old.at().plus(BELIEVED).isAfter(now));
        Membership member = tenancy.membership(caller.person())
                .filter(Membership::active)
                .orElseThrow(() -> new NotFound("session"));
        SignedIn who = new SignedIn(
                caller.person(),
                caller.organisation(),
                member.role(),
                member.role().permissions());
        members.put(new Place(caller.organisation(), caller.person()), new Seen(who, now));
        return who;
    }

    private static TrainingSessionId id(Caller caller) {
        return new TrainingSessionId(caller.conversation());
    }

    private static PlayedTurn.Sound sound(Span span, boolean cutOff) {
        return new PlayedTurn.Sound(span.startMs(), span.endMs(), cutOff);
    }

    private static Reply reply(Exchange exchange) {
        TrainingSession session = exchange.session();
        List<PlayedTurn> turns = exchange.turns();
        Stage.@Nullable Ended ended = session.stage() instanceof Stage.Ended e ? e : null;
        return new Reply(
                turns.stream().map(VoiceMind::said).toList(),
                session.stage().code(),
                turns.isEmpty() ? "greeting" : turns.getLast().marked().phase().code(),
                ended == null ? null : ended.outcome().code(),
                ended == null || ended.ending() == null
                        ? null
                        : new Decision(
                                ended.ending().decidingTurn(), ended.ending().decidingSentence()));
    }

    private static SaidTurn said(PlayedTurn played) {
        Worded.@Nullable Instead instead = played.insteadOfModel();
        return new SaidTurn(
                played.i(),
                played.marked().turn().speaker().code(),
                played.marked().turn().text(),
                played.marked().phase().code(),
                played.at(),
                played.techniqueTag(),
                instead == null ? null : instead.by().code(),
                instead == null ? null : instead.because().code());
    }
}
