package org.sellmeapen.training;

import org.sellmeapen.media.Media;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.RecordingRulesChanged;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Recordings that exist follow the organisation's new rule. The rule is read when it is applied: of two changes the
 * later one holds, in whichever order they are heard.
 */
@Component
class RecordingRules {

    private final Media media;
    private final Tenancy tenancy;

    RecordingRules(Media media, Tenancy tenancy) {
        this.media = media;
        this.tenancy = tenancy;
    }

    @Async
    @TransactionalEventListener(id = "training.recording-rules")
    void on(RecordingRulesChanged changed) {
        OrganisationScope.within(
                changed.organisation(),
                () -> media.keep(
                        RecordingAccess.RETENTION, tenancy.organisation().keepRecordingsDays()));
    }
}
