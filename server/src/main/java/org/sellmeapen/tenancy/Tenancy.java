package org.sellmeapen.tenancy;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door: who belongs to what. Unless said otherwise a method answers for the organisation in scope and joins
 * the caller's transaction.
 */
@Service
public class Tenancy {

    private final Organisations organisations;
    private final People people;
    private final Memberships memberships;
    private final Teams teams;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TransactionOperations apart;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tenancy(
            Organisations organisations,
            People people,
            Memberships memberships,
            Teams teams,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.memberships = memberships;
        this.teams = teams;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.apart = new TransactionTemplate(
                transactionManager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Founds the organisation whose scope the caller has entered with a fresh id. */
    @Transactional
    public void found(String name, String language, boolean demo) {
        OrganisationId id = OrganisationScope.current();
        organisations.add(
                new Organisation(
                        id,
                        Names.checked("organisation_name", name),
                        Names.language("language", language),
                        ManagersSee.ALL,
                        true,
                        730,
                        true,
                        90,
                        demo,
                        1),
                clock.instant());
        audit.record(id, null, "organisation.founded", "organisation:" + id, Map.of("demo", String.valueOf(demo)));
    }

    /**
     * Makes an account, in a scope that names that person.
     *
     * @param email normalised, and not yet taken
     */
    @Transactional
    public void register(PersonId id, String email, String name, String language) {
        people.add(
                new Person(
                        id,
                        Names.checked("name", name),
                        EmailAddress.checked("email", email),
                        Names.language("language", language),
                        "system",
                        1),
                clock.instant());
    }

    /** Lets a person in. Somebody who is in already keeps what they are; an inactive one is let in again as {@code role}. */
    @Transactional
    public void join(PersonId person, Role role, Collection<TeamId> into) {
        OrganisationId id = OrganisationScope.current();
        Optional<Membership> known = memberships.find(id, person);
        if (known.isEmpty()) {
            memberships.add(new Membership(id, person, role, true, 1), clock.instant());
        } else if (!known.get().active()) {
            memberships.change(
                    new Membership(id, person, role, true, known.get().version()));
        }
        for (TeamId team : into) {
            if (teams.find(id, team).isPresent()) { // a team may have gone since the invitation
                teams.put(id, team, person, false);
            }
        }
        audit.record(id, person, "membership.started", "person:" + person, Map.of("role", role.code()));
    }

    /** For {@code seed}: a new team of the organisation in scope. */
    @Transactional
    public void form(TeamId id, String name) {
        OrganisationId organisation = OrganisationScope.current();
        teams.add(new Teams.Team(organisation, id, Names.checked("name", name), 1), clock.instant());
        audit.record(organisation, null, "team.created", "team:" + id, Map.of());
    }

    /** For {@code seed}: puts a member into a team. */
    @Transactional
    public void place(PersonId person, TeamId team, boolean lead) {
        teams.put(OrganisationScope.current(), team, person, lead);
    }

    /** @throws NotValid when one of them is no team of this organisation */
    @Transactional(readOnly = true)
    public void mustBeTeams(Collection<TeamId> ids) {
        if (!teams.haveAll(OrganisationScope.current(), ids)) {
            throw new NotValid("team_ids", "One of these teams does not exist.");
        }
    }

    @Transactional(readOnly = true)
    public Organisation organisation() {
        return organisations.find(OrganisationScope.current()).orElseThrow(() -> new NotFound("organisation"));
    }

    @Transactional(readOnly = true)
    public Optional<Membership> membership(PersonId person) {
        return memberships.find(OrganisationScope.current(), person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> person(PersonId id) {
        return people.find(id);
    }

    /** In a scope that names that person. Absent values stay as they are. */
    @Transactional
    public void changeProfile(Person changed) {
        people.change(changed);
    }

    /** Notes, in a transaction of its own, that somebody is here. */
    @Transactional
    public void seen(PersonId person) {
        memberships.seen(OrganisationScope.current(), person, clock.instant());
    }

    @Transactional(readOnly = true)
    public List<TeamOfPerson> teamsOf(PersonId person) {
        return teams.of(OrganisationScope.current(), person);
    }

    /** Everybody in the teams this person leads, the person included where they lead any. */
    @Transactional(readOnly = true)
    public Set<PersonId> ledBy(PersonId lead) {
        return teams.ledBy(OrganisationScope.current(), lead);
    }

    /** Everybody in a team, leads included. */
    @Transactional(readOnly = true)
    public Set<PersonId> membersOf(TeamId team) {
        if (teams.find(OrganisationScope.current(), team).isEmpty()) {
            throw new NotFound("team");
        }
        return jdbc.sql("select person_id from team_member where team_id = ?")
                .param(team.value())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .set();
    }

    /** Outside any scope: every organisation there is, for jobs that go from one to the next. */
    public List<OrganisationId> organisations() {
        return jdbc.sql("select organisation_id from organisation_roll order by organisation_id")
                .query((row, n) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Names of people of this organisation; whoever is unknown is missing. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        Map<PersonId, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            UUID[] wanted = ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
            jdbc.sql("select id, name from person where id = any (?)")
                    .param(wanted)
                    .query(row -> {
                        names.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name"));
                    });
        }
        return names;
    }

    /** What everybody here is called. */
    @Transactional(readOnly = true)
    public List<String> everybodysNames() {
        return jdbc.sql("select name from person")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Outside any scope: the account of an address somebody claims to own. */
    public Optional<Person> personByEmail(String email) {
        return OrganisationScope.ofEmail(email, () -> apart.execute(_ -> people.findByEmail(email)));
    }

    /** Outside any scope: a person's own account. */
    public Optional<Person> account(PersonId person) {
        return OrganisationScope.ofPerson(person, () -> apart.execute(_ -> people.find(person)));
    }

    /** Outside any scope: where a person may go in, the organisation they joined first first. */
    public List<OrganisationOfPerson> organisationsOf(PersonId person) {
        return OrganisationScope.ofPerson(person, () -> apart.execute(_ -> memberships.activeOf(person)));
    }

    /** Outside any scope: whether the account is known to no organisation but this one. */
    public boolean belongsOnlyTo(OrganisationId organisation, PersonId person) {
        return OrganisationScope.ofPerson(person, () -> apart.execute(_ -> memberships.allOf(person)))
                .equals(List.of(organisation));
    }

    /**
     * Outside any transaction: removes an organisation with everything that hears {@link OrganisationDissolved}, and the
     * accounts that belonged to it alone. What was audited stays.
     */
    public void dissolve(OrganisationId organisation) {
        List<PersonId> were = OrganisationScope.within(
                organisation,
                () -> transactions.execute(_ -> {
                    List<PersonId> members = memberships.peopleOf(organisation);
                    events.publishEvent(new OrganisationDissolved(organisation));
                    audit.record(
                            organisation, null, "organisation.dissolved", "organisation:" + organisation, Map.of());
                    teams.removeAll(organisation);
                    for (PersonId member : members) {
                        memberships.remove(organisation, member);
                        events.publishEvent(new MembershipEnded(organisation, member));
                    }
                    organisations.remove(organisation);
                    return members;
                }));
        for (PersonId person : were) {
            OrganisationScope.ofPerson(
                    person,
                    () -> apart.execute(_ -> {
                        if (memberships.allOf(person).isEmpty()) {
                            people.remove(person);
                            events.publishEvent(new AccountRemoved(person));
                        }
                        return person;
                    }));
        }
    }
}
