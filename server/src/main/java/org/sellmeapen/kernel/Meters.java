package org.sellmeapen.kernel;

/** Figures that an operator watches, of all organisations together. Each room with some has one. */
public interface Meters {

    /** In Prometheus's text format 0.0.4. */
    String text();
}
