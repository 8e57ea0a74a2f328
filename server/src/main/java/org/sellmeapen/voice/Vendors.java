package org.sellmeapen.voice;

import java.security.SecureRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Voices;
import org.springframework.stereotype.Component;

/** The speech-to-speech vendor of the settings, where there is one. */
@Component
class Vendors {

    private final RelaySettings settings;
    private final VendorDoor door;

    Vendors(RelaySettings settings, SecureRandom chance) {
        this.door = new VendorDoor(chance);
        this.settings = settings;
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** Null where there is none. */
    @Nullable
    String id() {
        return settings.isOn() ? settings.vendor() : null;
    }

    int upRate() {
        return settings.upRate();
    }

    /** @param ours takes the call when the vendor is lost */
    Function<Desk, Middle> middle(Call call, StageWatch watch, Function<Desk, Middle> ours) {
        VoiceBrief brief = call.brief();
        VendorCall told = new VendorCall(
                brief.instructions(),
                brief.language(),
                brief.patienceMs(),
                settings.steersEachTurn(),
                Voices.of(brief.personaKey(), brief.language()).voice());
        return desk -> new StandIn(
                desk,
                gaveUp -> new Relay(
                        desk,
                        settings.vendor(),
                        !settings.steersEachTurn(),
                        (loop, to) -> open(told, loop, to),
                        watch,
                        gaveUp),
                () -> ours.apply(desk));
    }

    Vendor open(VendorCall call, Loop loop, Vendor.Told told) {
        if (settings.vendor().equals(GeminiVendor.ID)) {
            GeminiVendor gemini = new GeminiVendor(settings, call, loop, told);
            gemini.open(door);
            return gemini;
        }
        OpenAiVendor openAi = new OpenAiVendor(settings, call, loop, told);
        openAi.open(door);
        return openAi;
    }
}
