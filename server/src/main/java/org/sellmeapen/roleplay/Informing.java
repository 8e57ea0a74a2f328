package org.sellmeapen.roleplay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.roleplay.Mind.Selling;
import org.sellmeapen.roleplay.Mind.Selling.Awaits;
import org.sellmeapen.scenarios.Topic;

/** Answers to what the person asks, wants, makes a condition of or puts in the way. */
final class Informing {

    /** Turns in a row in which the seller may only reply. */
    private static final int IDLE = 2;

    /** The third time, words are followed by something to hold. */
    private static final int INSISTS = 3;

    private final Buyer shared;
    private final Selling selling;
    private final Material material;
    private final SalesPlan plan;
    private final Closing closing;

    Informing(Buyer shared, Selling selling, Material material, SalesPlan plan, Closing closing) {
        this.shared = shared;
        this.selling = selling;
        this.material = material;
        this.plan = plan;
        this.closing = closing;
    }

    /** Answered from what the seller knows; a question that smells of buying leads on to the order. */
    @Nullable
    SellerMove answer(PersonHeard heard, int turn) {
        boolean again = shared.mind().heardExactly.containsKey(Ear.exactly(heard.words()));
        boolean open = selling.isExploring();
        SellerMove reply = reply(heard, turn);
        if (heard.shows("asks_to_buy") && !again && reply.technique() == null) {
            return joined(reply, plan.towardsOrder());
        }
        selling.idle++;
        if (selling.idle <= IDLE && !again) {
            selling.awaits = reply.asks() ? plan.answerTo(reply) : open ? selling.awaits : Awaits.NOTHING;
            return reply;
        }
        return leading(reply, heard, turn);
    }

    private static SellerMove joined(SellerMove reply, @Nullable SellerMove next) {
        return next == null ? reply : next.after(reply.text());
    }

    /** A reply that is a technique of its own stands alone, so that each turn shows one. Null when all was tried. */
    private @Nullable SellerMove leading(SellerMove reply, PersonHeard heard, int turn) {
        if (reply.technique() != null) {
            return reply;
        }
        int idle = selling.idle;
        SellerMove next = plan.step(heard, turn);
        if (next != null) {
            return next.after(reply.text());
        }
        selling.idle = idle;
        return idle > 2 * IDLE ? null : reply;
    }

    private SellerMove reply(PersonHeard heard, int turn) {
        SellerMove known = known(heard, heard.subjects());
        if (known != null) {
            return known;
        }
        Set<String> content = content(heard);
        LanguagePack pack = shared.index().pack();
        boolean ours = content.isEmpty()
                || content.stream().anyMatch(pack::isNumber)
                || content.stream().filter(shared.index()::knows).count() * 2 > content.size();
        return small(ours ? "seller_find_out" : "seller_stray_question", turn);
    }

    /** A remark on the offer, which is more than an answer to a question about the person, is replied to as well. */
    @Nullable
    SellerMove remark(PersonHeard heard) {
        boolean free = selling.awaits == Awaits.NOTHING || selling.awaits == Awaits.OPINION;
        if (!free || selling.idle >= IDLE) {
            return null;
        }
        SellerMove known = knowledge(heard.plainSubjects(), heard);
        if (known != null) {
            selling.idle++;
            selling.awaits = known.asks() ? plan.answerTo(known) : Awaits.NOTHING;
        }
        return known;
    }

    /** The price and a proof come from the pitch as long as they are new; everything else from what the seller knows. */
    private @Nullable SellerMove known(PersonHeard heard, List<String> subjects) {
        boolean aboutPrice = heard.shows("asks_price")
                ? subjects.isEmpty() || subjects.stream().limit(2).anyMatch("price"::equals)
                : !heard.plainSubjects().isEmpty()
                        && heard.plainSubjects().getFirst().equals("price");
        SellerMove pitched = aboutPrice && !selling.taken.contains("price")
                ? plan.price()
                : heard.shows("asks_proof") ? plan.proof() : heard.shows("asks_benefit") ? plan.gain() : null;
        return pitched != null ? pitched : knowledge(subjects, heard);
    }

    private @Nullable SellerMove knowledge(List<String> subjects, PersonHeard heard) {
        for (String id : subjects) {
            Topic topic = shared.index().topic(id);
            String line = shared.tongue().next(bestFirst(topic.answers(), heard), Map.of());
            if (line == null) {
                line = shared.tongue().maybe("seller_again_gist", Map.of("gist", topic.gist()));
            }
            if (line != null) {
                return new SellerMove(line, null, null, "knows/" + id);
            }
        }
        return null;
    }

    /** Among equals the file decides: the plainest answer stands first. */
    private List<String> bestFirst(List<String> answers, PersonHeard heard) {
        ToDoubleFunction<String> suits = line -> shared.index().suits(line, heard.words());
        return answers.stream()
                .sorted(Comparator.comparingDouble(suits).reversed())
                .toList();
    }

    /** What can be answered at once is; papers are promised, and a day asked for to talk about them. */
    @Nullable
    SellerMove request(PersonHeard heard, int turn) {
        if (heard.shows("wants_trial") && closing.canOfferTrial()) {
            return closing.offerTrial();
        }
        SellerMove known =
                heard.thing() != null && !heard.shows("asks_proof") ? null : known(heard, heard.plainSubjects());
        if (known != null) {
            selling.awaits = Awaits.NOTHING;
            return ++selling.idle <= IDLE ? known : leading(known, heard, turn);
        }
        boolean early = selling.questions < 2 && selling.closes == 0;
        String promise = promised("seller_will_send", heard.thing(), turn);
        if (early) {
            return joined(new SellerMove(promise, null, null, "request"), plan.step(heard, turn));
        }
        return closing.askWhen("seller_when_after", turn).after(promise);
    }

    /** A condition is met from what the seller knows or taken to the office; with it met, would they buy? */
    SellerMove condition(PersonHeard heard, int turn) {
        SellerMove known = knowledge(heard.plainSubjects(), heard);
        String text = known != null
                ? known.text() + " " + shared.tongue().say("seller_condition_met", Map.of(), turn)
                : promised("seller_condition", heard.thing(), turn) + " "
                        + shared.tongue().say("seller_condition_test", Map.of(), turn);
        selling.awaits = Awaits.OPINION;
        selling.lastStep = "condition";
        return new SellerMove(text, "trial_close", Phase.CLOSING, "condition");
    }

    private String promised(String situation, @Nullable String thing, int turn) {
        Map<String, String> slots = new LinkedHashMap<>();
        if (thing != null) {
            slots.put("thing", thing);
            String named = shared.tongue().maybe(situation + "_named", slots);
            if (named != null) {
                return named;
            }
        }
        return shared.tongue().say(situation, slots, turn);
    }

    /** An obstacle is taken in and answered; when the answers are used up, the seller says so, asks, and then leaves. */
    @Nullable
    SellerMove obstacle(Act objection, PersonHeard heard, int turn) {
        boolean insists = selling.seen(objection.code()) == INSISTS || heard.shows("asks_proof");
        SellerMove answer = insists ? otherwise(objection) : null;
        answer = answer == null ? prepared(objection, heard) : answer;
        answer = answer == null ? otherwise(objection) : answer;
        if (answer == null && ++selling.idle > IDLE) {
            return null;
        }
        if (answer == null) {
            String text = shared.tongue().say("seller_take_in", Map.of(), turn) + " "
                    + shared.tongue().say("seller_more_answer", Map.of(), turn);
            selling.awaits = Awaits.DOUBT;
            selling.lastStep = Material.answersTo(objection);
            return new SellerMove(text, "acknowledge_and_answer", Phase.DISCOVERY, selling.lastStep);
        }
        selling.awaits = plan.answerTo(answer);
        selling.lastStep = answer.because();
        return answer.phase() == null ? answer.in(Phase.DISCOVERY) : answer;
    }

    /** The answer that speaks of what they spoke of, otherwise the next that fits everybody, otherwise any. */
    private @Nullable SellerMove prepared(Act objection, PersonHeard heard) {
        String group = Material.answersTo(objection);
        SellerMove answer = material.take(group, step -> heard.fits().containsKey(group + "/" + step.id()));
        answer = answer == null ? material.take(group, step -> step.keywords().isEmpty()) : answer;
        return answer == null ? material.take(group, _ -> true) : answer;
    }

    /** A proof nobody has heard yet, the price put another way. */
    private @Nullable SellerMove otherwise(Act objection) {
        SellerMove other = objection == Act.OBJECTION_TRUST
                ? plan.proof()
                : objection == Act.OBJECTION_PRICE ? plan.price() : null;
        String taken = other == null ? null : shared.tongue().maybe("seller_take_in", Map.of());
        return other == null ? null : other.after(taken);
    }

    /** The same in other words. */
    SellerMove explain(PersonHeard heard, int turn) {
        SellerMove again = material.again();
        if (again != null) {
            String sorry = shared.tongue().maybe("seller_put_badly", Map.of());
            return again.after(sorry);
        }
        SellerMove known = knowledge(heard.plainSubjects(), heard);
        return known != null ? known : small("seller_explain", turn);
    }

    SellerMove small(String situation, int turn) {
        return new SellerMove(shared.tongue().say(situation, Map.of(), turn), null, null, situation);
    }

    private Set<String> content(PersonHeard heard) {
        return heard.words().content(shared.index().pack().stop());
    }
}
