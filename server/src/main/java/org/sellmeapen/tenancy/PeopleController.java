package org.sellmeapen.tenancy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private final PeopleViews views;
    private final Staff staff;
    private final PersonErasure erasure;

    PeopleController(PeopleViews views, Staff staff, PersonErasure erasure) {
        this.views = views;
        this.staff = staff;
        this.erasure = erasure;
    }

    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION, Permission.MANAGE_PEOPLE})
    @GetMapping
    Page<PeopleViews.PersonLine> people(
            SignedIn who,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(name = "team_id", required = false) @Nullable UUID teamId,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.page(
                who,
                new PeopleViews.Filter(
                        q == null || q.isBlank() ? null : q.strip(),
                        teamId,
                        role == null ? null : Role.ofCode(role),
                        active),
                Cursor.ofTextAndId(cursor),
                Cursor.limit(limit));
    }

    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION, Permission.MANAGE_PEOPLE})
    @GetMapping("/{id}")
    ResponseEntity<PeopleViews.PersonLine> person(@PathVariable UUID id, SignedIn who) {
        return answer(who, new PersonId(id));
    }

    record PersonChange(
            @Nullable @Size(max = 20) String role, @Nullable Boolean active) {}

    @Needs(Permission.MANAGE_PEOPLE)
    @PatchMapping("/{id}")
    ResponseEntity<PeopleViews.PersonLine> change(
            @PathVariable UUID id,
            @Valid @RequestBody PersonChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        PersonId person = new PersonId(id);
        views.find(who, person).orElseThrow(() -> new NotFound("person"));
        staff.changeMembership(
                who,
                person,
                Version.ofIfMatch(ifMatch),
                change.role() == null ? null : Role.ofCode(change.role()),
                change.active());
        return answer(who, person);
    }

    @Needs(Permission.MANAGE_PEOPLE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, SignedIn who) {
        staff.endMembership(who, new PersonId(id));
    }

    @Needs(Permission.MANAGE_PEOPLE)
    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase a person: membership, sessions, scorecards and recordings; it cannot be undone")
    void erase(@PathVariable UUID id, SignedIn who) {
        erasure.erase(who, new PersonId(id));
    }

    private ResponseEntity<PeopleViews.PersonLine> answer(SignedIn who, PersonId id) {
        PeopleViews.Versioned found = views.find(who, id).orElseThrow(() -> new NotFound("person"));
        return ResponseEntity.ok().eTag(new Version(found.version()).etag()).body(found.line());
    }
}
