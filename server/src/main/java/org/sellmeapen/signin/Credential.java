package org.sellmeapen.signin;

import java.util.Set;
import java.util.UUID;

/** By what somebody was recognised. */
public sealed interface Credential {

    UUID id();

    /** @param csrfToken what a page of ours sends back with each change; others cannot read it */
    record Browser(UUID id, String csrfToken) implements Credential {}

    record Token(UUID id, Set<TokenScope> scopes) implements Credential {
        public Token {
            scopes = Set.copyOf(scopes);
        }

        public boolean mayChange() {
            return scopes.contains(TokenScope.WRITE) || scopes.contains(TokenScope.ADMIN);
        }
    }
}
