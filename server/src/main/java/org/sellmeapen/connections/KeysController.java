package org.sellmeapen.connections;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of other houses. They come in and never go out; only how one ends is shown. */
@RestController
@RequestMapping("/api/v1/organisation/keys")
class KeysController {

    private final Connections connections;
    private final SealedKeys keys;
    private final TransactionOperations transactions;

    KeysController(Connections connections, SealedKeys keys, TransactionOperations transactions) {
        this.connections = connections;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** @param ending the last four characters; empty for a short key */
    record KeyView(UUID id, String name, String ending, UUID setBy, Instant setAt) {
        static KeyView of(SealedKeys.KeyLine line) {
            return new KeyView(
                    line.id(), line.name(), line.ending(), line.setBy().value(), line.setAt());
        }
    }

    record KeyList(List<KeyView> items) {}

    record NewKey(
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 8192) String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "NewKey[" + name + "]";
        }
    }

    record KeyValue(@NotNull @Size(max = 8192) String value) {

        /** Without it. */
        @Override
        public String toString() {
            return "KeyValue[]";
        }
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping
    KeyList all(SignedIn who) {
        List<SealedKeys.KeyLine> lines = transactions.execute(_ -> keys.all(who.organisation()));
        return new KeyList(
                lines == null ? List.of() : lines.stream().map(KeyView::of).toList());
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @GetMapping("/{id}")
    ResponseEntity<KeyView> one(@PathVariable UUID id, SignedIn who) {
        return answer(HttpStatus.OK, who, new KeyId(id));
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @PostMapping
    ResponseEntity<KeyView> add(@Valid @RequestBody NewKey key, SignedIn who) {
        return answer(HttpStatus.CREATED, who, connections.keep(who, key.name(), key.value()));
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @PutMapping("/{id}")
    ResponseEntity<KeyView> rotate(
            @PathVariable UUID id,
            @Valid @RequestBody KeyValue value,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        KeyId key = new KeyId(id);
        find(who, key);
        connections.rotate(who, key, Version.ofIfMatch(ifMatch), value.value());
        return answer(HttpStatus.OK, who, key);
    }

    @Needs(Permission.MANAGE_ORGANISATION)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, SignedIn who) {
        connections.forget(who, new KeyId(id));
    }

    private ResponseEntity<KeyView> answer(HttpStatus status, SignedIn who, KeyId id) {
        SealedKeys.KeyLine line = find(who, id);
        return ResponseEntity.status(status)
                .eTag(new Version(line.version()).etag())
                .body(KeyView.of(line));
    }

    private SealedKeys.KeyLine find(SignedIn who, KeyId id) {
        SealedKeys.KeyLine line =
                transactions.execute(_ -> keys.find(who.organisation(), id).orElseThrow(() -> new NotFound("key")));
        return java.util.Objects.requireNonNull(line);
    }
}
