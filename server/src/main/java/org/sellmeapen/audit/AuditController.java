package org.sellmeapen.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditController {

    private final AuditViews views;
    private final Audit audit;

    AuditController(AuditViews views, Audit audit) {
        this.views = views;
        this.audit = audit;
    }

    @Needs(Permission.SEE_AUDIT)
    @GetMapping
    Page<AuditViews.AuditLine> page(
            SignedIn who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "actor_id", required = false) @Nullable UUID actorId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.page(
                who.organisation(),
                new AuditViews.Filter(action, actorId, from, to),
                Cursor.ofId(cursor),
                Cursor.limit(limit));
    }

    @Needs(Permission.SEE_AUDIT)
    @GetMapping("/verification")
    AuditVerification verify(SignedIn who) {
        return audit.verify(who.organisation());
    }
}
