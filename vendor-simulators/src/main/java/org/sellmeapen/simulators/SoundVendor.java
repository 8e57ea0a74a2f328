package org.sellmeapen.simulators;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One vendor of ears or mouths: its addresses, its keys, its words when it refuses. */
interface SoundVendor {

    /** Who looks at what is sent, and notes what is wrong with it. */
    interface Desk {

        /** Holds a body, or a message of a socket, to the rule of this name. */
        void check(String rule, JsonNode body);

        /** Holds the names in a query to those of the rule. */
        void checkQuery(String rule, Request request);

        void fault(String what);

        /** What is understood of so much sound. */
        String understood(int ms);

        /** A socket was left in good order. */
        void goodbye();

        /** Some time passes in which the other side waits in vain. */
        void hangs();

        /** What is to be spoken. */
        void text(String text);
    }

    String id();

    default String prefix() {
        return "";
    }

    default String key() {
        return "simulated-key-0123456789";
    }

    /** The key as it was sent; empty where none was. */
    String keyOf(Request request);

    /** What whoever comes with a wrong key is answered. */
    default int strangerStatus() {
        return 401;
    }

    default String strangerWords(String key) {
        return "Incorrect API key provided: " + key + ".";
    }

    default boolean needsKey() {
        return true;
    }

    /** @return null where there is no such address */
    @Nullable
    Work work(Request request, Desk desk, Manner manner);

    /** @return its body, JSON */
    String refusal(int status, String message);
}
