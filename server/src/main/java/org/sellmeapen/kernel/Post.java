package org.sellmeapen.kernel;

/** Sends letters to people outside the house. Declared here so that every floor can call it; {@code notifications} implements it. */
public interface Post {

    /** False where no mail is configured; the caller then shows what it would have sent, or says so. */
    boolean delivers();

    /**
     * Hands a letter over; call it after the transaction that made its content true. Never throws for trouble with the
     * mail: that is logged, and the answer is false.
     */
    boolean send(Letter letter);

    /** @param id makes a repeated sending recognisable: it becomes the Message-ID */
    record Letter(String id, String to, String subject, String text) {}
}
