package org.sellmeapen.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.kernel.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/teams")
class TeamsController {

    private final TeamViews views;
    private final Staff staff;

    TeamsController(TeamViews views, Staff staff) {
        this.views = views;
        this.staff = staff;
    }

    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION, Permission.MANAGE_TEAMS})
    @GetMapping
    Page<TeamViews.TeamLine> teams(
            SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.page(who, Cursor.ofTextAndId(cursor), Cursor.limit(limit));
    }

    record TeamName(@NotNull @Size(max = 200) String name) {}

    @Needs(Permission.MANAGE_TEAMS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TeamViews.TeamLine> make(@Valid @RequestBody TeamName team, SignedIn who) {
        TeamId id = staff.makeTeam(who, team.name());
        TeamViews.Versioned made = found(who, id);
        return ResponseEntity.created(URI.create("/api/v1/teams/" + id))
                .eTag(new Version(made.version()).etag())
                .body(made.line());
    }

    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION, Permission.MANAGE_TEAMS})
    @GetMapping("/{id}")
    ResponseEntity<TeamViews.TeamLine> team(@PathVariable UUID id, SignedIn who) {
        return answer(who, new TeamId(id));
    }

    @Needs(Permission.MANAGE_TEAMS)
    @PatchMapping("/{id}")
    ResponseEntity<TeamViews.TeamLine> rename(
            @PathVariable UUID id,
            @Valid @RequestBody TeamName team,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        TeamId teamId = new TeamId(id);
        found(who, teamId);
        staff.renameTeam(who, teamId, Version.ofIfMatch(ifMatch), team.name());
        return answer(who, teamId);
    }

    @Needs(Permission.MANAGE_TEAMS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, SignedIn who) {
        staff.removeTeam(who, new TeamId(id));
    }

    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION, Permission.MANAGE_TEAMS})
    @GetMapping("/{id}/members")
    Page<TeamViews.TeamMember> members(@PathVariable UUID id, SignedIn who) {
        TeamId team = new TeamId(id);
        found(who, team);
        return new Page<>(views.members(who, team), null);
    }

    record TeamPlaceChange(@NotNull Boolean lead) {}

    @Needs(Permission.MANAGE_TEAMS)
    @PutMapping("/{id}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable UUID id,
            @PathVariable UUID personId,
            @Valid @RequestBody TeamPlaceChange place,
            SignedIn who) {
        staff.putIntoTeam(who, new TeamId(id), new PersonId(personId), place.lead());
    }

    @Needs(Permission.MANAGE_TEAMS)
    @DeleteMapping("/{id}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable UUID id, @PathVariable UUID personId, SignedIn who) {
        staff.takeFromTeam(who, new TeamId(id), new PersonId(personId));
    }

    private ResponseEntity<TeamViews.TeamLine> answer(SignedIn who, TeamId id) {
        TeamViews.Versioned found = found(who, id);
        return ResponseEntity.ok().eTag(new Version(found.version()).etag()).body(found.line());
    }

    private TeamViews.Versioned found(SignedIn who, TeamId id) {
        return views.find(who, id).orElseThrow(() -> new NotFound("team"));
    }
}
