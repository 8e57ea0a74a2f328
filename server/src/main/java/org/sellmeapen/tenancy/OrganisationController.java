package org.sellmeapen.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisation")
class OrganisationController {

    private final Staff staff;
    private final Tenancy tenancy;

    OrganisationController(Staff staff, Tenancy tenancy) {
        this.staff = staff;
        this.tenancy = tenancy;
    }

    record OrganisationView(
            UUID id,
            String name,
            String language,
            ManagersSee managersSee,
            boolean ownersMayDeleteSessions,
            int keepSessionsDays,
            boolean recordVoice,
            int keepRecordingsDays,
            boolean demo) {}

    /** Everybody may know by which rules their sessions are seen and kept. */
    @NeedsSignIn
    @GetMapping
    ResponseEntity<OrganisationView> organisation() {
        return answer(tenancy.organisation());
    }

    record OrganisationChange(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 35) String language,
            @Nullable @Pattern(regexp = "all|shared") String managersSee,
            @Nullable Boolean ownersMayDeleteSessions,
            @Nullable @Min(1) @Max(36500) Integer keepSessionsDays,
            @Nullable Boolean recordVoice,
            @Nullable @Min(1) @Max(36500) Integer keepRecordingsDays) {}

    @Needs(Permission.MANAGE_ORGANISATION)
    @PatchMapping
    ResponseEntity<OrganisationView> change(
            @Valid @RequestBody OrganisationChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        return answer(staff.changeOrganisation(
                who,
                Version.ofIfMatch(ifMatch),
                old -> new Organisation(
                        old.id(),
                        change.name() == null ? old.name() : Names.checked("name", change.name()),
                        change.language() == null ? old.language() : Names.language("language", change.language()),
                        change.managersSee() == null ? old.managersSee() : ManagersSee.ofCode(change.managersSee()),
                        change.ownersMayDeleteSessions() == null
                                ? old.ownersMayDeleteSessions()
                                : change.ownersMayDeleteSessions(),
                        change.keepSessionsDays() == null ? old.keepSessionsDays() : change.keepSessionsDays(),
                        change.recordVoice() == null ? old.recordVoice() : change.recordVoice(),
                        change.keepRecordingsDays() == null ? old.keepRecordingsDays() : change.keepRecordingsDays(),
                        old.demo(),
                        old.version())));
    }

    private static ResponseEntity<OrganisationView> answer(Organisation organisation) {
        return ResponseEntity.ok()
                .eTag(new Version(organisation.version()).etag())
                .body(new OrganisationView(
                        organisation.id().value(),
                        organisation.name(),
                        organisation.language(),
                        organisation.managersSee(),
                        organisation.ownersMayDeleteSessions(),
                        organisation.keepSessionsDays(),
                        organisation.recordVoice(),
                        organisation.keepRecordingsDays(),
                        organisation.demo()));
    }
}
