package org.sellmeapen.voice;

import java.util.UUID;

/** The lines that are open on this node. */
interface OpenLines {

    /** Has the line of that conversation look how it stands; nothing where there is none. */
    void look(UUID conversation);
}
