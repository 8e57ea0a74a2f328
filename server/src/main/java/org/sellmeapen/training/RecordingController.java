package org.sellmeapen.training;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
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

    private static final int BUCKETS = 1_000;

    private final TrainingViews views;
    private final RecordingAccess access;
    private final Media media;

    RecordingController(TrainingViews views, RecordingAccess access, Media media) {
        this.views = views;
        this.access = access;
        this.media = media;
    }

    /** @param state {@code open}, {@code complete} or {@code expired} */
    record View(double seconds, String state, Instant startedAt, Instant keptUntil) {}

    @GetMapping
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "What there is of a recording")
    View recording(SignedIn who, @PathVariable UUID id) {
        RecordingView found = found(who, id);
        return new View(found.seconds(), found.state().code(), found.startedAt(), found.keptUntil());
    }

    /** Loudest sample of each bucket, 0-1 of full scale. */
    record PeaksView(double seconds, List<Float> rep, List<Float> buyer) {}

    @GetMapping("/peaks")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "A waveform of both sides")
    PeaksView peaks(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "" + BUCKETS) int buckets) {
        Peaks peaks = media.peaks(kept(who, id).id(), buckets);
        return new PeaksView(peaks.seconds(), loudest(peaks.rep()), loudest(peaks.buyer()));
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
            HttpServletResponse response)
            throws IOException {
        RecordingView recording = kept(who, id);
        try (Playback playback = media.playback(recording.id())) {
            long length = playback.length();
            long from = 0;
            long to = length;
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            if (range != null) {
                HttpRange asked = single(range, length);
                if (asked == null) {
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
                    throw new RangeNotThere();
                }
                from = asked.getRangeStart(length);
                to = asked.getRangeEnd(length) + 1;
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (to - 1) + "/" + length);
            }
            if (from == 0) {
                access.heard(who, id, recording);
            }
            response.setContentType("audio/wav");
            response.setContentLengthLong(to - from);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rehearsal.wav\"");
            playback.copy(from, to, response.getOutputStream());
        }
    }

    @DeleteMapping
    @Needs(Permission.REHEARSE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the recording of one's own session; what was said stays as text")
    void remove(SignedIn who, @PathVariable UUID id) {
        access.remove(who, new TrainingSessionId(id));
    }

    private RecordingView found(SignedIn who, UUID id) {
        views.mustBeSeen(who, new TrainingSessionId(id));
        return media.of(id).orElseThrow(() -> new NotFound("recording"));
    }

    private RecordingView kept(SignedIn who, UUID id) {
        RecordingView found = found(who, id);
        if (found.state() == RecordingState.EXPIRED) {
            throw new NotFound("recording");
        }
        return found;
    }

    /** Null where it cannot be served: more than one, nonsense, or beyond the end. */
    private static @Nullable HttpRange single(String range, long length) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            if (ranges.size() != 1) {
                return null;
            }
            HttpRange asked = ranges.getFirst();
            return asked.getRangeStart(length) < length ? asked : null;
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
