package org.sellmeapen.tenancy;

import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.kernel.Version;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators change about their organisation, its people and its teams. */
@Service
class Staff {

    private final Organisations organisations;
    private final Memberships memberships;
    private final Teams teams;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Staff(
            Organisations organisations,
            Memberships memberships,
            Teams teams,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.teams = teams;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Organisation changeOrganisation(SignedIn who, Version seen, UnaryOperator<Organisation> change) {
        Organisation old = organisations.find(who.organisation()).orElseThrow(() -> new NotFound("organisation"));
        seen.mustBe(old.version());
        Organisation changed = change.apply(old);
        organisations.change(changed);
        if (changed.keepRecordingsDays() != old.keepRecordingsDays()) {
            events.publishEvent(new RecordingRulesChanged(who.organisation()));
        }
        audit.record(
                who.organisation(),
                who.person(),
                "organisation.changed",
                "organisation:" + who.organisation(),
                Map.of());
        return organisations.find(who.organisation()).orElseThrow(() -> new NotFound("organisation"));
    }

    /** Absent values stay as they are. */
    @Transactional
    public void changeMembership(
            SignedIn who, PersonId person, Version seen, @Nullable Role role, @Nullable Boolean active) {
        organisations.lock(who.organisation());
        Membership old = reachable(who, person);
        seen.mustBe(old.version());
        Membership changed = new Membership(
                old.organisation(),
                person,
                role == null ? old.role() : role,
                active == null ? old.active() : active,
                old.version());
        if (!who.role().reaches(changed.role())) {
            throw new RoleAboveOwn();
        }
        if (!(changed.role() == Role.OWNER && changed.active())) {
            mustNotBeLastOwner(person, who.organisation());
        }
        memberships.change(changed);
        if (old.active() && !changed.active()) {
            events.publishEvent(new MembershipEnded(who.organisation(), person));
        }
        audit.record(
                who.organisation(),
                who.person(),
                "membership.changed",
                "person:" + person,
                Map.of(
                        "role", changed.role().code(),
                        "role_before", old.role().code(),
                        "active", String.valueOf(changed.active()),
                        "active_before", String.valueOf(old.active())));
    }

    @Transactional
    public void endMembership(SignedIn who, PersonId person) {
        organisations.lock(who.organisation());
        Membership old = reachable(who, person);
        mustNotBeLastOwner(person, who.organisation());
        memberships.remove(who.organisation(), person);
        events.publishEvent(new MembershipEnded(who.organisation(), person));
        audit.record(
                who.organisation(),
                who.person(),
                "membership.ended",
                "person:" + person,
                Map.of("role", old.role().code()));
    }

    private Membership reachable(SignedIn who, PersonId person) {
        Membership membership = memberships.find(who.organisation(), person).orElseThrow(() -> new NotFound("person"));
        if (!who.role().reaches(membership.role())) {
            throw new RoleAboveOwn();
        }
        return membership;
    }

    private void mustNotBeLastOwner(PersonId person, OrganisationId organisation) {
        if (memberships.isOnlyActiveOwner(organisation, person)) {
            throw new LastOwner();
        }
    }

    @Transactional
    public TeamId makeTeam(SignedIn who, String name) {
        TeamId id = new TeamId(ids.next());
        teams.add(new Teams.Team(who.organisation(), id, Names.checked("name", name), 1), clock.instant());
        audit.record(who.organisation(), who.person(), "team.made", "team:" + id, Map.of());
        return id;
    }

    @Transactional
    public void renameTeam(SignedIn who, TeamId id, Version seen, String name) {
        Teams.Team old = team(who, id);
        seen.mustBe(old.version());
        teams.change(new Teams.Team(who.organisation(), id, Names.checked("name", name), old.version()));
        audit.record(who.organisation(), who.person(), "team.changed", "team:" + id, Map.of());
    }

    @Transactional
    public void removeTeam(SignedIn who, TeamId id) {
        team(who, id);
        teams.remove(who.organisation(), id);
        audit.record(who.organisation(), who.person(), "team.removed", "team:" + id, Map.of());
    }

    @Transactional
    public void putIntoTeam(SignedIn who, TeamId team, PersonId person, boolean lead) {
        team(who, team);
        memberships.find(who.organisation(), person).orElseThrow(() -> new NotFound("person"));
        teams.put(who.organisation(), team, person, lead);
        audit.record(
                who.organisation(),
                who.person(),
                "team.member-put",
                "team:" + team,
                Map.of("person", person.toString(), "lead", String.valueOf(lead)));
    }

    @Transactional
    public void takeFromTeam(SignedIn who, TeamId team, PersonId person) {
        team(who, team);
        if (!teams.take(who.organisation(), team, person)) {
            throw new NotFound("person");
        }
        audit.record(
                who.organisation(),
                who.person(),
                "team.member-taken",
                "team:" + team,
                Map.of("person", person.toString()));
    }

    private Teams.Team team(SignedIn who, TeamId id) {
        return teams.find(who.organisation(), id).orElseThrow(() -> new NotFound("team"));
    }
}
