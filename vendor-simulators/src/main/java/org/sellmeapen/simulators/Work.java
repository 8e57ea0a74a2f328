package org.sellmeapen.simulators;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a vendor of speech makes of a request. */
sealed interface Work {

    /** Sound in pieces, plain or packed into text. @param midway an error where the vendor tells one in the middle */
    record Pieces(String contentType, List<byte[]> pieces, byte[] midway) implements Work {}

    record Whole(JsonNode body) implements Work {}

    /** Goes on as a socket. */
    record Live(Talking talking) implements Work {}

    /** How it behaves may change while it goes on. */
    @FunctionalInterface
    interface Talking {
        void talk(Talk talk, Reply reply, Supplier<Manner> manner) throws IOException;
    }
}
