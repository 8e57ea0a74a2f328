package org.sellmeapen.connections;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an organisation lets something go, and for what. Nothing to begin with. */
@RestController
@RequestMapping("/api/v1/organisation/allowed-hosts")
class AllowedHostsController {

    private final Connections connections;
    private final AllowedHosts hosts;
    private final TransactionOperations transactions;

    AllowedHostsController(Connections connections, AllowedHosts hosts, TransactionOperations transactions) {
        this.connections = connections;
        this.hosts = hosts;
        this.transactions = transactions;
    }

    record HostView(UUID id, Purpose purpose, String host, int port, UUID allowedBy, Instant allowedAt) {}

    record HostList(List<HostView> items) {}

    /** @param host with its port, unless that is 443 */
    record NewHost(
            @NotNull @Size(max = 20) String purpose,
            @NotNull @Size(max = 260) String host) {}

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping
    HostList all(SignedIn who) {
        List<AllowedHosts.AllowedHost> all = transactions.execute(_ -> hosts.all(who.organisation()));
        return new HostList(
                all == null
                        ? List.of()
                        : all.stream()
                                .map(host -> new HostView(
                                        host.id(),
                                        host.purpose(),
                                        host.host(),
                                        host.port(),
                                        host.by().value(),
                                        host.at()))
                                .toList());
    }

    /** Allowing what is allowed already changes nothing. */
    @Needs(Permission.MANAGE_ORGANISATION)
    @PostMapping
    HostList allow(@Valid @RequestBody NewHost host, SignedIn who) {
        connections.allow(who, Purpose.ofCode(host.purpose()), host.host());
        return all(who);
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disallow(@PathVariable UUID id, SignedIn who) {
        connections.disallow(who, id);
    }
}
