package org.sellmeapen.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Comparisons under way on this node, one an organisation. They take as long as the model does, so nobody waits for them. */
@Component
class Comparisons {

    private static final Logger log = LoggerFactory.getLogger(Comparisons.class);

    /** @param failed why the last one came to nothing; absent while one is under way, and after one that did not */
    private record Round(boolean running, @Nullable String failed) {}

    private final JudgeCheck check;
    private final Map<OrganisationId, Round> rounds = new ConcurrentHashMap<>();

    Comparisons(JudgeCheck check) {
        this.check = check;
    }

    /** Begins one, unless one is under way. */
    void begin(SignedIn who, @Nullable String reason) {
        Round mine = new Round(true, null);
        Round there =
                rounds.compute(who.organisation(), (_, before) -> before != null && before.running() ? before : mine);
        if (there == mine) {
            Thread.ofVirtual()
                    .name("judge-comparison")
                    .start(() ->
                            OrganisationScope.within(who.organisation(), who.person(), () -> compared(who, reason)));
        }
    }

    private boolean compared(SignedIn who, @Nullable String reason) {
        String failed = "bug";
        try {
            check.compare(who.organisation(), who.person(), reason);
            failed = null;
        } catch (JudgeDidNotAnswer silent) {
            failed = silent.why();
        } catch (Problem refused) {
            failed = refused.code();
        } catch (RuntimeException bug) {
            log.error("comparison of a judge failed organisation={}", who.organisation(), bug);
        } finally {
            rounds.put(who.organisation(), new Round(false, failed));
        }
        return failed == null;
    }

    boolean isRunning(OrganisationId organisation) {
        return Optional.ofNullable(rounds.get(organisation)).map(Round::running).orElse(false);
    }

    Optional<String> failed(OrganisationId organisation) {
        return Optional.ofNullable(rounds.get(organisation)).map(Round::failed);
    }
}
