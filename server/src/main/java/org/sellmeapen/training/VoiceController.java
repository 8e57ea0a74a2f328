package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.Recognised;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.voice.IssuedTicket;
import org.sellmeapen.voice.Offer;
import org.sellmeapen.voice.Voice;
import org.sellmeapen.voice.VoiceAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way into a spoken rehearsal, and how quick its answers were. */
@RestController
@ConditionalOnWebApplication
class VoiceController {

    private final VoiceTicketing ticketing;
    private final TrainingViews views;
    private final Voice voice;
    private final VoiceAddress address;
    private final Tenancy tenancy;

    VoiceController(VoiceTicketing ticketing, TrainingViews views, Voice voice, VoiceAddress address, Tenancy tenancy) {
        this.ticketing = ticketing;
        this.views = views;
        this.voice = voice;
        this.address = address;
        this.tenancy = tenancy;
    }

    /**
     * @param recording whether this person agrees to be recorded
     * @param activity who tells when they speak: their page, or the server
     * @param patienceMs how long they may think without being answered
     */
    record Order(
            @Nullable Boolean recording,
            @Nullable @Pattern(regexp = "browser|server") String activity,
            @Nullable @Min(1500) @Max(5000) Integer patienceMs) {}

    record Rates(int up, int down) {}

    record Ticket(String url, String subprotocol, String ticket, Instant expiresAt, Rates rates) {}

    @PostMapping("/api/v1/sessions/{id}/voice-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.REHEARSE)
    @Operation(summary = "A ticket that opens one voice socket, once")
    Ticket ticket(
            SignedIn who,
            @RequestAttribute(Recognised.ATTRIBUTE) Recognised recognised,
            @PathVariable UUID id,
            @RequestHeader(name = TrainingController.LEASE, required = false) @Nullable UUID holder,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable @Size(max = 300) String origin,
            @Valid @RequestBody Order order,
            HttpServletRequest request) {
        IssuedTicket issued = ticketing.issue(
                who,
                recognised.credential(),
                new TrainingSessionId(id),
                holder,
                origin,
                new VoiceTicketing.Wishes(
                        Boolean.TRUE.equals(order.recording()),
                        order.activity() == null ? "browser" : order.activity(),
                        order.patienceMs() == null ? 0 : order.patienceMs()));
        return new Ticket(
                address.seenFrom(request.isSecure(), request.getServerName()),
                issued.subprotocol(),
                issued.ticket(),
                issued.expiresAt(),
                new Rates(issued.upRate(), IssuedTicket.DOWN_RATE));
    }

    record AnswerTimes(List<Voice.AnswerTime> answers) {}

    @GetMapping("/api/v1/sessions/{id}/answer-times")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Operation(summary = "How long each spoken answer took, stage by stage")
    AnswerTimes answerTimes(SignedIn who, @PathVariable UUID id) {
        views.mustBeSeen(who, new TrainingSessionId(id));
        return new AnswerTimes(voice.answerTimes(id));
    }

    /** @param recording whether the organisation records spoken rehearsals at all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoiceView(
            Offer.Part ear, Offer.Part mouth, @Nullable String relay, boolean recording) {}

    @GetMapping("/api/v1/voice")
    @Needs(Permission.REHEARSE)
    @Operation(summary = "What there is to hear and speak with, and what of it leaves the house")
    VoiceView voice(SignedIn who, @RequestParam(defaultValue = "en") @Size(max = 35) String language) {
        Offer offer = voice.offer(who.organisation(), language);
        return new VoiceView(
                offer.ear(),
                offer.mouth(),
                offer.relay(),
                tenancy.organisation().recordVoice());
    }
}
