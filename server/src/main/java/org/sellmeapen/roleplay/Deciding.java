package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Win;

/** Whether the buyer buys, agrees a date, says not yet, or has had enough; and the sentence that says so. */
final class Deciding {

    private static final int TOO_RUDE = 3;
    /** The rules that a buyer remembers when it comes to deciding. */
    private static final List<String> AFFRONTS = List.of("pressure", "ran-a-rival-down", "rudeness", "gave-orders");
    /** So much below the threshold somebody who has no more time leaves it open rather than saying no. */
    private static final int NEARLY = 10;

    /** What still keeps the buyer from committing, the first thing first. */
    enum Missing {
        NOTHING("", ""),
        FACTS("early_facts", "facts"),
        NEEDS("early_needs", "needs"),
        TRUST("early_trust", "trust"),
        INTEREST("early_interest", "interest");

        final String situation;
        final String because;

        Missing(String situation, String because) {
            this.situation = situation;
            this.because = because;
        }
    }

    private final Buyer buyer;
    private final Objecting objecting;

    Deciding(Buyer buyer, Objecting objecting) {
        this.buyer = buyer;
        this.objecting = objecting;
    }

    /** What the seller asked for, and the answer. */
    void weigh(Moment moment) {
        Mind mind = buyer.mind();
        if (mind.wantsDate && moment.heard.when() != null) {
            agree(moment, moment.heard.when());
            return;
        }
        switch (moment.heard.ask()) {
            case ORDER -> order(moment);
            case STEP -> step(moment);
            case OPINION -> opinion(moment);
            case NONE -> {}
        }
    }

    private void opinion(Moment moment) {
        Mind mind = buyer.mind();
        boolean ready = missing(Map.of()) == Missing.NOTHING;
        boolean warm = mind.interest >= buyer.knobs().get("buy_interest") - NEARLY && mind.metNeeds() > 0;
        buyer.signal(moment, warm ? Signal.Kind.TRIAL_WARM : Signal.Kind.TRIAL_COLD);
        if (moment.objected || moment.said() > 1) {
            return;
        }
        // Whoever asks what stands in the way is told.
        if (moment.heard.says("asks_for_doubts") && objecting.raiseAtAsk(moment, Act.TRIAL_CLOSE)) {
            return;
        }
        String situation = ready ? "trial_warm" : warm ? "trial_lukewarm" : "trial_cold";
        moment.say(buyer.small(moment, situation), ready ? Act.BUYING_SIGNAL : Act.STALL, "opinion");
    }

    private void order(Moment moment) {
        if (buyer.script().win() == Win.NEXT_STEP) {
            // Where an order would be the wrong thing to ask for, a ready buyer says what would be the right one.
            if (moment.heard.when() != null || moment.heard.says("asks_step")) {
                step(moment);
            } else if (refuses(moment, buyer.levels().nextStepIsTheWin(), Act.CLOSE_ASK)) {
                return;
            } else {
                buyer.mind().wantsDate = true;
                moment.say(buyer.small(moment, "wrong_ask"), Act.OTHER, "not an order");
            }
            return;
        }
        if (!refuses(moment, Map.of(), Act.CLOSE_ASK)) {
            end(moment, Outcome.SALE, buyer.script().endings().sale(), "trial_warm", "");
        }
    }

    private void step(Moment moment) {
        Script script = buyer.script();
        boolean win = script.win() == Win.NEXT_STEP;
        // An order asked for in soft words is still an order to somebody who has made up their mind.
        boolean meansOrder = !win
                && (moment.heard.says("asks_close")
                        || moment.heard.says("delivers")
                        || moment.heard.does(Act.CLOSE_ASK));
        if (meansOrder && missing(Map.of()) == Missing.NOTHING) {
            order(moment);
            return;
        }
        Map<String, Double> easier =
                win ? buyer.levels().nextStepIsTheWin() : buyer.levels().nextStep();
        if (refuses(moment, easier, Act.NEXT_STEP)) {
            return;
        }
        String when = moment.heard.when();
        if (when != null) {
            agree(moment, when);
        } else if (script.nextStep() != null
                && buyer.chance(moment, "date", buyer.knobs().get("names_date"))) {
            agree(moment, script.nextStep().when());
        } else {
            buyer.mind().wantsDate = true;
            moment.say(buyer.small(moment, "when_then"), Act.AGREEMENT, "date missing");
        }
    }

    private void agree(Moment moment, String when) {
        end(moment, Outcome.NEXT_STEP, buyer.script().endings().nextStep(), "offers_date", when);
    }

    /** Says why not, if there is a reason. */
    private boolean refuses(Moment moment, Map<String, Double> easier, Act ask) {
        Mind mind = buyer.mind();
        Missing missing = missing(easier);
        int mayStand = buyer.knobs().atMost("standing", easier.getOrDefault("standing", 0.0));
        List<String> standing = mind.standing();
        boolean early = missing != Missing.NOTHING;
        if (early || standing.size() > mayStand) {
            mind.earlyAsks++;
            buyer.signal(moment, Signal.Kind.ASKS_TOO_EARLY);
            if (mind.earlyAsks > buyer.knobs().get("early_asks")) {
                decline(moment);
                return true;
            }
        }
        if (moment.objected) {
            return early || standing.size() > mayStand || !mind.standing().isEmpty();
        }
        if (standing.size() > mayStand) {
            String id = standing.getLast();
            objecting.returns(
                    moment, buyer.index().objection(id), mind.objections.getOrDefault(id, new Mind.Standing()));
            return true;
        }
        if (objecting.raiseAtAsk(moment, ask)) {
            return true;
        }
        if (!early) {
            return false;
        }
        String situation = ask == Act.NEXT_STEP ? "step_early" : missing.situation;
        String line = mind.earlyAsks > 1 && buyer.chance(moment, "again", 0.5)
                ? buyer.tongue().maybe("early_again", Map.of())
                : null;
        moment.say(line != null ? line : buyer.small(moment, situation), Act.STALL, "missing:" + missing.because);
        return true;
    }

    private Missing missing(Map<String, Double> easier) {
        Mind mind = buyer.mind();
        Levels.Knobs knobs = buyer.knobs();
        int facts = Math.min(
                knobs.atLeast("facts", easier.getOrDefault("facts", 0.0)),
                buyer.script().hiddenFacts().size());
        int needs = Math.min(
                knobs.atLeast("needs", easier.getOrDefault("needs", 0.0)),
                buyer.script().needs().size());
        if (mind.facts.size() < facts) {
            return Missing.FACTS;
        }
        if (mind.metNeeds() < needs) {
            return Missing.NEEDS;
        }
        double grudge = knobs.get("grudge") * affronts();
        if (mind.trust < knobs.threshold("buy_trust", easier.getOrDefault("buy_trust", 0.0)) + grudge) {
            return Missing.TRUST;
        }
        return mind.interest < knobs.threshold("buy_interest", easier.getOrDefault("buy_interest", 0.0)) + grudge
                ? Missing.INTEREST
                : Missing.NOTHING;
    }

    /** How often this buyer was pushed, ordered about or insulted. */
    private int affronts() {
        return AFFRONTS.stream()
                .mapToInt(rule -> buyer.mind().fired.getOrDefault(rule, 0))
                .sum();
    }

    /** Out of patience, or insulted too often. */
    boolean hasHadEnough() {
        return buyer.mind().patience <= 0 || buyer.mind().affronts >= TOO_RUDE;
    }

    void leave(Moment moment) {
        Mind mind = buyer.mind();
        boolean open = mind.affronts == 0
                && mind.metNeeds() > 0
                && mind.interest >= buyer.knobs().get("buy_interest") - NEARLY;
        if (open) {
            goodbye(moment, "time_over");
        } else {
            decline(moment);
        }
    }

    private void decline(Moment moment) {
        String opener = buyer.tongue().maybe("walk_out", Map.of());
        if (opener != null) {
            moment.say(opener, Act.REJECTION, "walks out");
        }
        end(moment, Outcome.NO_SALE, buyer.script().endings().noSale(), "walk_out", "");
    }

    /** The seller takes leave without having asked for anything, or time is up. */
    void goodbye(Moment moment, String situation) {
        String opener = buyer.tongue().maybe(situation, Map.of());
        if (opener != null) {
            moment.say(opener, Act.GOODBYE, "goodbye");
        }
        end(moment, Outcome.UNDECIDED, buyer.script().endings().undecided(), "you_leave", "");
    }

    private void end(Moment moment, Outcome outcome, List<String> lines, String situation, String when) {
        String sentence = buyer.tongue().own(lines, situation, Map.of("when", spoken(when)), moment.turn);
        moment.say(
                sentence,
                switch (outcome) {
                    case SALE, NEXT_STEP -> Act.AGREEMENT;
                    case NO_SALE -> Act.REJECTION;
                    case UNDECIDED -> Act.GOODBYE;
                },
                "decided:" + outcome.code());
        moment.event("decided:" + outcome.code(), "decided");
        buyer.mind().ending = new Ending(outcome, moment.turn + 1, sentence);
    }

    /** A weekday begins with a capital wherever it stands. */
    private static String spoken(@Nullable String when) {
        String text = Optional.ofNullable(when).orElse("");
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            text = text.replaceAll("\\b" + day, Tongue.capitalised(day));
        }
        return text;
    }
}
