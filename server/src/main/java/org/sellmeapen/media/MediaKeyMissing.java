package org.sellmeapen.media;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;

/** The key file in the data folder is not the one under which this organisation's key was wrapped. */
public final class MediaKeyMissing extends Problem {
    MediaKeyMissing(OrganisationId organisation) {
        super(
                Kind.OPERATOR,
                "media-key-missing",
                500,
                "The file keys/media of the data folder does not open the recordings of organisation " + organisation
                        + ". Bring back the file that belongs to this database.");
    }
}
