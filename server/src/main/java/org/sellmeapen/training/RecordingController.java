package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.Peaks;
import org.sellmeapen.media.Playback;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The recording of a spoken rehearsal: heard by whoever may read its debrief, removed by who made it. */
@RestController
@RequestMapping("/api/v1/sessions/{id}/recording")
class RecordingController {

    private static final Logger log = LoggerFactory.getLogger(RecordingController.class);

    private static final int BUCKETS = 1_000;

    private final TrainingViews views;
    private final RecordingAccess access;
    private final RecordedPauses pauses;
    private final Media media;

    RecordingController(TrainingViews views, RecordingAccess access, RecordedPauses pauses, Media media) {
        this.views = views;
        this.access = access;
        this.pauses = pauses;
        this.media = media;
    }

    /**
     * @param state {@code open}, {@code complete} or {@code none}
     * @param absentBecause where there is none: {@code typed}, {@code not_agreed}, {@code switched_off}, {@code removed},
     *     {@code expired} or {@code not_made}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String state,
            @Nullable String absentBecause,
            @Nullable Double seconds,
            @Nullable Instant startedAt,
            @Nullable Instant keptUntil) {}

    @GetMapping
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "What there is of a recording, or why there is none")
    View recording(SignedIn who, @PathVariable UUID id) {
        TrainingSessionId session = new TrainingSessionId(id);
        views.mustBeSeen(who, session);
        return access.kept(session)
                .map(found ->
                        new View(found.state().code(), null, found.seconds(), found.startedAt(), found.keptUntil()))
                .orElseGet(() -> new View("none", access.whyNone(session).code(), null, null, null));
    }

    /**
     * Loudest sample of each bucket, 0-1 of full scale.
     *
     * @param pauses silences of both of a quarter second and more; absent until they were measured, some seconds after
     *     the recording is complete
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeaksView(
            double seconds,
            List<Float> rep,
            List<Float> buyer,
            @Nullable List<Pause> pauses) {}

    @GetMapping("/peaks")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "A waveform of both sides, and where neither spoke")
    PeaksView peaks(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "" + BUCKETS) int buckets) {
        RecordingView recording = kept(who, id);
        Peaks peaks = media.peaks(recording.id(), buckets);
        return new PeaksView(peaks.seconds(), loudest(peaks.rep()), loudest(peaks.buyer()), pauses.of(recording));
    }

    @GetMapping(path = "/audio", produces = "audio/wav")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "The sound: stereo WAV, the seller left, the buyer right; ranges are served")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    void audio(
            SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String unchangedSince,
            HttpServletRequest request,
            HttpServletResponse response) {
        RecordingView recording = kept(who, id);
        try (Playback playback = media.playback(recording.id())) {
            long length = playback.length();
            long from = 0;
            long to = length;
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setHeader(HttpHeaders.ETAG, etag(recording, length));
            HttpRange asked = range == null || isStale(unchangedSince, recording, length) ? null : single(range);
            if (asked != null) {
                if (asked.getRangeStart(length) >= length) {
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
                    throw new RangeNotThere();
                }
                from = asked.getRangeStart(length);
                to = asked.getRangeEnd(length) + 1;
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (to - 1) + "/" + length);
            }
            response.setContentType("audio/wav");
            response.setContentLengthLong(to - from);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rehearsal.wav\"");
            if (!request.getMethod().equals("HEAD")) {
                access.heard(who, id, recording);
                playback.copy(from, to, response.getOutputStream());
            }
        } catch (IOException gone) {
            // A player drops what it has enough of at every seek.
            log.debug("session={} nobody listens any more", id);
        }
    }

    @DeleteMapping
    @Needs(Permission.REHEARSE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the recording of one's own session; what was said stays as text")
    void remove(SignedIn who, @PathVariable UUID id) {
        access.remove(who, new TrainingSessionId(id));
    }

    private RecordingView kept(SignedIn who, UUID id) {
        TrainingSessionId session = new TrainingSessionId(id);
        views.mustBeSeen(who, session);
        return access.kept(session).orElseThrow(() -> new NotFound("recording"));
    }

    /** An open recording still grows. */
    private static String etag(RecordingView recording, long length) {
        return '"' + recording.id().toString() + '-' + length + '"';
    }

    /** Whoever has a part of something else gets the whole of this. Dates are not given out, so none fits. */
    private static boolean isStale(@Nullable String unchangedSince, RecordingView recording, long length) {
        return unchangedSince != null && !unchangedSince.strip().equals(etag(recording, length));
    }

    /** Null where it is to be ignored, as RFC 9110 has it: another unit, nonsense, or several at once. */
    private static @Nullable HttpRange single(String range) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private static List<Float> loudest(Peaks.Wave wave) {
        Float[] loudest = new Float[wave.max().length];
        for (int k = 0; k < loudest.length; k++) {
            float peak = Math.max(Math.abs(wave.min()[k]), Math.abs(wave.max()[k]));
            loudest[k] = Math.round(peak * 1000) / 1000f;
        }
        return List.of(loudest);
    }
}
