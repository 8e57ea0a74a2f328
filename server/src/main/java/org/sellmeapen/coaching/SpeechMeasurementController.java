package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.speech.Norm;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.speech.Weights;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A recording that somebody sends, what is measured at all, and how the scores are put together. */
@RestController
class SpeechMeasurementController {

    static final String LANGUAGE = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}";

    private static final Map<String, Norm> NORMS = Norm.shipped();

    private final Uploads uploads;
    private final WeightsDesk weights;

    SpeechMeasurementController(Uploads uploads, WeightsDesk weights) {
        this.uploads = uploads;
        this.weights = weights;
    }

    @PostMapping("/api/v1/speech-measurements")
    @Needs(Permission.REHEARSE)
    @Operation(
            summary = "Measure a recording: wav, mp3, m4a, ogg, opus, flac, webm; nothing of it is kept",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    SpeechReport measure(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "en") @Pattern(regexp = LANGUAGE) String language,
            @Parameter(description = "One person speaks in it; else one channel is neither scored nor a monologue")
                    @RequestParam(name = "one_voice", defaultValue = "false")
                    boolean oneVoice)
            throws IOException {
        return uploads.measured(
                        request.getInputStream(), language, weights.own().orElse(null), oneVoice)
                .report();
    }

    /** @param part its bounds and sources are told with each score */
    record Scores(Map<String, Integer> clarity, Map<String, Integer> confidence, boolean own) {}

    /** @param norm what counts as well; absent where nobody can say */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explained(
            String name,
            String formula,
            String unit,
            String better,
            @Nullable Norm norm) {

        static Explained of(Figure figure, Map<String, Norm> norms) {
            return new Explained(
                    figure.name(), figure.formula(), figure.unit(), figure.better(), norms.get(figure.name()));
        }
    }

    record Metrics(List<Explained> figures, Scores weights, String findingsChosenBy, String never) {}

    @GetMapping("/api/v1/speech-metrics")
    @NeedsSignIn
    @Transactional(readOnly = true)
    @Operation(summary = "Everything that is measured of speech, by which formula, and how the two scores are weighed")
    Metrics metrics(SignedIn who) {
        Weights own = weights.own().orElse(null);
        Weights valid = own == null ? Weights.shipped() : own;
        return new Metrics(
                Figure.ALL.stream().map(figure -> Explained.of(figure, NORMS)).toList(),
                new Scores(valid.clarity(), valid.confidence(), own != null),
                Choice.FORMULA,
                "Nothing is inferred of feelings, character, accent, pitch, sex or the quality of a voice.");
    }

    record ChangeWeights(
            @NotNull Map<String, Integer> clarity, @NotNull Map<String, Integer> confidence) {}

    @PutMapping("/api/v1/speech-weights")
    @Needs(Permission.MANAGE_ORGANISATION)
    @Operation(summary = "Weigh the parts of clarity and confidence; a hundred each")
    Scores change(SignedIn who, @Valid @org.springframework.web.bind.annotation.RequestBody ChangeWeights change) {
        Weights changed = new Weights(change.clarity(), change.confidence());
        weights.change(who, changed);
        return new Scores(changed.clarity(), changed.confidence(), true);
    }
}
