package org.sellmeapen.signin;

import org.sellmeapen.tenancy.SignedIn;

/** Who asks, and by what they were recognised. The site keeps it with the request under {@link #ATTRIBUTE}. */
public record Recognised(SignedIn who, Credential credential) {
    public static final String ATTRIBUTE = "org.sellmeapen.signin.recognised";
}
