package org.sellmeapen.ai;

import java.util.List;

/** Asks a vendor which models it has for this key. Thread-safe. */
public interface ModelList {

    String id();

    /** Their names as {@code model} takes them, sorted; all kinds, since few vendors say what one is for. */
    List<String> models() throws ModelFailed, InterruptedException;
}
