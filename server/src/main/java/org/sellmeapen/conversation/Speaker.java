package org.sellmeapen.conversation;

/** Who says a turn. The seller's side is always {@code rep}, whichever chair the person took. */
public enum Speaker {
    REP,
    BUYER;

    /** The word in JSON and on the command line: {@code rep} or {@code buyer}. */
    public String code() {
        return this == REP ? "rep" : "buyer";
    }

    public Speaker other() {
        return this == REP ? BUYER : REP;
    }
}
