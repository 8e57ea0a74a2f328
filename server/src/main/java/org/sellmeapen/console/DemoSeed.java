package org.sellmeapen.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.scenarios.Script.Begins;
import org.sellmeapen.signin.Recovery;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.PastSessions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The made-up organisation of {@code content/demo}: its people rehearsed over the last ten weeks, by the same rules. */
final class DemoSeed {

    private static final Duration TEN_WEEKS = Duration.ofDays(70);

    private final House.Rooms rooms;
    private final Seeding seeding;
    private final Tenancy tenancy;
    private final PastSessions sessions;
    private final Scenarios scenarios;
    private final Instant now;
    private final Random chance = new Random(20);

    DemoSeed(House.Rooms rooms) {
        this.rooms = rooms;
        this.seeding = new Seeding(rooms);
        this.tenancy = rooms.room(Tenancy.class);
        this.sessions = rooms.room(PastSessions.class);
        this.scenarios = rooms.room(Scenarios.class);
        this.now = rooms.room(java.time.Clock.class).instant();
    }

    record Someone(
            String key,
            String name,
            Role role,
            List<String> teams,
            @Nullable Boolean leads,
            @Nullable List<Integer> skill,
            @Nullable Integer sessions) {}

    record Content(String name, List<String> teams, List<Someone> people, List<String> weak, List<String> average) {}

    record Account(String name, String email, String role, String link) {}

    record Made(String organisationId, String organisation, List<Account> people, int sessions) {}

    record Removed(int organisations) {
        @Override
        public String toString() {
            return "Removed " + organisations + " demonstration organisation(s).";
        }
    }

    @Nullable
    Made make() {
        Content content = content();
        if (!demos().isEmpty()) {
            return null;
        }
        OrganisationId organisation = seeding.found(content.name(), true);
        Map<String, TeamId> teams = new LinkedHashMap<>();
        content.teams().forEach(name -> teams.put(name, seeding.team(organisation, name)));
        List<Account> people = new ArrayList<>();
        int played = 0;
        for (Someone someone : content.people()) {
            Set<TeamId> in = new HashSet<>();
            someone.teams().forEach(name -> in.add(Objects.requireNonNull(teams.get(name))));
            String email = someone.key() + "@larkfield.example";
            SignedIn who = seeding.person(
                    organisation,
                    email,
                    someone.name(),
                    someone.role(),
                    in,
                    Boolean.TRUE.equals(someone.leads()),
                    seeding.newPassword());
            if (someone.sessions() != null && someone.skill() != null) {
                played += rehearse(who, someone.sessions(), someone.skill(), content);
            }
            people.add(new Account(
                    someone.name(),
                    email,
                    someone.role().code(),
                    rooms.room(Recovery.class).linkFor(email).orElseThrow()));
        }
        return new Made(organisation.toString(), content.name(), people, played);
    }

    Removed remove() {
        List<OrganisationId> demos = demos();
        demos.forEach(tenancy::dissolve);
        return new Removed(demos.size());
    }

    private List<OrganisationId> demos() {
        TransactionTemplate transaction = rooms.room(TransactionTemplate.class);
        return tenancy.organisations().stream()
                .filter(id -> Boolean.TRUE.equals(OrganisationScope.within(
                        id,
                        () -> transaction.execute(_ -> tenancy.organisation().demo()))))
                .toList();
    }

    private int rehearse(SignedIn who, int count, List<Integer> skill, Content content) {
        List<Scenario> shelf = scenarios.list(ScenarioFilter.ALL).stream()
                .filter(s -> s.script().seat() == Seat.SELLER)
                .toList();
        for (int n = 0; n < count; n++) {
            double along = count == 1 ? 1 : (double) n / (count - 1);
            double able = skill.get(0) + along * (skill.get(1) - skill.get(0)) + chance.nextGaussian() * 8;
            Scenario scenario = shelf.get((who.person().hashCode() & 0xff) % shelf.size());
            if (n % 3 != 0) {
                scenario = shelf.get(chance.nextInt(shelf.size()));
            }
            Level level = able > 75 ? Level.HARD : able > 45 ? Level.MEDIUM : Level.EASY;
            List<String> lines = lines(scenario, able, content);
            Instant then = now.minus(TEN_WEEKS)
                    .plus(TEN_WEEKS.multipliedBy(n).dividedBy(count))
                    .plusSeconds(chance.nextInt(36_000));
            Instant at = n == count - 1 ? now.minus(Duration.ofHours(2)) : then;
            Scenario played = scenario;
            boolean end = n < count - 1 || chance.nextInt(3) > 0;
            long seed = chance.nextLong();
            OrganisationScope.within(
                    who.organisation(),
                    who.person(),
                    () -> sessions.play(who, played.id(), level, seed, lines, at, end));
        }
        return count;
    }

    /** The better somebody is, the more of the scenario's own example they say; else what weak and average sellers say. */
    private List<String> lines(Scenario scenario, double able, Content content) {
        List<String> strong = scenario.script().exampleTranscript().stream()
                .filter(line -> line.speaker() == Begins.REP)
                .map(line -> line.text())
                .toList();
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < Math.max(strong.size(), content.average().size()); k++) {
            double draw = chance.nextDouble() * 100;
            if (draw < able && k < strong.size()) {
                lines.add(strong.get(k));
            } else if (draw < able + 35 && k < content.average().size()) {
                lines.add(content.average().get(k));
            } else if (k < content.weak().size()) {
                lines.add(content.weak().get(k));
            }
        }
        return lines;
    }

    private static Content content() {
        try (InputStream in = DemoSeed.class.getResourceAsStream("/content/demo/organisation.yaml")) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(in, "the demonstration is not in this build"), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
