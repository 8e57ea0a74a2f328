package org.sellmeapen.voice;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeModels;
import org.sellmeapen.ai.RealtimeProviders;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** The speech-to-speech vendors of a call: those of its organisation in their order, then the operator's. */
@Component
class Vendors {

    private final RelaySettings settings;
    private final RealtimeModels models;
    private final Connections connections;
    private final VendorDoor door;

    Vendors(RelaySettings settings, RealtimeModels models, Connections connections, SecureRandom chance) {
        this.settings = settings;
        this.models = models;
        this.connections = connections;
        this.door = new VendorDoor(chance);
    }

    /** For one call, or to see what there would be for one; may ask the database. */
    List<RealtimeModel> of(OrganisationId organisation) {
        List<RealtimeModel> all = new ArrayList<>(models.inOrder(organisation));
        if (settings.isOn()) {
            all.add(settings.model(connections.operatorsExit(organisation, Purpose.REALTIME)));
        }
        return all;
    }

    /** That all of them take: OpenAI no other than its own, Gemini resamples. */
    static int upRate(List<RealtimeModel> models) {
        return models.stream().allMatch(model -> model.provider().equals(RealtimeProviders.GEMINI))
                ? GeminiVendor.UP_RATE
                : OpenAiVendor.UP_RATE;
    }

    /** Whether the mind decides each answer before it is spoken: as early as the vendor can, unless somebody said later. */
    static boolean steersEachTurn(RealtimeModel model) {
        return model.provider().equals(RealtimeProviders.OPENAI)
                && !model.option(RealtimeProviders.STEERING).equals(RealtimeProviders.ONE_TURN_LATE);
    }

    /**
     * @param models each of which takes the call where the one before it is lost
     * @param ours takes it when all are
     */
    Function<Desk, Middle> middle(
            Call call, List<RealtimeModel> models, StageWatch watch, Function<Desk, Middle> ours) {
        RelayMemory memory = new RelayMemory(call.brief());
        Function<Desk, Middle> next = ours;
        for (RealtimeModel model : models.reversed()) {
            // Its setup may have changed since the ticket was issued, which the microphone's rate was told with.
            if (model.provider().equals(RealtimeProviders.OPENAI) && call.upRate() != OpenAiVendor.UP_RATE) {
                continue;
            }
            Function<Desk, Middle> behind = next;
            next = desk -> relayed(desk, call, model, memory, watch, behind);
        }
        return next;
    }

    private Middle relayed(
            Desk desk,
            Call call,
            RealtimeModel model,
            RelayMemory memory,
            StageWatch watch,
            Function<Desk, Middle> behind) {
        VoiceBrief brief = call.brief();
        boolean steers = steersEachTurn(model);
        VendorCall told = new VendorCall(
                brief.instructions(),
                brief.language(),
                brief.patienceMs(),
                steers,
                call.upRate(),
                Voices.of(brief.personaKey(), brief.language()).voice());
        return new StandIn(
                desk,
                gaveUp -> new Relay(
                        desk,
                        model.provider(),
                        !steers,
                        memory,
                        (loop, to) -> door.open(model, told, loop, to),
                        watch,
                        gaveUp),
                () -> behind.apply(desk));
    }
}
