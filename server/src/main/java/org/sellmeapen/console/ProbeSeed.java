package org.sellmeapen.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.training.PastSessions;

/** Two organisations, every role in each, and three of every resource that there is. */
final class ProbeSeed {

    private static final int OF_EACH = 3;

    private final Seeding seeding;
    private final PastSessions sessions;
    private final Scenarios scenarios;
    private final Instant now;

    ProbeSeed(House.Rooms rooms) {
        this.seeding = new Seeding(rooms);
        this.sessions = rooms.room(PastSessions.class);
        this.scenarios = rooms.room(Scenarios.class);
        this.now = rooms.room(java.time.Clock.class).instant();
    }

    record Account(
            String id, String name, String email, String role, String password, String token, List<String> sessions) {}

    record Organisation(String id, String name, List<String> teams, List<Account> people, List<String> invitations) {}

    record Made(List<Organisation> organisations, List<String> scenarios) {}

    Made make() {
        return new Made(
                List.of(organisation("alpha"), organisation("beta")),
                scenarios.list(ScenarioFilter.ALL).stream().map(Scenario::id).toList());
    }

    private Organisation organisation(String name) {
        OrganisationId id = seeding.found("Probe " + name, false);
        List<TeamId> teams = new ArrayList<>();
        for (int n = 1; n <= OF_EACH; n++) {
            teams.add(seeding.team(id, "Team " + n));
        }
        List<Account> people = new ArrayList<>();
        List<String> invitations = new ArrayList<>();
        for (Role role : Role.values()) {
            for (int n = 1; n <= (role == Role.TRAINEE ? OF_EACH : 1); n++) {
                String key = role.code() + (role == Role.TRAINEE ? "-" + n : "");
                String email = key + "@" + name + ".probe.example";
                String password = seeding.newPassword();
                Set<TeamId> in = role == Role.MANAGER || role == Role.TRAINEE ? Set.copyOf(teams) : Set.of();
                SignedIn who = seeding.person(
                        id, email, "Probe " + key.replace('-', ' '), role, in, role == Role.MANAGER, password);
                people.add(new Account(
                        who.person().toString(),
                        "Probe " + key.replace('-', ' '),
                        email,
                        role.code(),
                        password,
                        seeding.token(who, "probe 1"),
                        sessionsOf(who)));
                if (role == Role.OWNER) {
                    for (int k = 1; k <= OF_EACH; k++) {
                        seeding.token(who, "probe " + (k + 1));
                        invitations.add(
                                seeding.invite(who, "invited-" + k + "@" + name + ".probe.example", Role.TRAINEE));
                    }
                }
            }
        }
        return new Organisation(
                id.toString(),
                "Probe " + name,
                teams.stream().map(TeamId::toString).toList(),
                people,
                invitations);
    }

    /** One ended, one ended early, one still open. */
    private List<String> sessionsOf(SignedIn who) {
        if (!who.may(Permission.REHEARSE)) {
            return List.of();
        }
        Scenario scenario = scenarios
                .find("classic-pen")
                .orElseGet(() -> scenarios.list(ScenarioFilter.ALL).getFirst());
        List<String> said = scenario.script().exampleTranscript().stream()
                .filter(line -> line.speaker().name().toLowerCase(Locale.ROOT).equals("rep"))
                .map(line -> line.text())
                .toList();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < OF_EACH; n++) {
            int until = n == 0 ? said.size() : Math.min(3, said.size());
            boolean end = n < 2;
            Instant at = now.minus(Duration.ofMinutes(30L * (OF_EACH - n)));
            long seed = n;
            ids.add(OrganisationScope.within(
                            who.organisation(),
                            who.person(),
                            () -> sessions.play(
                                    who, scenario.id(), Level.MEDIUM, seed, said.subList(0, until), at, end))
                    .toString());
        }
        return ids;
    }
}
