package org.sellmeapen.training;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a person's own rehearsals, as files anybody can read. */
@RestController
class OwnDataController {

    private final JdbcClient jdbc;
    private final TrainingViews views;
    private final Scoring scoring;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    OwnDataController(
            JdbcClient jdbc, TrainingViews views, Scoring scoring, TransactionTemplate transaction, JsonMapper json) {
        this.jdbc = jdbc;
        this.views = views;
        this.scoring = scoring;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping("/api/v1/me/export")
    @NeedsSignIn
    @Operation(summary = "Download one's own sessions and scorecards")
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP file with one JSON file a session and one for its scorecards",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<StreamingResponseBody> export(SignedIn who) {
        StreamingResponseBody body = out -> OrganisationScope.within(who.organisation(), who.person(), () -> {
            transaction.executeWithoutResult(_ -> write(who, out));
            return null;
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-rehearsals.zip\"")
                .body(body);
    }

    private void write(SignedIn who, OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (UUID id : jdbc.sql("select id from training_session where person_id = :person order by created_at")
                    .param("person", who.person().value())
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list()) {
                put(zip, "sessions/" + id + ".json", views.session(who, new TrainingSessionId(id), null));
                var scorecards =
                        scoring.revisions(id).stream().map(ScorecardView::of).toList();
                if (!scorecards.isEmpty()) {
                    put(zip, "scorecards/" + id + ".json", scorecards);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e); // the reader went away
        }
    }

    private void put(ZipOutputStream zip, String name, Object content) throws java.io.IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        zip.closeEntry();
    }
}
