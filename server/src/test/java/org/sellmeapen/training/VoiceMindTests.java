package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.HouseTest;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.voice.Caller;
import org.sellmeapen.voice.Mind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A rehearsal as a call knows it, on a real database. */
class VoiceMindTests extends HouseTest {

    @Autowired
    VoiceMind mind;

    @Autowired
    Training training;

    @Autowired
    TrainingViews views;

    @Autowired
    TrainingSessions sessions;

    @Autowired
    TransactionTemplate transactions;

    private OrganisationId organisation;
    private SignedIn rep;
    private Caller caller;

    @BeforeEach
    void somebodyCalls() {
        organisation = organisation("Calls");
        Member member = member(organisation, Role.TRAINEE);
        rep = new SignedIn(member.id(), organisation, Role.TRAINEE, Role.TRAINEE.permissions());
        TrainingSessionId id =
                in(() -> training.begin(rep, new BeginSession("classic-pen", Level.EASY, null, null, 7L)));
        caller = new Caller(organisation, rep.person(), id.value(), null);
    }

    @Test
    void whatIsOnlyConsideredIsTheSameAsWhatIsAnsweredAndLeavesNoTrace() {
        mind.enter(caller);
        int before = turns().size();
        String question = "How do you sign your contracts today?";
        List<String> considered = mind.consider(caller, question);
        assertThat(turns()).hasSize(before);
        Mind.Reply reply = hear("1", question, false);
        assertThat(reply.turns().stream().skip(1).map(Mind.SaidTurn::text)).isEqualTo(considered);
    }

    @Test
    void theRecordKeepsWhatWasHeardAndWhere() {
        mind.enter(caller);
        Mind.SaidTurn answer = hear("1", "How do you sign your contracts today?", false)
                .turns()
                .getLast();
        String heard = answer.text().substring(0, answer.text().indexOf(' ', 12));
        mind.cut(caller, answer.i(), heard + ", ", new Mind.Span(2_000, 3_000));
        mind.cut(caller, answer.i(), heard, new Mind.Span(2_000, 3_100));
        SessionView.TurnView stored = turns().get(answer.i());
        assertThat(stored.text()).isEqualTo(heard.replaceAll("[.,;:!?…–—-]+$", "") + "—");
        assertThat(stored.startMs()).isEqualTo(2_000);
        assertThat(stored.endMs()).isEqualTo(3_100);
        assertThat(stored.cutOff()).isTrue();
        SessionView.TurnView mine = turns().get(answer.i() - 1);
        assertThat(mine.startMs()).isEqualTo(100);
        assertThat(mine.endMs()).isEqualTo(900);
        assertThat(mine.cutOff()).isNull();
    }

    @Test
    void theRecordKnowsWhetherHesitationsWereLeftOutOfWhatTheySaid() {
        mind.enter(caller);
        assertThat(verbatim()).isFalse();
        mind.hear(caller, new Mind.Said("1", "Um, good morning.", new Mind.Span(100, 900), false, true, 0.6));
        mind.hear(caller, new Mind.Said("2", "What do you sign with?", null, false));
        assertThat(verbatim()).isTrue();
        hear("3", "We sell pens.", false);
        assertThat(verbatim()).isFalse();
    }

    @Test
    void theRecordKnowsHowSureTheRecogniserWasOfTheirWords() {
        mind.enter(caller);
        hear("1", "We sell pens.", false);
        assertThat(SpokenRehearsals.sureness(played(), Seat.SELLER)).isNull();
        mind.hear(caller, new Mind.Said("2", "One two three.", new Mind.Span(1_000, 1_900), false, true, 0.6));
        mind.hear(caller, new Mind.Said("3", "Four.", new Mind.Span(2_000, 2_900), false, true, 1.0));
        assertThat(SpokenRehearsals.sureness(played(), Seat.SELLER)).isEqualTo((3 * 0.6 + 1.0) / 4);
    }

    private boolean verbatim() {
        return SpokenRehearsals.verbatim(played(), Seat.SELLER);
    }

    private List<PlayedTurn> played() {
        return in(() -> transactions.execute(_ -> sessions.turns(new TrainingSessionId(caller.conversation()))));
    }

    @Test
    void aVoiceOfItsOwnWordsIsInTheRecordWithThem() {
        mind.enter(caller);
        Mind.SaidTurn answer = hear("1", "How do you sign your contracts today?", false)
                .turns()
                .getLast();
        assertThat(mind.worded(caller, answer.i(), "With a stamp, mostly.").text())
                .isEqualTo("With a stamp, mostly.");
        assertThat(turns().get(answer.i()).text()).isEqualTo("With a stamp, mostly.");
        mind.cut(caller, answer.i(), "With a stamp", new Mind.Span(2_000, 3_000));
        assertThat(turns().get(answer.i()).text()).isEqualTo("With a stamp—");
        assertThatThrownBy(() -> mind.worded(caller, answer.i() - 1, "Not mine."))
                .isInstanceOf(NoSuchMoment.class);
    }

    @Test
    void whoIsCutOffHearsSoBeforeTheAnswer() {
        mind.enter(caller);
        String answer =
                hear("1", "We have this and that and", true).turns().get(1).text();
        assertThat(answer).containsPattern("^(Sorry|Hang on|Let me|I'm going|One moment)");
        assertThat(turns().getLast().text()).isEqualTo(answer);
    }

    @Test
    void theSameKeyIsOneTurn() {
        mind.enter(caller);
        Mind.Reply once = hear("1", "Good morning.", false);
        Mind.Reply again = hear("1", "Good morning.", false);
        assertThat(again.turns()).isEqualTo(once.turns());
    }

    @Test
    void whoEntersAgainLearnsWhereItStands() {
        mind.enter(caller);
        hear("1", "Good morning.", false);
        Mind.Scene scene = mind.enter(caller);
        assertThat(scene.opening().turns()).isEmpty();
        assertThat(scene.nextTurn()).isEqualTo(turns().size());
        assertThat(scene.latest()).isNotNull();
    }

    @Test
    void itIsToldWhenTheSessionEndedElsewhere() {
        mind.enter(caller);
        hear("1", "Good morning.", false);
        in(() -> {
            training.end(rep, new TrainingSessionId(caller.conversation()), null);
            return true;
        });
        assertThat(mind.hold(caller).stage()).isIn("ended", "scored");
    }

    @Test
    void whoIsOfNoOrganisationAnyMoreSaysNothingInIt() {
        Caller stranger = new Caller(organisation("Others"), rep.person(), caller.conversation(), UUID.randomUUID());
        assertThatThrownBy(() -> mind.enter(stranger)).isInstanceOf(NotFound.class);
    }

    private Mind.Reply hear(String key, String text, boolean cutOff) {
        return mind.hear(caller, new Mind.Said(key, text, new Mind.Span(100, 900), cutOff));
    }

    private List<SessionView.TurnView> turns() {
        return in(() -> views.session(rep, new TrainingSessionId(caller.conversation()), null))
                .turns();
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, rep.person(), work::get);
    }
}
