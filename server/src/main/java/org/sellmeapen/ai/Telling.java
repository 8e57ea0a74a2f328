package org.sellmeapen.ai;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an adapter does and tells, one thing at a time: whoever hands in work while another thread works leaves it to that
 * one. So adapters need no locks, and a listener is never called by two threads at once.
 */
public final class Telling {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    public void run(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (working) {
                return;
            }
            working = true;
        }
        while (true) {
            Runnable next;
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    working = false;
                    return;
                }
            }
            try {
                next.run();
            } catch (RuntimeException e) {
                log.error("a listener of an ear failed", e); // the ear goes on for the others
            }
        }
    }
}
