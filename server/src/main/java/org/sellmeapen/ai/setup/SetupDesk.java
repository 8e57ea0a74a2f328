package org.sellmeapen.ai.setup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.KeyChanged;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where administrators set up models. */
@Service
class SetupDesk {

    private final ModelSetups setups;
    private final EntryCheck check;
    private final Connections connections;
    private final OrganisationModels models;
    private final AuditTrail audit;

    SetupDesk(
            ModelSetups setups,
            EntryCheck check,
            Connections connections,
            OrganisationModels models,
            AuditTrail audit) {
        this.setups = setups;
        this.check = check;
        this.connections = connections;
        this.models = models;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ModelSetups.Setup setup(SignedIn who) {
        return setups.of(who.organisation());
    }

    /**
     * @param allowHosts hosts that the administrator allows in the same act, as {@link HostNotAllowedYet} named them
     * @throws HostNotAllowedYet for a host that is neither allowed nor named there
     */
    @Transactional
    public ModelSetups.Setup change(
            SignedIn who, Version seen, List<FunctionModels> functions, Set<String> allowHosts) {
        seen.mustBe(setups.of(who.organisation()).version());
        check.places(who.organisation(), functions).forEach(place -> mustBeAllowed(who, place, allowHosts));
        setups.put(who.organisation(), who.person(), functions, seen.number());
        audit.record(
                who.organisation(),
                who.person(),
                "models.changed",
                "organisation:" + who.organisation(),
                functions.stream()
                        .collect(Collectors.toMap(
                                FunctionModels::function,
                                function -> function.entries().stream()
                                        .map(entry -> entry.provider() + (entry.redacts() ? "" : " unredacted"))
                                        .collect(Collectors.joining(", ")))));
        afterCommit(who);
        return setups.of(who.organisation());
    }

    /** Allows it where it was named; refuses where it was not. */
    @Transactional
    public void mustBeAllowed(SignedIn who, EntryCheck.Place place, Set<String> allowHosts) {
        if (connections.allows(who.organisation(), place.purpose(), place.address())) {
            return;
        }
        String host = connections.host(place.address());
        if (!allowHosts.contains(host) && !allowHosts.contains(host.replaceAll(":443$", ""))) {
            throw new HostNotAllowedYet(host, place.purpose());
        }
        connections.allow(who, place.purpose(), place.address());
    }

    @EventListener
    void on(KeyChanged changed) {
        setups.madeAnew(changed.organisation());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                models.forget(changed.organisation());
            }
        });
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        models.dissolved(dissolved.organisation());
        setups.removeAll(dissolved.organisation());
    }

    private void afterCommit(SignedIn who) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                models.forget(who.organisation());
            }
        });
    }
}
