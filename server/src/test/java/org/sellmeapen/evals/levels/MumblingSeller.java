package org.sellmeapen.evals.levels;

import java.util.Locale;

/** Says what another would say as a plain transcriber writes it: no capitals, no marks. */
record MumblingSeller(Seller other) implements Seller {

    @Override
    public String say(String heard) {
        return other.say(heard).toLowerCase(Locale.ROOT).replaceAll("[.,;:!?\"]+(?=\\s|$)", "");
    }

    @Override
    public boolean hasLeft() {
        return other.hasLeft();
    }
}
