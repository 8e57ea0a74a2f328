package org.sellmeapen.ai.wrappers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.LanguageModelContract;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.budget.BudgetedStack;
import org.sellmeapen.ai.scripted.ScriptedLanguageModel;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.privacy.Redactor;

/** A model in all of its wrappers is a model. */
class WholeStackTests extends LanguageModelContract {

    private static final Timing TIMING = Timing.real();

    private static LanguageModel wrapped(LanguageModel model) {
        LanguageModel inner = new Retrying(model, Patience.IN_TALK, TIMING, new Random(1));
        inner = new TimedOut(inner, Duration.ofMinutes(1), Duration.ofMinutes(1), TIMING);
        inner = new CircuitBreaking(inner, new Breaker(Clock.systemUTC()));
        inner = BudgetedStack.of(inner, new OrganisationId(new UUID(0, 1)));
        inner = new Metered(inner, Purpose.TALK, new ModelMeters(), Clock.systemUTC());
        inner = new Redacting(inner, () -> Redactor.of(List.of("Pen Good", "Hello")));
        return new FallingBack(List.of(inner), (_, _) -> {});
    }

    @Override
    protected LanguageModel model() {
        return wrapped(new ScriptedLanguageModel(
                prompt -> prompt.schema() == null ? SAID : "{\"quote\": \"so\", \"turn\": 3, \"shown\": true}"));
    }

    @Override
    protected LanguageModel longModel() {
        return wrapped(new ScriptedLanguageModel(_ -> longAnswer()));
    }
}
