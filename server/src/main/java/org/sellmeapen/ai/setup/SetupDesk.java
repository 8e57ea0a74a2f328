package org.sellmeapen.ai.setup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.connections.HostRefused;
import org.sellmeapen.connections.KeyChanged;
import org.sellmeapen.connections.Purpose;
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
     * What was set up before and is not changed stays, though its key or the leave for its host was taken back meanwhile: that
     * is shown, and must not stand in the way of anything else.
     *
     * @param allowHosts hosts that the administrator allows in the same act, as {@link HostNotAllowedYet} named them
     * @throws HostNotAllowedYet for a host of what is new or changed that is neither allowed nor named there
     */
    @Transactional
    public ModelSetups.Setup change(
            SignedIn who, Version seen, List<FunctionModels> functions, Set<String> allowHosts) {
        ModelSetups.Setup before = setups.of(who.organisation());
        seen.mustBe(before.version());
        check.orders(functions);
        for (FunctionModels function : functions) {
            Purpose purpose = EntryCheck.purpose(function.function());
            for (ModelEntry entry : function.entries()) {
                if (before.has(function.function(), entry)) {
                    check.before(purpose, entry).ifPresent(place -> allowAgain(who, place, allowHosts));
                } else {
                    mustBeAllowed(who, check.place(who.organisation(), purpose, entry), allowHosts);
                }
            }
        }
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

    /**
     * Allows it where it was named; refuses where it was not.
     *
     * @return whether it was not allowed before
     */
    @Transactional
    public boolean mustBeAllowed(SignedIn who, EntryCheck.Place place, Set<String> allowHosts) {
        if (connections.allows(who.organisation(), place.purpose(), place.address())) {
            return false;
        }
        String host = connections.host(place.address());
        if (!isNamed(host, allowHosts)) {
            throw new HostNotAllowedYet(host, place);
        }
        connections.allow(who, place.purpose(), place.address());
        return true;
    }

    /** What was allowed for a trial that failed, unless something was set up there meanwhile. */
    @Transactional
    public void takeBack(SignedIn who, EntryCheck.Place place) {
        String host = connections.host(place.address());
        boolean used = setups.of(who.organisation()).functions().stream()
                .filter(function -> function.function().equals(place.purpose().code()))
                .flatMap(function -> function.entries().stream())
                .flatMap(entry -> check.before(place.purpose(), entry).stream())
                .anyMatch(there -> isAt(host, there));
        if (!used) {
            connections.disallow(who, place.purpose(), place.address());
        }
    }

    private boolean isAt(String host, EntryCheck.Place place) {
        try {
            return connections.host(place.address()).equals(host);
        } catch (HostRefused nobodyMay) {
            return false;
        }
    }

    private void allowAgain(SignedIn who, EntryCheck.Place place, Set<String> allowHosts) {
        if (allowHosts.isEmpty() || connections.allows(who.organisation(), place.purpose(), place.address())) {
            return;
        }
        try {
            if (isNamed(connections.host(place.address()), allowHosts)) {
                connections.allow(who, place.purpose(), place.address());
            }
        } catch (HostRefused nobodyMay) {
            // it stays shut, as it was
        }
    }

    private static boolean isNamed(String host, Set<String> allowHosts) {
        return allowHosts.contains(host) || allowHosts.contains(host.replaceAll(":443$", ""));
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
