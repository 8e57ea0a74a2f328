package org.sellmeapen.conversation;

/** Which chair the person takes; the counterpart takes the other one. */
public enum Seat {
    SELLER,
    BUYER;

    /** The word in JSON: {@code seller} or {@code buyer}. */
    public String code() {
        return this == SELLER ? "seller" : "buyer";
    }

    /** The speaker the person is in the record. */
    public Speaker person() {
        return this == SELLER ? Speaker.REP : Speaker.BUYER;
    }

    public Speaker counterpart() {
        return person().other();
    }
}
