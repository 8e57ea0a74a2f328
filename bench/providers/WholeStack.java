import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.Recording;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.budget.Account;
import org.sellmeapen.ai.budget.Budgeted;
import org.sellmeapen.ai.budget.Price;
import org.sellmeapen.ai.budget.Priced;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.ai.budget.Spend;
import org.sellmeapen.ai.budget.SpendBook;
import org.sellmeapen.ai.compatible.CompatibleLanguageModel;
import org.sellmeapen.ai.wrappers.Breaker;
import org.sellmeapen.ai.wrappers.CircuitBreaking;
import org.sellmeapen.ai.wrappers.FallingBack;
import org.sellmeapen.ai.wrappers.Metered;
import org.sellmeapen.ai.wrappers.ModelMeters;
import org.sellmeapen.ai.wrappers.Patience;
import org.sellmeapen.ai.wrappers.Redacting;
import org.sellmeapen.ai.wrappers.Retrying;
import org.sellmeapen.ai.wrappers.TimedOut;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.privacy.Redactor;

/** A model in all of its wrappers. */
final class WholeStack {

    private WholeStack() {}

    /** As an organisation gets it: {@code ai.setup.Stack.seat} and what {@code OrganisationModels} and a replay put around it. */
    static LanguageModel of(Way way, URI base) {
        Clock clock = Clock.systemUTC();
        Timing timing = Timing.real();
        Price price = new Price(2, 1, 10);
        OrganisationId organisation = new OrganisationId(new UUID(0, 1));
        Account account = new Account(organisation, Purpose.TALK, "compatible", "m");
        Redactor people = Redactor.of(IntStream.range(0, 200)
                .mapToObj(n -> "Given" + n + " Family" + n)
                .toList());
        LanguageModel model = new CompatibleLanguageModel(way, base, Secret.NONE, "m", Map.of());
        model = new Retrying(model, Patience.IN_TALK, timing, RandomGenerator.getDefault());
        model = new TimedOut(model, Duration.ofSeconds(20), Duration.ofMinutes(3), timing);
        model = new CircuitBreaking(model, new Breaker(clock));
        model = new Budgeted(model, price, new Purses(new Book(), clock).of(account, 1_000_000_000_000L));
        model = new Priced(model, price, null);
        model = new Metered(model, Purpose.TALK, new ModelMeters(), clock);
        model = new Redacting(model, () -> people.and(List.of("Ada Blom", "Zoe Stern")));
        model = new FallingBack(List.of(model), (_, _) -> {});
        return new Recording(model, _ -> {});
    }

    /** Spending as it is written down every few seconds, without a database: the one who answers waits for none either way. */
    private static final class Book implements SpendBook {
        private long taken;

        @Override
        public synchronized boolean take(Account account, YearMonth month, long micros, long capMicros) {
            boolean there = taken + micros <= capMicros;
            taken += there ? micros : 0;
            return there;
        }

        @Override
        public synchronized void settle(Account account, YearMonth month, Settled settled, long takenMicros) {
            taken += takenMicros;
        }

        @Override
        public List<Spend> of(OrganisationId organisation, YearMonth month) {
            return List.of();
        }
    }
}
