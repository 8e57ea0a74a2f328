package org.sellmeapen.coaching;

import java.time.Clock;
import java.util.UUID;
import org.sellmeapen.coaching.DrillController.TakeResult;
import org.sellmeapen.coaching.DrillController.TakeView;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.speech.Measured;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down how a drill went and says when it is to come back. */
@Service
class DrillDesk {

    private final Drills drills;
    private final Drillbook book;
    private final Ids ids;
    private final Clock clock;

    DrillDesk(Drills drills, Drillbook book, Ids ids, Clock clock) {
        this.drills = drills;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Drill mine(SignedIn who, UUID id) {
        return drills.find(id)
                .filter(drill -> drill.person().equals(who.person().value()))
                .orElseThrow(() -> new NotFound("drill"));
    }

    @Transactional
    TakeResult taken(SignedIn who, UUID id, Measured measured) {
        Drill drill = mine(who, id);
        if (measured.report().seconds() > book.longestS()) {
            throw new TakeTooLong(book.longestS());
        }
        double heard = measured.report().speechSeconds();
        if (heard < book.leastSpeechS()) {
            throw new TakeTooShort(heard, book.leastSpeechS());
        }
        Drillbook.Result result = book.result(book.kind(drill.kind()), measured.figures());
        if (result.score() == null) {
            throw new TakeTooShort(heard, book.leastSpeechS());
        }
        var now = clock.instant();
        Drill after = drill.taken(result.passed(), book, now);
        drills.save(after);
        Drills.Take take = new Drills.Take(ids.next(), now, result.score(), result.checks());
        drills.addTake(who.organisation(), id, take);
        return new TakeResult(TakeView.of(take), result.passed(), after.dueAt());
    }
}
