package org.sellmeapen.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that goes on when a test says so. Who pauses does not wait; that it paused is kept. */
public final class TurnedTime implements Timing {

    private final List<Plan> plans = new ArrayList<>();
    private Duration now = Duration.ZERO;
    public final List<Duration> pauses = new CopyOnWriteArrayList<>();

    private record Plan(Duration at, Runnable task) {}

    @Override
    public Runnable after(Duration delay, Runnable task) {
        synchronized (plans) {
            Plan plan = new Plan(now.plus(delay), task);
            plans.add(plan);
            plans.notifyAll();
            return () -> {
                synchronized (plans) {
                    plans.remove(plan);
                }
            };
        }
    }

    @Override
    public void pause(Duration length) {
        pauses.add(length);
    }

    /** Waits until so much is planned; a test that has waited for long in vain fails. */
    public void awaitPlanned(int number) throws InterruptedException {
        synchronized (plans) {
            while (plans.size() < number) {
                plans.wait();
            }
        }
    }

    public void turn(Duration by) {
        List<Plan> due;
        synchronized (plans) {
            now = now.plus(by);
            due = plans.stream().filter(plan -> plan.at().compareTo(now) <= 0).toList();
            plans.removeAll(due);
        }
        due.forEach(plan -> plan.task().run());
    }
}
