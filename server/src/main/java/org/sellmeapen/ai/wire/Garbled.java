package org.sellmeapen.ai.wire;

import java.io.IOException;

/** What came is no answer of this vendor's kind. */
public final class Garbled extends IOException {

    public Garbled(String what) {
        super(what);
    }
}
