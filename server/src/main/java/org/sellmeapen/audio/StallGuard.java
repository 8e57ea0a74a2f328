package org.sellmeapen.audio;

import java.time.Duration;

/** Kills a process that lets its reader wait too long. Whoever reads slowly is not its fault. */
final class StallGuard {

    private static final long LOOKS_EVERY_MS = 100;

    private final Process process;
    private final long patience;
    private volatile long waitingSince;
    private volatile boolean struck;
    private volatile boolean over;
    private final Thread thread;

    StallGuard(Process process, Duration patience) {
        this.process = process;
        this.patience = patience.toNanos();
        thread = Thread.ofVirtual().name("decoder guard").start(this::watch);
    }

    private void watch() {
        while (!over && process.isAlive()) {
            long since = waitingSince;
            if (since != 0 && System.nanoTime() - since > patience) {
                struck = true;
                process.destroyForcibly();
                return;
            }
            try {
                Thread.sleep(LOOKS_EVERY_MS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    void waiting() {
        waitingSince = Math.max(1, System.nanoTime());
    }

    void served() {
        waitingSince = 0;
    }

    boolean struck() {
        return struck;
    }

    void close() {
        over = true;
        thread.interrupt();
    }
}
