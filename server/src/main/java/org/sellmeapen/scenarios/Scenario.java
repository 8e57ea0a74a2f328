package org.sellmeapen.scenarios;

/**
 * A scenario that passed every check.
 *
 * @param digest SHA-256 of the snapshot, in lower-case hexadecimal digits
 * @param snapshot the canonical text: JSON with sorted names, so that comments and layout do not change the digest;
 *     {@link Scenarios#fromSnapshot} reads it back
 */
public record Scenario(ScenarioAddress address, String digest, String snapshot, Script script) {

    public String id() {
        return address.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scenario that && address.equals(that.address) && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return address + " " + digest.substring(0, 12);
    }
}
