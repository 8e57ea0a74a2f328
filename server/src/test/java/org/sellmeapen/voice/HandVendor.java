package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** A leg that writes down what it is told. */
final class HandVendor implements Vendor {
    final Told told;
    long bytes;

    private final List<String> orders;
    private final List<String> asked;

    HandVendor(Told told, List<String> orders, List<String> asked) {
        this.told = told;
        this.orders = orders;
        this.asked = asked;
    }

    @Override
    public long sentMs() {
        return bytes / 48;
    }

    @Override
    public void audio(ByteBuf pcm) {
        bytes += pcm.readableBytes();
    }

    @Override
    public void commit(boolean answered) {
        orders.add("commit");
    }

    @Override
    public void ask(int turn, String instructions) {
        orders.add("ask " + turn);
        asked.add(instructions);
    }

    @Override
    public void instruct(String instructions) {
        orders.add("instruct");
        asked.add(instructions);
    }

    @Override
    public void typed(String text) {
        orders.add("typed " + text);
    }

    @Override
    public void remember(boolean byPerson, String text) {
        orders.add("remember " + text);
    }

    @Override
    public void stop(long heardMs) {
        orders.add("stop " + heardMs);
    }

    @Override
    public void flow(boolean on) {
        orders.add("flow " + on);
    }

    @Override
    public void close() {
        orders.add("close");
    }
}
