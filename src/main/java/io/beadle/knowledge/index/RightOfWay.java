package io.beadle.knowledge.index;

import java.util.concurrent.TimeUnit;

/** Lets work in the background wait while people's questions are computed. */
final class RightOfWay {
    /** So that a day of steady questions does not keep the policies of yesterday in use. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private int questions;

    synchronized void begin() {
        questions++;
    }

    synchronized void end() {
        questions--;
        notifyAll();
    }

    /** Returns when no question is computed, or after 200 ms. */
    synchronized void giveWay() {
        long end = System.nanoTime() + LONGEST_NANOS;
        try {
            for (long left = LONGEST_NANOS; questions > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
