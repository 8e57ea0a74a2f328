package org.sellmeapen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a rehearsal when nobody does anything. */
class TimeRulesTests extends HouseTest {

    private static final int ALL = 1000;

    @Autowired
    Training training;

    @Autowired
    TimeRules rules;

    @Autowired
    TrainingViews views;

    private OrganisationId organisation;
    private SignedIn rep;
    private TrainingSessionId id;

    @BeforeEach
    void somebodyIsInTheRoom() {
        organisation = organisation("Time");
        Member member = member(organisation, Role.TRAINEE);
        rep = new SignedIn(
                member.id(), organisation, member.role(), member.role().permissions());
        id = in(() -> training.begin(rep, new BeginSession("classic-pen", Level.EASY, null, null, 5L)));
        in(() -> training.start(rep, id, null));
    }

    @Test
    void aTabThatIsGonePausesTheSessionAsOfWhenItWasLastHeardOf() {
        UUID tab = ids.next();
        in(() -> training.lease(rep, id, tab, false));
        CLOCK.forward(Duration.ofHours(2));
        assertThat(in(() -> rules.pauseLeft(ALL))).isEqualTo(1);
        SessionView paused = in(() -> views.session(rep, id, null));
        assertThat(paused.stage()).isEqualTo("paused");
        assertThat(in(() -> rules.endOverdue(ALL))).as("its clock stands").isZero();
        // the next word goes on where it stopped, in any tab, with the time that was left
        in(() -> training.say(rep, id, null, "Where were we? What do you write with today?", null));
        assertThat(in(() -> views.session(rep, id, null)).stage()).isEqualTo("live");
    }

    @Test
    void aTabThatStillClaimsItIsLeftAlone() {
        UUID tab = ids.next();
        for (int beat = 0; beat < 20; beat++) {
            in(() -> training.lease(rep, id, tab, false));
            CLOCK.forward(Duration.ofSeconds(15));
        }
        assertThat(in(() -> rules.pauseLeft(ALL))).isZero();
    }

    @Test
    void timeThatIsUpEndsItByRuleAndIsSaid() {
        UUID tab = ids.next();
        CLOCK.forward(Duration.ofHours(1));
        in(() -> training.lease(rep, id, tab, false));
        assertThat(in(() -> rules.pauseLeft(ALL))).isZero();
        assertThat(in(() -> rules.endOverdue(ALL))).isEqualTo(1);
        assertThat(in(() -> views.session(rep, id, null)).endReason()).isEqualTo("time_limit");
    }

    @Test
    void oneThatNobodyComesBackToEndsAsAbandoned() {
        CLOCK.forward(Duration.ofMinutes(30));
        assertThat(in(() -> rules.pauseLeft(ALL))).isEqualTo(1);
        CLOCK.forward(Duration.ofHours(24));
        assertThat(in(() -> rules.endOverdue(ALL))).isEqualTo(1);
        assertThat(in(() -> views.session(rep, id, null)).endReason()).isEqualTo("abandoned");
    }

    private <T> T in(Supplier<T> work) {
        return OrganisationScope.within(organisation, rep.person(), work::get);
    }
}
