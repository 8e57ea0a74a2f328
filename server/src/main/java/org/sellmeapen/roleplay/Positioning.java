package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.roleplay.Heard.Ask;
import org.sellmeapen.roleplay.Heard.Question;
import org.sellmeapen.scenarios.Need;
import org.sellmeapen.scenarios.Product;

/** What the seller says about the offer, and what it is worth to this buyer. */
final class Positioning {

    private static final int LONG = 75;
    private static final int LECTURE = 3;
    private static final int DUMP = 3;
    private static final double PLAINLY = 0.45;

    private final Buyer buyer;

    Positioning(Buyer buyer) {
        this.buyer = buyer;
    }

    void weigh(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        if (heard.words().count() > LONG) {
            buyer.signal(moment, Signal.Kind.MONOLOGUE);
        }
        boolean bare = heard.states() && heard.question() == Question.NONE && heard.ask() == Ask.NONE;
        boolean answering = answersSomething(heard);
        mind.statementsInARow = bare && !answering ? mind.statementsInARow + 1 : 0;
        Set<String> figures = new HashSet<>(heard.figures());
        figures.retainAll(mind.told.keySet());
        for (String figure : figures) {
            buyer.signal(moment, Signal.Kind.WORKS_A_NUMBER, figure);
        }
        if (heard.says("honest_limit")) {
            buyer.signal(moment, Signal.Kind.HONEST_LIMIT);
        }
        boolean sums = heard.confidence(Act.SUMMARY) >= PLAINLY || heard.says("sums_up");
        if (sums && !heard.isMainly(Act.AGENDA) && mind.heardTurns > 2) {
            sumUp(moment);
        }
        if (!heard.states()) {
            return;
        }
        List<Need> met = meet(moment);
        if (heard.does(Act.PROOF) || heard.says("proof")) {
            buyer.signal(moment, Signal.Kind.PROOF, "", Math.max(0.6, heard.confidence(Act.PROOF)));
        }
        boolean priced = (heard.confidence(Act.PRICE_TALK) >= PLAINLY && !heard.isMainly(Act.SUMMARY))
                || heard.says("price_talk")
                || namesPrice(heard);
        if (priced) {
            boolean valued = heard.says("value_words") || !figures.isEmpty() || !met.isEmpty();
            if (valued) {
                buyer.signal(moment, Signal.Kind.PRICE_WITH_VALUE);
            } else if (mind.asked == null) {
                buyer.signal(moment, Signal.Kind.BARE_PRICE);
            }
        }
        if (met.isEmpty() && !answering && !priced && !moment.opens && !heard.does(Act.PROOF)) {
            boolean gain = heard.does(Act.BENEFIT);
            buyer.signal(moment, gain ? Signal.Kind.BENEFIT_UNASKED : Signal.Kind.FEATURE_UNASKED);
        }
        if (!met.isEmpty()) {
            mind.statementsInARow = 0;
        } else if (mind.statementsInARow >= LECTURE) {
            buyer.signal(moment, Signal.Kind.LECTURE);
        }
        mind.mentioned.addAll(heard.productFacts());
        react(moment, met);
    }

    /** Needs that this turn answers, newly. */
    private List<Need> meet(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        List<Need> met = new ArrayList<>();
        boolean dump = heard.productFacts().size() >= DUMP && !heard.says("refers_back");
        for (Need need : buyer.script().needs()) {
            boolean fact = need.metBy().stream().anyMatch(heard.productFacts()::contains);
            boolean spokenOf = heard.needs().contains(need.id());
            boolean gain = heard.does(Act.BENEFIT) || heard.does(Act.OBJECTION_RESPONSE);
            if ((!fact && !(spokenOf && gain)) || !buyer.isKnown(need)) {
                continue;
            }
            boolean tied = spokenOf || heard.says("refers_back") || heard.does(Act.BENEFIT);
            boolean whole = fact && (tied || !buyer.knobs().happens("tie", need.id())) && !dump;
            double before = mind.met.getOrDefault(need.id(), 0.0);
            double after = Math.min(1, before + (whole ? 1 : 0.5));
            mind.met.put(need.id(), after);
            if (before < 1 && after >= 1) {
                moment.event("met:" + need.id(), "met");
                buyer.signal(moment, Signal.Kind.BENEFIT_MEETS_NEED, need.id());
                met.add(need);
            } else {
                buyer.signal(moment, Signal.Kind.BENEFIT_MEETS_NEED, need.id() + (before < 1 ? "/part" : ""), 0.4);
            }
        }
        return met;
    }

    private void sumUp(Moment moment) {
        boolean true_ = buyer.index().subjects(moment.heard.words()).keySet().stream()
                .anyMatch(target -> buyer.mind().told.containsKey(target.id()));
        if (true_) {
            buyer.signal(moment, Signal.Kind.SUMS_UP);
        }
        Heard heard = moment.heard;
        boolean only = !heard.states()
                || heard.isMainly(Act.SUMMARY)
                || (heard.says("sums_up") && heard.productFacts().isEmpty());
        if (heard.ask() == Ask.NONE && only) {
            moment.say(buyer.small(moment, true_ ? "summary_right" : "summary_empty"), Act.AGREEMENT, "summary");
        }
    }

    private void react(Moment moment, List<Need> met) {
        Mind mind = buyer.mind();
        if (!met.isEmpty()) {
            Need need = met.getFirst();
            moment.say(
                    buyer.tongue().own(need.pleased(), "benefit_warm", Map.of(), moment.turn),
                    Act.BUYING_SIGNAL,
                    "met:" + need.id());
        } else if (mind.statementsInARow >= LECTURE && moment.displeased) {
            moment.say(buyer.small(moment, "lecture"), Act.OTHER, "lecture");
        }
    }

    /** Said last, when nothing else was: everybody says something to a statement. */
    void shrug(Moment moment) {
        Heard heard = moment.heard;
        Mind mind = buyer.mind();
        boolean warm = mind.interest >= 45;
        boolean again = buyer.script().needs().stream()
                .anyMatch(need -> mind.met.getOrDefault(need.id(), 0.0) >= 1
                        && need.metBy().stream().anyMatch(heard.productFacts()::contains));
        if (heard.does(Act.PROOF) || heard.says("proof")) {
            boolean first = mind.fired.getOrDefault("proof", 0) <= 1;
            moment.say(buyer.small(moment, first ? "proof_good" : "proof_again"), Act.AGREEMENT, "proof");
        } else if (heard.says("honest_limit") && buyer.chance(moment, "honest", 0.7)) {
            moment.say(buyer.small(moment, "honest"), Act.AGREEMENT, "honest-limit");
        } else if (again) {
            moment.say(buyer.small(moment, "met_again"), Act.AGREEMENT, "met");
        } else if (heard.does(Act.PRICE_TALK) || heard.says("price_talk")) {
            moment.say(buyer.small(moment, "price_heard"), Act.OTHER, "price");
        } else if (heard.does(Act.BENEFIT)) {
            moment.say(buyer.small(moment, warm ? "benefit_warm" : "benefit_cold"), Act.OTHER, "benefit");
        } else {
            moment.say(buyer.small(moment, warm ? "feature_warm" : "feature_cold"), Act.OTHER, "feature");
        }
    }

    private boolean answersSomething(Heard heard) {
        Mind mind = buyer.mind();
        boolean asked = mind.asked != null && heard.answers().contains(mind.asked);
        boolean objection = mind.standing().stream().anyMatch(heard.points()::containsKey);
        boolean replying =
                mind.objections.values().stream().anyMatch(one -> one.saidAt > 0 && one.saidAt == mind.heardTurns - 1);
        return asked || objection || replying || heard.does(Act.OBJECTION_RESPONSE);
    }

    private boolean namesPrice(Heard heard) {
        for (Product product : buyer.script().products()) {
            Product.Price price = product.price();
            if (price != null) {
                String amount = price.amount() == Math.rint(price.amount())
                        ? String.valueOf((long) price.amount())
                        : String.valueOf(price.amount());
                if (heard.words().stems().contains(amount)) {
                    return true;
                }
            }
        }
        return false;
    }
}
