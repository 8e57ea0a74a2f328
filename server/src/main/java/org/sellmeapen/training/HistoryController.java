package org.sellmeapen.training;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Past sessions, one's own first; those of others as far as one may see them. */
@RestController
class HistoryController {

    private final SessionLists lists;
    private final Tenancy tenancy;

    HistoryController(SessionLists lists, Tenancy tenancy) {
        this.lists = lists;
        this.tenancy = tenancy;
    }

    @GetMapping("/api/v1/sessions")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "Sessions, newest first")
    Page<SessionView.Line> sessions(
            SignedIn who,
            @RequestParam(name = "person_id", required = false) @Nullable UUID person,
            @RequestParam(name = "team_id", required = false) @Nullable UUID team,
            @RequestParam(name = "scenario_id", required = false) @Nullable @Size(max = 200) String scenario,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Stage.CODES, message = "one of " + Stage.CODES)
                    String stage,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Set<UUID> people = team == null
                ? null
                : tenancy.membersOf(new TeamId(team)).stream()
                        .map(p -> p.value())
                        .collect(Collectors.toSet());
        return lists.list(
                who,
                new SessionLists.Wanted(
                        person, people, scenario, level == null ? null : level.code(), stage, from, to, q),
                Cursor.ofTimeAndId(cursor),
                Cursor.limit(limit));
    }

    @GetMapping("/api/v1/trend")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "A person's totals over time, oldest first")
    Page<SessionView.TrendPoint> trend(
            SignedIn who,
            @RequestParam(name = "person_id", required = false) @Nullable UUID person,
            @RequestParam(name = "scenario_id", required = false) @Nullable @Size(max = 200) String scenario) {
        List<SessionView.TrendPoint> points =
                lists.trend(who, person == null ? who.person().value() : person, scenario);
        return new Page<>(points, null);
    }
}
