package org.sellmeapen.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invitations")
class InvitationsController {

    private final Inviting inviting;

    InvitationsController(Inviting inviting) {
        this.inviting = inviting;
    }

    record OpenInvitation(UUID id, String email, Role role, List<UUID> teamIds, Instant createdAt, Instant expiresAt) {}

    @Needs(Permission.MANAGE_PEOPLE)
    @GetMapping
    Page<OpenInvitation> open(
            SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int size = Cursor.limit(limit);
        List<Invitation> found = inviting.open(who, Cursor.ofId(cursor), size + 1);
        return Page.of(found, size, last -> Cursor.after(last.id().toString()))
                .map(i -> new OpenInvitation(
                        i.id(),
                        i.email(),
                        i.role(),
                        i.teams().stream().map(TeamId::value).toList(),
                        i.createdAt(),
                        i.expiresAt()));
    }

    record Invite(
            @NotNull @Size(max = 320) String email,
            @NotNull @Size(max = 20) String role,
            @Nullable @Size(max = 50) List<@NotNull UUID> teamIds) {}

    /** @param link shown this once, for who has no mail */
    record Invited(UUID id, String email, Role role, Instant expiresAt, String link, boolean mailed) {}

    @Needs(Permission.MANAGE_PEOPLE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invited> invite(@Valid @RequestBody Invite invite, SignedIn who) {
        List<TeamId> teams = invite.teamIds() == null
                ? List.of()
                : invite.teamIds().stream().distinct().map(TeamId::new).toList();
        Inviting.Made made = inviting.invite(who, invite.email(), Role.ofCode(invite.role()), teams);
        Invitation invitation = made.invitation();
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .body(new Invited(
                        invitation.id(),
                        invitation.email(),
                        invitation.role(),
                        invitation.expiresAt(),
                        made.link().url(),
                        made.mailed()));
    }

    @Needs(Permission.MANAGE_PEOPLE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, SignedIn who) {
        inviting.withdraw(who, id);
    }
}
