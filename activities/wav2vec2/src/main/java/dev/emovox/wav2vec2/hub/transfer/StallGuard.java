package dev.emovox.wav2vec2.hub.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Closes a stream that has been silent for too long, since the client has no limit for that: a read
 * that waits then ends.
 */
final class StallGuard implements AutoCloseable {
  private final InputStream watched;
  private final long silenceNanos;
  private final Thread thread;
  private volatile long lastNanos = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream watched, Duration silence) {
    this.watched = watched;
    this.silenceNanos = silence.toNanos();
    this.thread = new Thread(this::watch, "hub-stall-guard");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something came. */
  void alive() {
    lastNanos = System.nanoTime();
  }

  boolean hasStalled() {
    return stalled;
  }

  private void watch() {
    try {
      for (long left = left(); left > 0; left = left()) {
        Thread.sleep(Duration.ofNanos(left).toMillis() + 1);
      }
      stalled = true;
      watched.close();
    } catch (InterruptedException e) {
      // The transfer has ended, and the guard with it.
    } catch (IOException e) {
      // It is as closed as it can be.
    }
  }

  private long left() {
    return silenceNanos - (System.nanoTime() - lastNanos);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
