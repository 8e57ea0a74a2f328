package org.sellmeapen.coaching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.speech.SpeechFinding;
import org.sellmeapen.speech.SpeechReport;
import org.sellmeapen.training.SpokenRehearsals;
import org.sellmeapen.training.SpokenRehearsals.Spoken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Listens to a rehearsal that is over, tells what is worth telling, and lays out the drill for it. */
@Service
class Coaching {

    /** So long a drill that went well speaks for itself. */
    private static final Duration LATELY = Duration.ofDays(14);

    private static final int MOST_WORDS = 60;

    private final SpokenRehearsals rehearsals;
    private final Analyses analyses;
    private final Drills drills;
    private final Drillbook book;
    private final WeightsDesk weights;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Coaching(
            SpokenRehearsals rehearsals,
            Analyses analyses,
            Drills drills,
            Drillbook book,
            WeightsDesk weights,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.rehearsals = rehearsals;
        this.analyses = analyses;
        this.drills = drills;
        this.book = book;
        this.weights = weights;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Within the organisation, outside a transaction. Doing it twice measures nothing anew. */
    void listen(OrganisationId organisation, UUID session) {
        Spoken spoken = transaction.execute(_ -> rehearsals
                .over(session)
                .filter(Spoken::selling)
                .filter(found -> !analyses.isOf(
                        session,
                        found.recording().id().value(),
                        found.recording().seconds()))
                .orElse(null));
        if (spoken == null) {
            return;
        }
        Measured measured = rehearsals.measured(spoken, weights.own().orElse(null));
        transaction.executeWithoutResult(_ -> {
            if (rehearsals.over(session).isPresent()) { // it may have been removed meanwhile
                keep(organisation, spoken, measured);
            }
        });
    }

    private void keep(OrganisationId organisation, Spoken spoken, Measured measured) {
        UUID person = spoken.person().value();
        Instant now = clock.instant();
        Map<String, OwnRange> usual = analyses.usual(person, spoken.language(), spoken.endedAt());
        List<Told> findings =
                Choice.of(measured.findings(), usual, drills.wentWell(person, now.minus(LATELY)), book).stream()
                        .map(chosen -> told(chosen, usual, drill(organisation, spoken, chosen.finding(), now)))
                        .toList();
        analyses.keep(
                organisation,
                new Analyses.Analysis(
                        spoken.session(),
                        person,
                        spoken.language(),
                        spoken.endedAt(),
                        spoken.recording().id().value(),
                        spoken.recording().seconds(),
                        measured,
                        findings));
    }

    private static Told told(Choice.Chosen chosen, Map<String, OwnRange> usual, Drill drill) {
        SpeechFinding finding = chosen.finding();
        return new Told(
                finding.what(),
                finding.figure(),
                finding.say(),
                finding.value(),
                finding.norm(),
                usual.get(finding.figure()),
                finding.size(),
                finding.reliability(),
                chosen.practice(),
                OwnRange.rounded(chosen.rank()),
                finding.formula(),
                finding.moments(),
                drill.id(),
                drill.kind());
    }

    private Drill drill(OrganisationId organisation, Spoken spoken, SpeechFinding finding, Instant now) {
        UUID person = spoken.person().value();
        String kind = book.suiting(finding.what()).kind();
        SpeechReport.Moment moment = finding.moments().getFirst();
        String words = words(spoken.spoken(), moment);
        return drills.ofKind(person, kind)
                .map(known -> {
                    drills.save(
                            known.of(finding.what(), spoken.session(), moment.startS(), spoken.language(), words, now));
                    return known;
                })
                .orElseGet(() -> {
                    Drill made = new Drill(
                            ids.next(),
                            person,
                            kind,
                            finding.what(),
                            spoken.session(),
                            moment.startS(),
                            spoken.language(),
                            words,
                            now,
                            0,
                            now,
                            0);
                    drills.add(organisation, made);
                    return made;
                });
    }

    /** Whether it was being said then, or within the second that follows. */
    private static boolean sounds(Turn turn, double at) {
        Double start = turn.startS();
        Double end = turn.endS();
        return start != null && end != null && start < at + 1 && end > at;
    }

    /** What the seller said at that moment, up to a minute's worth. */
    private static @Nullable String words(@Nullable Transcript spoken, SpeechReport.Moment moment) {
        if (spoken == null) {
            return null;
        }
        Integer told = moment.turn();
        Double at = moment.startS();
        Turn turn = spoken.turns().stream()
                .filter(t -> t.speaker() == Speaker.REP)
                .filter(t -> told != null ? told == t.i() : at != null && sounds(t, at))
                .max(Comparator.comparingInt(t -> t.text().length()))
                .orElse(null);
        if (turn == null) {
            return null;
        }
        String[] words = turn.text().strip().split("\\s+");
        return words.length <= MOST_WORDS
                ? turn.text().strip()
                : String.join(" ", List.of(words).subList(0, MOST_WORDS)) + " …";
    }
}
