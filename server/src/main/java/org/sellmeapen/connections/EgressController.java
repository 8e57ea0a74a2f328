package org.sellmeapen.connections;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What left the house: when, where to, what for, how much, and whether personal data was taken out before. */
@RestController
@RequestMapping("/api/v1/egress")
class EgressController {

    private static final int MOST_LINES = 10_000;

    private final EgressRows rows;
    private final EgressNode node;

    EgressController(EgressRows rows, EgressNode node) {
        this.rows = rows;
        this.node = node;
    }

    @Needs({Permission.MANAGE_ORGANISATION, Permission.SEE_AUDIT})
    @GetMapping
    Page<EgressRows.EgressLine> page(
            SignedIn who,
            @RequestParam(required = false) @Nullable @Size(max = 20) String purpose,
            @RequestParam(required = false) @Nullable @Size(max = 255) String host,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") String day,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return rows.page(who.organisation(), filter(purpose, host, day), Cursor.ofId(cursor), Cursor.limit(limit));
    }

    /** The same as CSV, the newest ten thousand lines of it. */
    @Needs({Permission.MANAGE_ORGANISATION, Permission.SEE_AUDIT})
    @GetMapping(value = "/export", produces = "text/csv")
    ResponseEntity<String> export(
            SignedIn who,
            @RequestParam(required = false) @Nullable @Size(max = 20) String purpose,
            @RequestParam(required = false) @Nullable @Size(max = 255) String host,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") String day) {
        StringBuilder csv = new StringBuilder("at,purpose,host,port,sent_bytes,received_bytes,redacted,state\r\n");
        for (EgressRows.EgressLine line : rows.page(who.organisation(), filter(purpose, host, day), null, MOST_LINES)
                .items()) {
            // No field can hold a comma or begin like a formula: hosts are names and numbers.
            csv.append(line.at()).append(',').append(line.purpose().code()).append(',');
            csv.append(line.host()).append(',').append(line.port()).append(',');
            csv.append(line.sentBytes())
                    .append(',')
                    .append(line.receivedBytes())
                    .append(',');
            csv.append(line.redacted()).append(',').append(line.state()).append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"egress.csv\"")
                .body(csv.toString());
    }

    record Gaps(List<EgressNode.Gap> items) {}

    /** When a process of this installation died and may have taken up to a second of the list with it. */
    @Needs({Permission.MANAGE_ORGANISATION, Permission.SEE_AUDIT})
    @GetMapping("/gaps")
    Gaps gaps() {
        return new Gaps(node.gaps());
    }

    private static EgressRows.Filter filter(@Nullable String purpose, @Nullable String host, @Nullable String day) {
        return new EgressRows.Filter(
                purpose == null ? null : Purpose.ofCode(purpose),
                host == null || host.isBlank() ? null : host.strip().toLowerCase(Locale.ROOT),
                day == null ? null : day(day));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new NotValid("day", "A day is written as 2026-03-02.");
        }
    }
}
