package dev.emovox.serving.model;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use one model until the lease is closed, whatever the registry says meanwhile. For
 * one request; close it in the same {@code try} that took it.
 */
public final class ModelLease implements AutoCloseable {
  private final SharedModel shared;
  private final AtomicBoolean open = new AtomicBoolean(true);

  ModelLease(SharedModel shared) {
    this.shared = shared;
  }

  /** The leased model. */
  public LiveModel live() {
    return shared.live();
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      shared.release();
    }
  }
}
