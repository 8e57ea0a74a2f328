package org.sellmeapen.voice;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sellmeapen.ai.Hearing;
import org.sellmeapen.ai.Speaking;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Voices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Furnishes calls as the operator settled it. */
@Component
class SettledFurnishing implements Furnishing {

    private static final int UP_RATE = 16_000;

    /** Who implements it may itself ask the front door of this room. */
    private final ObjectProvider<Mind> mind;

    private final Hearing hearing;
    private final Speaking speaking;
    private final Vendors vendors;

    SettledFurnishing(ObjectProvider<Mind> mind, Hearing hearing, Speaking speaking, Vendors vendors) {
        this.vendors = vendors;
        this.mind = mind;
        this.hearing = hearing;
        this.speaking = speaking;
    }

    @Override
    public int upRate() {
        return vendors.isOn() ? vendors.upRate() : UP_RATE;
    }

    @Override
    public void warm() {
        speaking.warm();
    }

    @Override
    public Offer offer(String language) {
        return new Offer(
                switch (hearing.ear(language)) {
                    case Hearing.Ear.Listens(SpeechToText ear) ->
                        new Offer.Part(ear.id(), hearing.isLocal(), null, null);
                    case Hearing.Ear.Deaf(String code, String _) -> new Offer.Part(null, null, null, code);
                },
                switch (speaking.mouth(language)) {
                    case Speaking.Mouth.Speaks(TextToSpeech voice, var quality) ->
                        new Offer.Part(
                                voice.id(), speaking.isLocal(), quality.name().toLowerCase(Locale.ROOT), null);
                    case Speaking.Mouth.Silent(String code, String _) -> new Offer.Part(null, null, null, code);
                },
                vendors.id());
    }

    @Override
    public Function<Desk, Middle> middle(Call call, StageWatch watch) {
        Function<Desk, Middle> ours = desk -> new Pipeline(desk, equipment(call.brief()), watch);
        return vendors.isOn() ? vendors.middle(call, watch, ours) : ours;
    }

    private Equipment equipment(VoiceBrief brief) {
        Offer offer = offer(brief.language());
        List<SpeechToText> ears = hearing.ear(brief.language()) instanceof Hearing.Ear.Listens listens
                ? List.of(listens.ear())
                : List.of();
        List<TextToSpeech> mouths = speaking.mouth(brief.language()) instanceof Speaking.Mouth.Speaks speaks
                ? List.of(speaks.voice())
                : List.of();
        return new Equipment(
                mind.getObject(),
                ears,
                offer.ear().why(),
                mouths,
                offer.mouth().quality(),
                offer.mouth().why(),
                Voices.of(brief.personaKey(), brief.language()),
                HeardActivity::new);
    }
}
