package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.HouseTest;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scoring.IssuedScorecard;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;

/** The rehearsal on a real database, from the lobby to the scorecard. */
class RehearsalTests extends HouseTest {

    private static final List<String> SAID = List.of(
            "Good morning. I'd like two minutes on how signing works here before I praise anything.",
            "Tell me about the last time a pen let you down when it mattered.",
            "What came of that?");

    @Autowired
    Training training;

    @Autowired
    TrainingViews views;

    @Autowired
    TrainingSessions sessions;

    @Autowired
    Scoring scoring;

    private OrganisationId organisation;
    private SignedIn rep;

    @BeforeEach
    void somebodyRehearses() {
        organisation = organisation("Rehearsals");
        rep = signedIn(member(organisation, Role.TRAINEE));
    }

    @Test
    void aTurnIsStoredWithTheMindAsItWasAndTheSameKeyBringsTheSameTurns() {
        TrainingSessionId id = begun();
        Exchange first = in(() -> training.say(rep, id, null, SAID.get(0), "key-1"));
        Exchange again = in(() -> training.say(rep, id, null, SAID.get(0), "key-1"));
        assertThat(texts(again)).isEqualTo(texts(first));
        assertThat(in(() -> views.session(rep, id, null)).turns()).hasSize(3);
        List<PlayedTurn> stored = in(() -> transactions.execute(_ -> sessions.turns(id)));
        assertThat(stored.getLast().memento()).isNotNull();
        assertThat(stored.get(1).marked().turn().speaker()).isEqualTo(Speaker.REP);
    }

    @Test
    void theSameSeedAndWordsGiveTheSameConversation() {
        assertThat(play(begun())).isEqualTo(play(begun()));
    }

    @Test
    void endingOrdersAScorecardThatComesOnceAndIsNotedOnTheSession() throws InterruptedException {
        TrainingSessionId id = begun();
        play(id);
        in(() -> {
            training.end(rep, id, null);
            return id;
        });
        IssuedScorecard card = scorecard(id);
        assertThat(card.revision()).isEqualTo(1);
        assertThat(card.card().criteria()).hasSize(16);
        in(() -> {
            training.end(rep, id, null); // a second click changes nothing
            return id;
        });
        assertThat(in(() -> scoring.revisions(id.value()))).hasSize(1);
        awaited(() -> in(() -> views.session(rep, id, null)).stage().equals("scored"));
        assertThatThrownBy(() -> in(() -> training.say(rep, id, null, "And another thing.", null)))
                .isInstanceOf(SessionAlreadyEnded.class);
    }

    @Test
    void aRetryBeginsAtThatTurnWithTheMindAsItWasAndLeavesTheOriginal() {
        TrainingSessionId id = begun();
        List<String> original = play(id);
        in(() -> {
            training.end(rep, id, null);
            return id;
        });
        TrainingSessionId retry = in(() -> training.retry(rep, id, 3));
        SessionView view = in(() -> views.session(rep, retry, null));
        assertThat(view.turns()).hasSize(3);
        assertThat(view.retryOf()).isEqualTo(new SessionView.RetryView(id.value(), 3));
        List<String> same = texts(in(() -> training.say(rep, retry, null, SAID.get(1), null)));
        assertThat(same).isEqualTo(original.subList(3, 5));
        assertThat(in(() -> views.session(rep, id, null)).turns()).hasSize(original.size());
        assertThatThrownBy(() -> in(() -> training.retry(rep, id, 2))).isInstanceOf(NoSuchMoment.class);
    }

    @Test
    void somebodyElsesSessionIsAnsweredLikeOneThatNeverWas() {
        TrainingSessionId id = begun();
        SignedIn colleague = signedIn(member(organisation, Role.TRAINEE));
        TrainingSessionId random = new TrainingSessionId(ids.next());
        for (TrainingSessionId asked : List.of(id, random)) {
            assertThatThrownBy(() -> in(() -> training.say(colleague, asked, null, "Hello", null)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> in(() -> views.session(colleague, asked, null)))
                    .isInstanceOf(NotFound.class);
        }
        OrganisationId other = organisation("Others");
        SignedIn stranger = signedIn(member(other, Role.OWNER));
        assertThatThrownBy(() -> OrganisationScope.within(other, () -> views.session(stranger, id, null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aSecondTabIsToldAndMayTakeOver() {
        TrainingSessionId id = begun();
        UUID first = ids.next();
        UUID second = ids.next();
        in(() -> training.lease(rep, id, first, false));
        assertThatThrownBy(() -> in(() -> training.lease(rep, id, second, false)))
                .isInstanceOf(SessionOpenElsewhere.class);
        assertThatThrownBy(() -> in(() -> training.say(rep, id, second, "Hello", null)))
                .isInstanceOf(SessionOpenElsewhere.class);
        in(() -> training.lease(rep, id, second, true));
        assertThat(in(() -> training.say(rep, id, second, SAID.get(0), null)).turns())
                .hasSize(2);
        assertThat(in(() -> views.session(rep, id, first)).openElsewhere()).isTrue();
    }

    @Test
    void aHintIsNotedAndADeletedSessionIsGoneWithItsScorecard() throws InterruptedException {
        TrainingSessionId id = begun();
        play(id);
        assertThat(in(() -> training.hint(rep, id, null))).isNotBlank();
        in(() -> {
            training.end(rep, id, null);
            return id;
        });
        assertThat(scorecard(id).hintsUsed()).isEqualTo(1);
        in(() -> {
            training.delete(rep, id, true);
            return id;
        });
        assertThatThrownBy(() -> in(() -> views.session(rep, id, null))).isInstanceOf(NotFound.class);
        assertThat(in(() -> scoring.revisions(id.value()))).isEmpty();
    }

    private TrainingSessionId begun() {
        TrainingSessionId id =
                in(() -> training.begin(rep, new BeginSession("classic-pen", Level.MEDIUM, null, null, 11L)));
        in(() -> training.start(rep, id, null));
        return id;
    }

    private List<String> play(TrainingSessionId id) {
        for (String line : SAID) {
            in(() -> training.say(rep, id, null, line, null));
        }
        return in(() -> views.session(rep, id, null)).turns().stream()
                .map(SessionView.TurnView::text)
                .toList();
    }

    private static List<String> texts(Exchange exchange) {
        return exchange.turns().stream().map(t -> t.marked().turn().text()).toList();
    }

    private IssuedScorecard scorecard(TrainingSessionId id) throws InterruptedException {
        awaited(() -> in(() -> scoring.latest(id.value())).isPresent());
        return in(() -> scoring.latest(id.value())).orElseThrow();
    }

    /** The judging follows the commit on another thread; waits until it is there, a minute at most. */
    private static void awaited(Supplier<Boolean> there) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!there.get()) {
            assertThat(System.nanoTime()).as("it did not come within a minute").isLessThan(end);
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, rep.person(), work::get);
    }

    private static SignedIn signedIn(Member member) {
        return new SignedIn(
                member.id(), member.organisation(), member.role(), member.role().permissions());
    }
}
