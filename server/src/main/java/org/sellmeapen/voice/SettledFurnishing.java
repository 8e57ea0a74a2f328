package org.sellmeapen.voice;

import java.util.List;
import java.util.function.Function;
import org.sellmeapen.ai.SpeechCoverage;
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

    private final List<SpeechToText> ears;
    private final List<TextToSpeech> mouths;

    SettledFurnishing(
            ObjectProvider<Mind> mind, ObjectProvider<SpeechToText> ears, ObjectProvider<TextToSpeech> mouths) {
        this.mind = mind;
        this.ears = ears.orderedStream().toList();
        this.mouths = mouths.orderedStream().toList();
    }

    @Override
    public int upRate() {
        return UP_RATE;
    }

    @Override
    public Offer offer(String language) {
        return new Offer(new Offer.Part(null, null, null, "none"), new Offer.Part(null, null, null, "none"), null);
    }

    @Override
    public Function<Desk, Middle> middle(Call call, StageWatch watch) {
        VoiceBrief brief = call.brief();
        List<TextToSpeech> speaking = mouths.stream()
                .filter(mouth -> mouth.covers(brief.language()) instanceof SpeechCoverage.Spoken)
                .toList();
        Equipment equipment = new Equipment(
                mind.getObject(),
                ears,
                ears.isEmpty() ? "none" : null,
                speaking,
                "preview",
                speaking.isEmpty() ? "none" : null,
                Voices.of(brief.personaKey(), brief.language()),
                HeardActivity::new);
        return desk -> new Pipeline(desk, equipment, watch);
    }
}
