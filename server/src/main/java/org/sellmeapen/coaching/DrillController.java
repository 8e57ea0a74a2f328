package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own exercises; nobody sees or takes another's. */
@RestController
class DrillController {

    private static final int TAKES = 20;

    private final Drills drills;
    private final Drillbook book;
    private final DrillDesk desk;
    private final Uploads uploads;
    private final java.time.Clock clock;

    DrillController(Drills drills, Drillbook book, DrillDesk desk, Uploads uploads, java.time.Clock clock) {
        this.drills = drills;
        this.book = book;
        this.desk = desk;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * @param kind one of those of the drill book
     * @param what the finding it came from
     * @param words what the person said at their weak moment; absent where nothing recognised it, and the instruction then
     *     does without
     * @param startS of that moment in that session's recording
     * @param due whether it is time
     * @param stage how often it went well in a row
     * @param takes the latest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            String kind,
            String title,
            int seconds,
            String instruction,
            @Nullable String words,
            String language,
            String what,
            UUID sessionId,
            @Nullable Double startS,
            Instant dueAt,
            boolean due,
            int stage,
            List<TakeView> takes) {}

    record TakeView(UUID id, Instant at, int score, List<Drillbook.Checked> checks) {

        static TakeView of(Drills.Take take) {
            return new TakeView(take.id(), take.at(), take.score(), take.checks());
        }
    }

    /** @param passed whether it went well, and {@code dueAt} moved away because of that */
    record TakeResult(TakeView take, boolean passed, Instant dueAt) {}

    @GetMapping("/api/v1/drills")
    @Needs(Permission.REHEARSE)
    @Transactional(readOnly = true)
    @Operation(summary = "One's own spoken exercises, the one that has been due longest first")
    Page<View> own(SignedIn who) {
        return new Page<>(
                drills.of(who.person().value()).stream().map(this::view).toList(), null);
    }

    @GetMapping("/api/v1/drills/{id}")
    @Needs(Permission.REHEARSE)
    @Transactional(readOnly = true)
    @Operation(summary = "One exercise with its takes")
    View one(SignedIn who, @PathVariable UUID id) {
        return view(mine(who, id));
    }

    private Drill mine(SignedIn who, UUID id) {
        return drills.find(id)
                .filter(drill -> drill.person().equals(who.person().value()))
                .orElseThrow(() -> new NotFound("drill"));
    }

    private View view(Drill drill) {
        Drillbook.Kind kind = book.kind(drill.kind());
        return new View(
                drill.id(),
                drill.kind(),
                kind.title(),
                kind.seconds(),
                drill.words() == null ? kind.generic() : kind.instruction(),
                drill.words(),
                drill.language(),
                drill.what(),
                drill.session(),
                drill.startS(),
                drill.dueAt(),
                !drill.dueAt().isAfter(clock.instant()),
                drill.stage(),
                drills.takes(drill.id(), TAKES).stream().map(TakeView::of).toList());
    }

    /** Words are counted where the organisation has an ear that writes hesitations down; nobody else says what was said. */
    @PostMapping("/api/v1/drills/{id}/takes")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.REHEARSE)
    @Operation(
            summary = "Speak an exercise: heard at once, measured as a call is, not kept",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    TakeResult take(SignedIn who, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        Drill drill = desk.mine(who, id);
        Measured measured = uploads.take(request.getInputStream(), who.organisation(), drill.language());
        return desk.taken(who, id, measured);
    }
}
