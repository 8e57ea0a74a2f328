package org.sellmeapen.voice;

/** The open port for voice. */
interface Listener {

    /** 0 while it is closed. */
    int port();
}
