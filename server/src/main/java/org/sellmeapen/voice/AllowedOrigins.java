package org.sellmeapen.voice;

/** Whose pages may open a socket with a browser's sign-in, beside the very page that was given the ticket. */
@FunctionalInterface
public interface AllowedOrigins {

    boolean allows(String origin);
}
