package org.sellmeapen.evals.levels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A seller who listens, with the skill he has: one plan for the talk, and habits for what comes in between. */
final class SkilledSeller implements Seller {

    private static final Set<String> ASKING = Set.of(
            "follow_up",
            "find_out",
            "closed_question",
            "clarify",
            "quantify_ask",
            "answer_again",
            "isolate",
            "quantify");
    /** What one asks when one has gone too fast. */
    private static final List<String> LOOSENING = List.of("problem", "wish", "consequence", "numbers", "situation");

    private static final Set<String> SLIPS = Set.of("filler", "feature", "closed_question", "generic_answer");

    private final Skill skill;
    private final Chance chance;
    private final Briefing briefing;
    private final Notes notes;
    private final Mouth mouth;
    private final Deque<String> plan = new ArrayDeque<>();
    private String lastMove = "";
    private String lastWords = "";
    private int turns;
    private int asked;
    private int followUps;
    private int obstaclesSinceAsk;
    private boolean triedOnce;
    private boolean gone;

    SkilledSeller(Skill skill, Briefing briefing, Ears ears, Lines lines, Chance chance) {
        this.skill = skill;
        this.chance = chance;
        this.briefing = briefing;
        this.notes = new Notes(briefing, ears, chance, skill.fit());
        this.mouth = new Mouth(lines, notes, chance);
        makePlan();
    }

    @Override
    public String say(String heard) {
        turns++;
        Heard now = notes.take(heard, asking(lastMove));
        String words = turns == 1 ? opening() : Mouth.joined(reaction(now));
        if (words.isBlank()) {
            words = Mouth.joined(List.of(doing("filler")));
        }
        if (turns > 1 && chance.of(skill.leadIn())) {
            String lead = mouth.leadIn();
            words = lead + (lead.strip().endsWith(",") || lead.endsWith("so ") ? lowered(words) : words);
        }
        lastWords = words;
        return words;
    }

    @Override
    public boolean hasLeft() {
        return gone;
    }

    private String opening() {
        if (!chance.of(skill.purpose())) {
            return doing("greet_plain");
        }
        String greeting = doing("greet_with_purpose");
        return chance.of(skill.questionWithPurpose()) ? Mouth.joined(List.of(greeting, next())) : greeting;
    }

    private void makePlan() {
        if (chance.of(skill.rapport())) {
            plan.add("rapport");
        }
        if (chance.of(skill.purpose() * 0.2)) {
            plan.add("agenda");
        }
        int questions = chance.between(skill.questions());
        List<String> kinds = new ArrayList<>(skill.kinds());
        // the order of the kinds is the order of a good talk; somebody who asks few leaves some out
        List<String> chosen = new ArrayList<>(kinds);
        Collections.shuffle(chosen, Random.from(chance.dice()));
        List<String> kept = chosen.subList(0, Math.min(questions, chosen.size()));
        kinds.retainAll(kept);
        boolean first = true;
        for (String kind : kinds) {
            plan.add(
                    chance.of(skill.closedInstead())
                            ? "closed_question"
                            : chance.of(first ? skill.fromBriefing() : skill.fromBriefing() / 3)
                                    ? "find_out"
                                    : "ask_" + kind);
            first = false;
        }
        if (chance.of(skill.quantify())) {
            plan.add("quantify");
        }
        if (chance.of(skill.summary())) {
            plan.add("summary");
        }
        for (int k = chance.between(skill.benefits()); k > 0; k--) {
            plan.add("one:benefit");
        }
        for (int k = chance.between(skill.proofs()); k > 0; k--) {
            plan.add("one:proof");
        }
        if (chance.of(skill.trialClose())) {
            plan.add("trial_close");
        }
        plan.add("ask");
    }

    private List<String> reaction(Heard now) {
        if (now.has(Sense.FAREWELL) && !now.asks()) {
            return List.of(parting());
        }
        if (now.has(Sense.PUSHED) && chance.of(skill.stepBack())) {
            plan.addFirst("ask_" + chance.one(LOOSENING));
            return List.of(doing("step_back"), next());
        }
        if (now.has(Sense.MUDDLED) && chance.of(0.8)) {
            return List.of(doing("clarify"));
        }
        if (chance.of(skill.slip())) {
            return List.of(doing(chance.one(SLIPS.stream().sorted().toList())));
        }
        for (Map.Entry<String, Double> habit : skill.unasked().entrySet()) {
            if (chance.of(habit.getValue())) {
                return List.of(doing(habit.getKey()));
            }
        }
        if (now.has(Sense.PRICE_QUESTION)) {
            return List.of(doing(chance.weighted(skill.price())));
        }
        if (now.has(Sense.NOT_YET) && chance.of(Math.min(1, skill.followUp() + 0.2))) {
            plan.addFirst("ask_" + chance.one(LOOSENING));
            return List.of(next());
        }
        Optional<Sense> obstacle = notes.obstacle();
        if (obstacle.isPresent() && !now.has(Sense.YES)) {
            obstaclesSinceAsk++;
            boolean again = notes.count(obstacle.get()) > 1;
            return doingAll(chance.weighted(again ? skill.objectionAgain() : skill.objection()));
        }
        if (now.has(Sense.STALL)) {
            return doingAll(chance.weighted(skill.stall()));
        }
        if (now.asks()) {
            return answer(now);
        }
        boolean warm = now.has(Sense.READY) || now.has(Sense.YES) || now.has(Sense.POSITIVE);
        boolean ripe = asked > 0 || plan.size() < 4 && (now.has(Sense.READY) || now.has(Sense.YES));
        if (warm && ripe) {
            return List.of(doing("ask"));
        }
        if (now.has(Sense.CHAT) && turns <= 3 && chance.of(skill.smallTalk())) {
            return List.of(doing("small_talk"), next());
        }
        boolean curious = asking(lastMove) && notes.saidAnything() && followUps < 4;
        if (curious && chance.of(skill.followUp() / (1 + followUps * 0.4))) {
            followUps++;
            return List.of(doing("follow_up"));
        }
        return List.of(next());
    }

    private List<String> answer(Heard now) {
        String how = now.has(Sense.CHAT) && turns < 4
                ? "small_talk"
                : turns < 4 && chance.of(0.4) ? "about_me" : chance.weighted(skill.question());
        String words = doing(how);
        if (now.has(Sense.READY) && turns > 4 && chance.of(0.7)) {
            return List.of(words, doing("ask"));
        }
        return chance.of(0.5 * skill.fit()) && !plan.isEmpty() && !plan.peek().equals("ask")
                ? List.of(words, next())
                : List.of(words);
    }

    private String parting() {
        String how = triedOnce ? "leave" : chance.weighted(skill.afterNo());
        triedOnce |= how.equals("last_try");
        gone = how.equals("leave");
        return doing(how);
    }

    /** The next move of the plan; when the plan is through, the asking goes on as long as the skill's patience lasts. */
    private String next() {
        String move = plan.poll();
        if (move != null) {
            return doing(move);
        }
        if (asked <= skill.askAgain()) {
            boolean fresh = obstaclesSinceAsk > 0 || chance.of(0.5);
            obstaclesSinceAsk = 0;
            return fresh ? doing("ask") : doing(chance.weighted(chance.of(0.5) ? skill.benefit() : skill.proof()));
        }
        return parting();
    }

    private List<String> doingAll(String combined) {
        return switch (combined) {
            case "acknowledge_answer" -> {
                List<String> parts = new ArrayList<>(List.of(doing("acknowledge"), doing("answer")));
                if (chance.of(0.25)) {
                    parts.add(doing("isolate"));
                }
                yield parts;
            }
            case "acknowledge_isolate" -> List.of(doing("acknowledge"), doing("isolate"));
            case "concede_answer" -> List.of(doing("concede"), doing("answer"));
            default -> List.of(doing(combined));
        };
    }

    private String doing(String move) {
        lastMove = move;
        return switch (move) {
            case "one:benefit" -> mouth.say(chance.weighted(skill.benefit()));
            case "one:proof" -> mouth.say(chance.weighted(skill.proof()));
            case "ask" -> ask();
            case "next_step" -> mouth.say(chance.of(skill.dated()) ? "next_step_dated" : "next_step_vague");
            case "quantify" ->
                notes.sum().map(mouth::saySum).filter(words -> !words.isEmpty()).orElseGet(() -> {
                    plan.addFirst("quantify_if_told");
                    return mouth.say("quantify_ask");
                });
            case "quantify_if_told" -> notes.sum().map(mouth::saySum).orElseGet(this::next);
            case "repeat" -> lastWords;
            default -> mouth.say(move);
        };
    }

    private String ask() {
        asked++;
        if (briefing.wantsSale()) {
            return mouth.say(chance.weighted(skill.ask()));
        }
        return mouth.say(chance.of(skill.dated()) ? "next_step_dated" : "next_step_vague");
    }

    private static boolean asking(String move) {
        return move.startsWith("ask_") || ASKING.contains(move);
    }

    private static String lowered(String words) {
        boolean keeps = words.startsWith("I ")
                || words.startsWith("I'")
                || words.length() < 2
                || Character.isUpperCase(words.charAt(1));
        return keeps ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
