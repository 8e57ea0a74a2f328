package org.sellmeapen.connections;

import org.sellmeapen.kernel.OrganisationId;

/** A key of another house was rotated or removed: whoever holds it opened is to ask anew. Told inside the transaction. */
public record KeyChanged(OrganisationId organisation, KeyId key) {}
