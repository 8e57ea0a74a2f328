package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenarios;

/** A conversation with a shipped AI seller, and the analyser that ships. */
final class Talk {

    static final String COFFEE = "buyer-office-coffee";
    static final String CAR = "buyer-car-showroom";
    static final Scenarios SCENARIOS = Scenarios.shipped();
    private static final Roleplay ROLEPLAY = new Roleplay(BuiltInActAnalyser.english());

    private final Counterpart seller;
    final List<MarkedTurn> turns;

    Talk(String scenario, Level level, long seed) {
        this.seller = ROLEPLAY.seat(SCENARIOS.get(scenario), level, seed);
        this.turns = new ArrayList<>(seller.open());
    }

    Talk say(String... lines) {
        for (String line : lines) {
            if (seller.ending().isEmpty()) {
                turns.addAll(seller.hear(line));
            }
        }
        return this;
    }

    /** Nods until the seller uses the technique. */
    Talk until(String technique) {
        for (int k = 0; k < 40 && !technique.equals(technique()) && outcome() == null; k++) {
            say("I see.");
        }
        assertThat(technique()).as(String.join("\n", texts())).isEqualTo(technique);
        return this;
    }

    @Nullable
    String technique() {
        return turns.getLast().technique();
    }

    String text() {
        return turns.getLast().turn().text();
    }

    @Nullable
    Outcome outcome() {
        return seller.ending().map(Ending::outcome).orElse(null);
    }

    List<String> texts() {
        return turns.stream().map(turn -> turn.turn().text()).toList();
    }

    Set<String> techniques() {
        Set<String> used = new TreeSet<>();
        turns.stream().map(MarkedTurn::technique).filter(Objects::nonNull).forEach(used::add);
        return used;
    }

    static Talk coffee(long seed) {
        return new Talk(COFFEE, Level.MEDIUM, seed);
    }

    static Talk car(long seed) {
        return new Talk(CAR, Level.MEDIUM, seed);
    }

    /** Somebody who likes it, at the moment in which the seller asks in that way. */
    static Talk keen(long seed, String close) {
        for (long k = seed; k < seed + 60; k++) {
            Talk talk = coffee(k).say("Yes.", "Oh, I like that.", "That sounds great.");
            for (int turn = 0; turn < 12 && talk.outcome() == null; turn++) {
                talk.say("Okay.");
                if (close.equals(talk.technique())) {
                    return talk;
                }
            }
        }
        throw new AssertionError("never asked by " + close);
    }
}
