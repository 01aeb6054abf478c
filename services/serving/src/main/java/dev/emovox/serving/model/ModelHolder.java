package dev.emovox.serving.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds a model that answers, and replaces it in one step. A request takes a lease and keeps its
 * model to the end; a replaced model is closed when its last lease is.
 *
 * <p>Safe for use by several threads; nothing here waits.
 */
public final class ModelHolder implements AutoCloseable {
  private final ModelRole role;
  private final AtomicReference<SharedModel> current = new AtomicReference<>();

  /** Holds nothing yet. */
  public ModelHolder(ModelRole role) {
    this.role = role;
  }

  /** The part of every model that it holds. */
  public ModelRole role() {
    return role;
  }

  /** The model that answers now, for showing; to predict, take a {@link #lease()}. */
  public Optional<LiveModel> current() {
    return Optional.ofNullable(current.get()).map(SharedModel::live);
  }

  /** A lease on the model that answers now; empty until there is one. */
  public Optional<ModelLease> lease() {
    // A model that was closed between the two steps has been replaced: look again.
    for (SharedModel shared = current.get(); shared != null; shared = current.get()) {
      if (shared.acquire()) {
        return Optional.of(new ModelLease(shared));
      }
    }
    return Optional.empty();
  }

  /** Makes {@code next} the model of every lease from now on. */
  public void swap(LiveModel next) {
    retire(current.getAndSet(new SharedModel(next)));
  }

  /** Lets that model go, unless another has replaced it; leases that are out stay good. */
  public void release(LiveModel live) {
    SharedModel shared = current.get();
    if (shared != null && shared.live().equals(live) && current.compareAndSet(shared, null)) {
      shared.release();
    }
  }

  /** Lets the model go; leases that are out stay good. */
  @Override
  public void close() {
    retire(current.getAndSet(null));
  }

  private static void retire(SharedModel previous) {
    if (previous != null) {
      previous.release();
    }
  }
}
