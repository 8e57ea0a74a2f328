package org.sellmeapen.connections;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, counted as it is read; closing it closes the connection. */
final class CountedStream extends FilterInputStream {

    private final Leaving leaving;

    CountedStream(InputStream body, Leaving leaving) {
        super(body);
        this.leaving = leaving;
    }

    @Override
    public int read() throws IOException {
        int value = trying(() -> in.read());
        counted(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return counted(trying(() -> in.read(into, from, length)));
    }

    @Override
    public long skip(long length) throws IOException {
        return skipping(length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            leaving.ended(Leaving.State.ENDED);
        }
    }

    private long skipping(long length) throws IOException {
        byte[] away = new byte[(int) Math.min(length, 8_192)];
        int read = away.length == 0 ? 0 : read(away, 0, away.length);
        return Math.max(0, read);
    }

    private int counted(int read) {
        if (read < 0) {
            leaving.ended(Leaving.State.ENDED);
        } else {
            leaving.received(read);
        }
        return read;
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }

    private int trying(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException broken) {
            leaving.ended(Leaving.State.FAILED);
            throw broken;
        }
    }
}
