package org.sellmeapen.voice;

/** Opens the tape of a call; one that writes nothing where nothing is recorded. */
interface CallTapes {

    Tape tape(Call call, Loop loop);
}
