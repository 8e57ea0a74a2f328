package org.sellmeapen.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.EarSelfTest;
import org.sellmeapen.ai.Hearing;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator hear how well the ear hears. */
@RestController
class SelfTest {

    private final Hearing hearing;
    private final Senses senses;
    private final Clock clock;
    private final TransactionOperations transactions;
    private final AuditTrail audit;

    SelfTest(Hearing hearing, Senses senses, Clock clock, TransactionOperations transactions, AuditTrail audit) {
        this.hearing = hearing;
        this.senses = senses;
        this.clock = clock;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param verdict {@code good}, {@code fair}, {@code poor}, {@code failed} or {@code not_run}
     * @param wordErrorRate words wrong, missing or too many, by those that were said
     * @param realTimeFactor time taken by the length of the clip
     * @param heard what the ear made of the clip
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            String verdict,
            @Nullable String provider,
            @Nullable Double wordErrorRate,
            @Nullable Double realTimeFactor,
            @Nullable String heard,
            String code,
            String sentence) {}

    @PostMapping("/api/v1/voice/self-test")
    @Needs(Permission.MANAGE_ORGANISATION)
    @Operation(summary = "Let the ear hear a clip whose words are known")
    Report test(SignedIn who) throws InterruptedException {
        List<Senses.Ear> ears = senses.ears(who.organisation(), "en").inOrder();
        EarSelfTest.Report report = ears.isEmpty()
                ? hearing.selfTest()
                : EarSelfTest.bundled(clock).run(ears.getFirst().ear());
        transactions.executeWithoutResult(_ -> audit.record(
                who.organisation(),
                who.person(),
                "voice.ear-tested",
                "organisation:" + who.organisation(),
                Map.of("verdict", report.verdict().name().toLowerCase(Locale.ROOT))));
        return new Report(
                report.verdict().name().toLowerCase(Locale.ROOT),
                report.ear(),
                report.wordErrorRate(),
                report.realTimeFactor(),
                report.heard(),
                report.code(),
                report.sentence());
    }
}
