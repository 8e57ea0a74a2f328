package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.Product;
import org.sellmeapen.scenarios.ProductFact;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.scenarios.Win;

/** Three simple sellers who know the briefing and hear what the buyer says, and nothing else. */
final class Sellers {

    enum Skill {
        WEAK,
        AVERAGE,
        STRONG
    }

    private static final List<String> OPEN = List.of(
            "How do you handle that today?",
            "What happens when that goes wrong?",
            "Tell me about the last time it let you down.",
            "What does a typical day with it look like for you?",
            "What would have to change for you?",
            "What matters most to you in this?",
            "What is coming up for you in the next months?",
            "Why is that important to you?",
            "How do you yourself work with it?",
            "What bothers you most about the way it works now?");
    private static final List<String> DEEPER = List.of(
            "What did that lead to?",
            "What does that cost you when it happens?",
            "What happened then?",
            "How often does that happen?",
            "What does that mean for you?");
    private static final List<String> CLOSED = List.of(
            "Who decides about this?",
            "How many do you need in a month?",
            "Do you have a budget for it?",
            "Are you happy with what you have now?",
            "When would you need it?");
    private static final List<String> TAKES_IN = List.of(
            "I understand, that's a fair point.",
            "I can see why you say that.",
            "You're right to ask that, in your place I'd hesitate too.",
            "That makes sense to me.");
    private static final List<String> BRUSHES = List.of(
            "Everybody loves it, really.",
            "It is really very good though.",
            "You don't need to worry about that.",
            "Believe me, it is the best you can get.");

    private Sellers() {}

    static Dialogue.Speech of(Skill skill, Script script, long seed) {
        return new Talk(skill, script, new Random(seed * 31 + skill.ordinal()))::next;
    }

    private static final class Talk {
        private final Skill skill;
        private final Script script;
        private final Random random;
        private final List<ProductFact> facts;
        private final Set<String> used = new HashSet<>();
        private final List<String> open = new ArrayList<>(OPEN);
        private final List<String> closed = new ArrayList<>(CLOSED);
        private int turn;
        private int asked;
        private int pitched;
        private int closes;
        private final int questions;
        private final int pitches;

        Talk(Skill skill, Script script, Random random) {
            this.skill = skill;
            this.script = script;
            this.random = random;
            this.facts = new ArrayList<>(script.productFacts());
            java.util.Collections.shuffle(open, random);
            java.util.Collections.shuffle(closed, random);
            java.util.Collections.shuffle(facts, random);
            questions = switch (skill) {
                case WEAK -> random.nextInt(3);
                case AVERAGE -> 3 + random.nextInt(3);
                case STRONG -> 6 + random.nextInt(4);
            };
            pitches = 2 + random.nextInt(2) + skill.ordinal();
        }

        Optional<String> next(List<MarkedTurn> soFar) {
            turn++;
            String last = "";
            boolean objected = false;
            boolean wants = false;
            for (MarkedTurn marked : soFar) {
                if (marked.turn().speaker() == Speaker.BUYER) {
                    last = marked.turn().text();
                    objected = marked.acts().stream().map(ActReading::act).anyMatch(Act::isObjection);
                    wants = marked.acts().stream().map(ActReading::act).anyMatch(Act.PRICING_QUESTION::equals);
                }
            }
            if (turn == 1) {
                return Optional.of(
                        switch (skill) {
                            case WEAK -> "Hello, how are you today? Great to meet you.";
                            case AVERAGE -> "Good morning. I would like to show you something.";
                            case STRONG ->
                                "Good morning. I'd like five minutes on how you work before I show you anything.";
                        });
            }
            if (wants) {
                return Optional.of(price());
            }
            if (objected && turn > 2) {
                return Optional.of(answer(last));
            }
            if (asked < questions) {
                asked++;
                if (skill == Skill.STRONG && asked % 2 == 0) {
                    return Optional.of(DEEPER.get(random.nextInt(DEEPER.size())));
                }
                boolean opens = skill == Skill.STRONG
                        ? random.nextInt(4) > 0
                        : skill == Skill.AVERAGE ? random.nextBoolean() : random.nextInt(4) == 0;
                List<String> from = opens ? open : closed;
                return Optional.of(from.isEmpty() ? "And what else?" : from.removeFirst());
            }
            if (pitched < pitches) {
                pitched++;
                return Optional.of(pitch(soFar));
            }
            closes++;
            if (closes > 1 && closes % 2 == 0 && skill != Skill.WEAK) {
                return Optional.of(pitch(soFar));
            }
            if (closes > 6) {
                return Optional.empty();
            }
            return Optional.of(close());
        }

        private String pitch(List<MarkedTurn> soFar) {
            ProductFact fact = skill == Skill.STRONG || (skill == Skill.AVERAGE && random.nextBoolean())
                    ? nearest(told(soFar))
                    : facts.get(random.nextInt(facts.size()));
            used.add(fact.id());
            if (skill == Skill.WEAK) {
                return "It is really great. " + fact.text();
            }
            String tie = skill == Skill.STRONG || random.nextInt(3) > 0 ? "You told me about that, so for you: " : "";
            return tie + fact.text() + (tie.isEmpty() ? "" : " So you would be spared that.");
        }

        private String answer(String objection) {
            boolean takesIn = skill == Skill.STRONG || (skill == Skill.AVERAGE && random.nextBoolean());
            boolean substance = skill == Skill.STRONG
                    ? random.nextInt(10) > 0
                    : skill == Skill.AVERAGE ? random.nextInt(10) > 3 : random.nextInt(10) > 7;
            String opener = takesIn ? TAKES_IN.get(random.nextInt(TAKES_IN.size())) + " " : "";
            if (!substance) {
                return opener + BRUSHES.get(random.nextInt(BRUSHES.size()));
            }
            ProductFact fact = nearest(objection);
            used.add(fact.id());
            return opener + "Because of that: " + fact.text();
        }

        private String price() {
            for (Product product : script.products()) {
                if (product.price() != null) {
                    return "It is " + product.price().text()
                            + (skill == Skill.STRONG ? ", and against what it costs you now it pays for itself." : ".");
                }
            }
            return "I would have to work that out.";
        }

        private String close() {
            boolean sale = script.win() == Win.SALE;
            if (skill == Skill.WEAK && random.nextInt(4) == 0) {
                return "You should really decide today, it is the last chance number " + closes + ".";
            }
            return sale
                    ? List.of(
                                    "Shall I put you down for it?",
                                    "Would you like to order it now?",
                                    "Do we have a deal, then?",
                                    "Shall I write the order?")
                            .get((closes + random.nextInt(2)) % 4)
                    : List.of(
                                    "Could we meet on Thursday at ten to go through it?",
                                    "Shall we set up a meeting on Tuesday at nine?",
                                    "Can I come by on Wednesday at two?",
                                    "Would Friday at eleven suit you for a call?")
                            .get((closes + random.nextInt(2)) % 4);
        }

        private static String told(List<MarkedTurn> soFar) {
            StringBuilder told = new StringBuilder();
            for (MarkedTurn marked : soFar) {
                if (marked.turn().speaker() == Speaker.BUYER) {
                    told.append(marked.turn().text()).append(' ');
                }
            }
            return told.toString();
        }

        /** The unused fact that shares most words with what was said. */
        private ProductFact nearest(String said) {
            Set<String> words = new HashSet<>(Words.of(said).stems());
            return facts.stream()
                    .max(Comparator.comparingDouble(fact -> {
                        Set<String> own = new HashSet<>(Words.of(fact.text()).stems());
                        own.removeIf(stem -> stem.length() < 4);
                        double shared = own.stream().filter(words::contains).count();
                        return shared - (used.contains(fact.id()) ? 5 : 0) + random.nextDouble();
                    }))
                    .orElseThrow();
        }
    }
}
