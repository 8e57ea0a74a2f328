package org.sellmeapen.connections;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door: ways out, hosts that an organisation allows, and keys of other houses. */
@Service
public class Connections {

    private static final int LONGEST_KEY = 8_192;

    private final Gate gate;
    private final EgressLog log;
    private final HttpClient client;
    private final AllowedHosts hosts;
    private final SealedKeys keys;
    private final EgressRows egress;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    Connections(
            Gate gate,
            EgressLog log,
            HttpClient wayOut,
            AllowedHosts hosts,
            SealedKeys keys,
            EgressRows egress,
            PlatformTransactionManager transactionManager,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Ids ids) {
        this.gate = gate;
        this.log = log;
        this.client = wayOut;
        this.hosts = hosts;
        this.keys = keys;
        this.egress = egress;
        this.transactions = new TransactionTemplate(transactionManager);
        this.audit = audit;
        this.events = events;
        this.ids = ids;
    }

    /**
     * The way out. May be kept; each thing that leaves is checked by what is allowed then.
     *
     * @param redacted whether what goes this way had personal data taken out, for the record
     */
    public Way way(OrganisationId organisation, Purpose purpose, boolean redacted) {
        return new CheckedWay(Door.guarded(organisation, purpose, redacted, gate, log), client);
    }

    /** The same for what goes out by a transport of its own. */
    public Exit exit(OrganisationId organisation, Purpose purpose, boolean redacted) {
        return Door.guarded(organisation, purpose, redacted, gate, log);
    }

    /**
     * The way to a server that the operator of this one named in its settings: no organisation need allow it, and it may
     * stand in the house; but what leaves is written down for whoever it leaves of.
     */
    public Way operatorsWay(OrganisationId organisation, Purpose purpose) {
        return new CheckedWay(Door.operators(organisation, purpose, log), client);
    }

    /** As {@link #operatorsWay}, as {@link #exit}. */
    public Exit operatorsExit(OrganisationId organisation, Purpose purpose) {
        return Door.operators(organisation, purpose, log);
    }

    /** Whether the organisation lets something go to the host of that address. */
    public boolean allows(OrganisationId organisation, Purpose purpose, URI address) {
        try {
            return hosts.has(organisation, purpose, Destination.of(address));
        } catch (NotAllowedOut _) {
            return false;
        }
    }

    /** The host of an address with its port, as it is stored and shown. @throws HostRefused for one nobody may allow */
    public String host(URI address) {
        try {
            Destination destination = Destination.of(address);
            gate.mustBePossible(destination);
            return destination.host() + ":" + destination.port();
        } catch (NotAllowedOut why) {
            throw new HostRefused(why);
        }
    }

    /**
     * Allows the host of an address for one purpose, in the caller's transaction.
     *
     * @throws HostRefused for one nobody may allow
     */
    @Transactional
    public void allow(SignedIn who, Purpose purpose, URI address) {
        host(address);
        try {
            allow(who, purpose, Destination.of(address));
        } catch (NotAllowedOut why) {
            throw new HostRefused(why);
        }
    }

    /** @param host such as {@code api.example.com} or {@code gpu.lan:8000} */
    @Transactional
    public void allow(SignedIn who, Purpose purpose, String host) {
        try {
            Destination destination = Destination.of(host);
            gate.mustBePossible(destination);
            allow(who, purpose, destination);
        } catch (NotAllowedOut why) {
            throw new HostRefused(why);
        }
    }

    private void allow(SignedIn who, Purpose purpose, Destination destination) {
        if (hosts.add(who.organisation(), who.person(), purpose, destination)) {
            audit.record(
                    who.organisation(),
                    who.person(),
                    "host.allowed",
                    "host:" + destination.host() + ":" + destination.port(),
                    Map.of("purpose", purpose.code()));
            afterCommit(() -> hosts.forget(who.organisation()));
        }
    }

    @Transactional
    public void disallow(SignedIn who, UUID id) {
        AllowedHosts.AllowedHost gone = hosts.all(who.organisation()).stream()
                .filter(host -> host.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("host"));
        hosts.remove(who.organisation(), id);
        audit.record(
                who.organisation(),
                who.person(),
                "host.disallowed",
                "host:" + gone.host() + ":" + gone.port(),
                Map.of("purpose", gone.purpose().code()));
        afterCommit(() -> hosts.forget(who.organisation()));
    }

    /** Takes back the leave for the host of an address, where there is one. */
    @Transactional
    public void disallow(SignedIn who, Purpose purpose, URI address) {
        Destination destination;
        try {
            destination = Destination.of(address);
        } catch (NotAllowedOut nobodyMay) {
            return;
        }
        hosts.all(who.organisation()).stream()
                .filter(host -> host.purpose() == purpose
                        && host.host().equals(destination.host())
                        && host.port() == destination.port())
                .forEach(host -> disallow(who, host.id()));
    }

    /** Opens a key, in a transaction of its own where there is none; empty where it was removed. */
    public Optional<Secret> key(OrganisationId organisation, KeyId id) {
        return OrganisationScope.within(organisation, () -> {
            Optional<Secret> found = transactions.execute(_ -> keys.open(organisation, id));
            return found == null ? Optional.empty() : found;
        });
    }

    @Transactional
    public boolean hasKey(OrganisationId organisation, KeyId id) {
        return keys.find(organisation, id).isPresent();
    }

    @Transactional
    public KeyId keep(SignedIn who, String name, String value) {
        KeyId id = new KeyId(ids.next());
        keys.add(who.organisation(), id, named(name), checked(value), who.person());
        audit.record(who.organisation(), who.person(), "key.set", "key:" + id, Map.of());
        return id;
    }

    @Transactional
    public void rotate(SignedIn who, KeyId id, Version seen, String value) {
        SealedKeys.KeyLine old = keys.find(who.organisation(), id).orElseThrow(() -> new NotFound("key"));
        seen.mustBe(old.version());
        keys.replace(who.organisation(), id, checked(value), who.person(), old.version());
        audit.record(who.organisation(), who.person(), "key.rotated", "key:" + id, Map.of());
        events.publishEvent(new KeyChanged(who.organisation(), id));
    }

    @Transactional
    public void forget(SignedIn who, KeyId id) {
        if (!keys.remove(who.organisation(), id)) {
            throw new NotFound("key");
        }
        audit.record(who.organisation(), who.person(), "key.removed", "key:" + id, Map.of());
        events.publishEvent(new KeyChanged(who.organisation(), id));
    }

    /** A new key of this organisation, under which the keys of other houses are sealed again. */
    @Transactional
    public void rotateKey() {
        OrganisationId organisation = OrganisationScope.current();
        keys.rotate(organisation);
        audit.record(organisation, null, "connections-key.rotated", "organisation:" + organisation, Map.of());
    }

    /** As {@link org.sellmeapen.tenancy.OrganisationKeys#rotateMaster}. */
    public int rotateMasterKey(List<OrganisationId> organisations) {
        return keys.rotateMaster(organisations, transactions);
    }

    /** In the transaction in which the organisation goes. */
    @EventListener
    void on(OrganisationDissolved dissolved) {
        hosts.removeAll(dissolved.organisation());
        keys.removeAll(dissolved.organisation());
        egress.removeAll(dissolved.organisation());
        afterCommit(() -> hosts.forget(dissolved.organisation()));
    }

    private static String named(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > 100 || plain.chars().anyMatch(Character::isISOControl)) {
            throw new NotValid("name", "A name has between 1 and 100 characters.");
        }
        return plain;
    }

    private static Secret checked(String value) {
        String plain = value.strip();
        boolean printable = plain.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t');
        if (plain.isEmpty() || plain.length() > LONGEST_KEY || !printable) {
            throw new NotValid(
                    "value", "A key has between 1 and " + LONGEST_KEY + " characters, each of which can be typed.");
        }
        return new Secret(plain);
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
