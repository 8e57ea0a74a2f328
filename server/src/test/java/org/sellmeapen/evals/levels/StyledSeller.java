package org.sellmeapen.evals.levels;

/** A seller without ears: one style, whatever the buyer says. */
final class StyledSeller implements Seller {

    private final Policies.Style style;
    private final Briefing briefing;
    private final Chance chance;
    private final Notes notes;
    private final Mouth mouth;
    private int turns;

    StyledSeller(Policies.Style style, Briefing briefing, Ears ears, Lines lines, Chance chance) {
        this.style = style;
        this.briefing = briefing;
        this.chance = chance;
        this.notes = new Notes(briefing, ears, chance, 0);
        this.mouth = new Mouth(lines, notes, chance);
    }

    @Override
    public String say(String heard) {
        notes.take(heard, true);
        String move = turns++ == 0 ? style.first() : chance.weighted(style.moves());
        return switch (move) {
            case "ask" -> mouth.say(briefing.wantsSale() ? "ask_order" : "next_step_dated");
            case "robot" -> mouth.say(briefing.wantsSale() ? "robot" : "robot_next_step");
            default -> mouth.say(move);
        };
    }

    @Override
    public boolean hasLeft() {
        return false;
    }
}
