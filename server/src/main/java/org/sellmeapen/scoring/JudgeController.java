package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the model that is set up for judging may judge. */
@RestController
@RequestMapping("/api/v1/organisation/judge")
class JudgeController {

    private static final String HERE = "/api/v1/organisation/judge";

    private final JudgeCheck check;
    private final JudgeRecords records;
    private final Judges judges;
    private final Comparisons comparisons;
    private final TransactionTemplate transaction;

    JudgeController(
            JudgeCheck check,
            JudgeRecords records,
            Judges judges,
            Comparisons comparisons,
            TransactionTemplate transaction) {
        this.check = check;
        this.records = records;
        this.judges = judges;
        this.comparisons = comparisons;
        this.transaction = transaction;
    }

    /**
     * @param agreement share of verdicts that are those of people, 0-1
     * @param before of the judge that judged before, or of the built-in one
     * @param ownShare share of the verdicts that were its own and not filled in by the built-in judge; unknown of older ones
     * @param reason why it judges though it agrees less than the one before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComparisonView(
            String judge,
            Instant comparedAt,
            JudgeCheck.Golden golden,
            int conversations,
            double agreement,
            double before,
            double builtIn,
            @Nullable Double ownShare,
            boolean admitted,
            @Nullable String reason) {}

    /**
     * @param provider of the model that is set up; absent where it is the built-in judge
     * @param golden what the next comparison is made on
     * @param conversations how many the model is asked about then
     * @param running whether a comparison is under way
     * @param failed why the last one came to nothing, on the node that answers
     * @param comparisons the latest of each judge, the latest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JudgeView(
            @Nullable String provider,
            JudgeCheck.Golden golden,
            int conversations,
            boolean running,
            @Nullable String failed,
            List<ComparisonView> comparisons) {}

    /** @param reason why the model shall judge though it agrees less with people than the judge before it; audited */
    record ComparisonWish(
            @Nullable @Size(min = 1, max = 500) String reason) {}

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping
    @Operation(summary = "Whether the model that is set up for judging was compared with people, and judges")
    JudgeView judge(SignedIn who) {
        JudgeCheck.GoldenSet set = check.set();
        List<JudgeRecords.Comparison> all = transaction.execute(_ -> records.comparisons());
        return new JudgeView(
                judges.provider(who.organisation()).orElse(null),
                set.golden(),
                set.conversations().size(),
                comparisons.isRunning(who.organisation()),
                comparisons.failed(who.organisation()).orElse(null),
                all == null
                        ? List.of()
                        : all.stream().map(JudgeController::view).toList());
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @PostMapping("/comparisons")
    @Operation(
            summary =
                    "Compare the model that is set up for judging with people, and let it judge where it agrees enough")
    ResponseEntity<JudgeView> compare(@Valid @RequestBody ComparisonWish wish, SignedIn who) {
        if (judges.provider(who.organisation()).isEmpty()) {
            throw new NothingToCheck("No model is set up for judging. The built-in judge needs no comparison.");
        }
        String reason = wish.reason();
        comparisons.begin(who, reason == null || reason.isBlank() ? null : reason.strip());
        return ResponseEntity.accepted().location(URI.create(HERE)).body(judge(who));
    }

    private static ComparisonView view(JudgeRecords.Comparison one) {
        return new ComparisonView(
                one.judge(),
                one.comparedAt(),
                one.golden(),
                one.conversations(),
                one.agreement(),
                one.before(),
                one.builtIn(),
                one.ownShare(),
                one.admitted(),
                one.reason());
    }
}
