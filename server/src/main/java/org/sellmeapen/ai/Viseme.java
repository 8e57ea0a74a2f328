package org.sellmeapen.ai;

/** The fifteen mouth shapes that avatars commonly have. */
public enum Viseme {
    SIL,
    PP,
    FF,
    TH,
    DD,
    KK,
    CH,
    SS,
    NN,
    RR,
    AA,
    E,
    I,
    O,
    U
}
