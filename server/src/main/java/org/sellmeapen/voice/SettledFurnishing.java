package org.sellmeapen.voice;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.Speaking;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Furnishes calls as their organisation and the operator settled it. */
@Component
class SettledFurnishing implements Furnishing {

    private static final int UP_RATE = 16_000;

    /** Who implements it may itself ask the front door of this room. */
    private final ObjectProvider<Mind> mind;

    private final Senses senses;
    private final Speaking speaking;
    private final Vendors vendors;

    SettledFurnishing(ObjectProvider<Mind> mind, Senses senses, Speaking speaking, Vendors vendors) {
        this.vendors = vendors;
        this.mind = mind;
        this.senses = senses;
        this.speaking = speaking;
    }

    @Override
    public int upRate(OrganisationId organisation) {
        List<RealtimeModel> relays = vendors.of(organisation);
        return relays.isEmpty() ? UP_RATE : Vendors.upRate(relays);
    }

    @Override
    public void warm() {
        speaking.warm();
    }

    @Override
    public Offer offer(OrganisationId organisation, String language) {
        Senses.Ears ears = senses.ears(organisation, language);
        Senses.Mouths mouths = senses.mouths(organisation, language);
        List<RealtimeModel> relays = vendors.of(organisation);
        return new Offer(
                ear(ears),
                mouth(mouths, language),
                relays.isEmpty() ? null : relays.getFirst().provider());
    }

    /** What may leave with whoever stands in is said beforehand. */
    private static Offer.Part ear(Senses.Ears ears) {
        List<Senses.Ear> there = ears.inOrder();
        return there.isEmpty()
                ? new Offer.Part(null, null, null, ears.why(), null)
                : new Offer.Part(
                        there.getFirst().ear().id(), there.stream().allMatch(Senses.Ear::local), null, null, null);
    }

    private static Offer.Part mouth(Senses.Mouths mouths, String language) {
        List<Senses.Mouth> there = mouths.inOrder();
        return there.isEmpty()
                ? new Offer.Part(null, null, null, mouths.why(), null)
                : new Offer.Part(
                        there.getFirst().voice().id(),
                        there.stream().allMatch(Senses.Mouth::local),
                        there.getFirst().quality().name().toLowerCase(Locale.ROOT),
                        null,
                        limit(there, language));
    }

    /** None where one of them stands in for what the others cannot speak. */
    static @Nullable String limit(List<Senses.Mouth> mouths, String language) {
        @Nullable String limit = null;
        for (Senses.Mouth mouth : mouths) {
            limit = mouth.voice().covers(language) instanceof SpeechCoverage.Spoken spoken ? spoken.limit() : null;
            if (limit == null) {
                return null;
            }
        }
        return limit;
    }

    @Override
    public Equipment equipment(Call call) {
        VoiceBrief brief = call.brief();
        Senses.Ears ears = senses.ears(call.caller().organisation(), brief.language());
        Senses.Mouths mouths = senses.mouths(call.caller().organisation(), brief.language());
        return new Equipment(
                mind.getObject(),
                vendors.of(call.caller().organisation()),
                ears.inOrder().stream().map(Senses.Ear::ear).toList(),
                ears.why(),
                mouths.inOrder().stream().map(Senses.Mouth::voice).toList(),
                mouth(mouths, call.brief().language()).quality(),
                mouths.why(),
                Voices.of(brief.personaKey(), brief.language()),
                HeardActivity::new);
    }

    @Override
    public Function<Desk, Middle> middle(Call call, Equipment equipment, StageWatch watch) {
        Function<Desk, Middle> ours = desk -> new Pipeline(desk, equipment, watch);
        return vendors.middle(call, equipment.relays(), watch, ours);
    }
}
