package org.sellmeapen.ai.setup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.GoesOut;
import org.sellmeapen.ai.Hearing;
import org.sellmeapen.ai.Senses;
import org.sellmeapen.ai.Speaking;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.wrappers.FallingBackMouth;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Whom an organisation set up, and behind them whom the operator did. */
@Component
class OrganisationSenses implements Senses {

    private final OrganisationModels models;
    private final Hearing hearing;
    private final Speaking speaking;
    private final Connections connections;
    private final Clock clock;

    /** The operator's, of whom it is written down what leaves of whom; each kept, for what it found out about its server. */
    private final Map<OrganisationId, SpeechToText> operatorsEars = new ConcurrentHashMap<>();

    private final Map<OrganisationId, TextToSpeech> operatorsMouths = new ConcurrentHashMap<>();

    OrganisationSenses(
            OrganisationModels models, Hearing hearing, Speaking speaking, Connections connections, Clock clock) {
        this.models = models;
        this.connections = connections;
        this.hearing = hearing;
        this.speaking = speaking;
        this.clock = clock;
    }

    @Override
    public Ears ears(OrganisationId organisation, String language) {
        List<Ear> ears = new ArrayList<>();
        for (SpeechSeat<SpeechToText> seat :
                models.assembly(organisation).speech().ears()) {
            ready(seat).ifPresent(ear -> ears.add(new Ear(ear, seat.isLocal())));
        }
        @Nullable String why = null;
        switch (hearing.ear(language)) {
            case Hearing.Ear.Listens(SpeechToText ear) ->
                ears.add(new Ear(noted(organisation, ear), hearing.isLocal()));
            case Hearing.Ear.Deaf(String code, String _) -> why = code;
        }
        return new Ears(ears, ears.isEmpty() ? why : null);
    }

    @Override
    public Mouths mouths(OrganisationId organisation, String language) {
        List<Mouth> mouths = new ArrayList<>();
        for (SpeechSeat<TextToSpeech> seat :
                models.assembly(organisation).speech().mouths()) {
            ready(seat).ifPresent(mouth -> {
                if (mouth.covers(language) instanceof SpeechCoverage.Spoken spoken) {
                    mouths.add(new Mouth(mouth, spoken.quality(), seat.isLocal()));
                }
            });
        }
        @Nullable String why = null;
        for (Speaking settled : settled()) {
            switch (settled.mouth(language)) {
                case Speaking.Mouth.Speaks(TextToSpeech mouth, SpeechCoverage.Quality quality) ->
                    mouths.add(new Mouth(noted(organisation, mouth), quality, settled.isLocal()));
                case Speaking.Mouth.Silent(String code, String _) -> why = why == null ? code : why;
            }
        }
        return new Mouths(standingIn(mouths), mouths.isEmpty() ? why : null);
    }

    private SpeechToText noted(OrganisationId organisation, SpeechToText ear) {
        return ear instanceof GoesOut<?> out
                ? operatorsEars.computeIfAbsent(
                        organisation, of -> SpeechToText.class.cast(out.on(connections.operatorsWay(of, Purpose.HEAR))))
                : ear;
    }

    private TextToSpeech noted(OrganisationId organisation, TextToSpeech mouth) {
        return mouth instanceof GoesOut<?> out
                ? operatorsMouths.computeIfAbsent(
                        organisation,
                        of -> TextToSpeech.class.cast(out.on(connections.operatorsWay(of, Purpose.SPEAK))))
                : mouth;
    }

    private List<Speaking> settled() {
        List<Speaking> all = new ArrayList<>(List.of(speaking));
        speaking.behind().ifPresent(all::add);
        return all;
    }

    /** Each with those behind it, which speak where it cannot even begin. */
    private static List<Mouth> standingIn(List<Mouth> mouths) {
        List<Mouth> with = new ArrayList<>();
        for (int place = 0; place < mouths.size(); place++) {
            Mouth first = mouths.get(place);
            List<TextToSpeech> from = mouths.subList(place, mouths.size()).stream()
                    .map(Mouth::voice)
                    .toList();
            TextToSpeech voice = from.size() == 1 ? first.voice() : new FallingBackMouth(from);
            with.add(new Mouth(voice, first.quality(), first.local()));
        }
        return with;
    }

    /** Left out where it has no key, rests after trouble, or its month's cap is reached. */
    private <T> Optional<T> ready(SpeechSeat<T> seat) {
        if (seat.who().isEmpty() || seat.restsBecause().isPresent()) {
            return Optional.empty();
        }
        if (!seat.affords()) {
            seat.fell(clock.instant(), "budget-spent");
            return Optional.empty();
        }
        return seat.who();
    }
}
