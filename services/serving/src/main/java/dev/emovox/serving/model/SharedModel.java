package dev.emovox.serving.model;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A live model with a count of those who use it: the holder while it is the current one, and every
 * request in flight. Closed when the count falls to zero, and never acquired after that.
 */
final class SharedModel {
  private final LiveModel live;
  private final AtomicInteger users = new AtomicInteger(1);

  SharedModel(LiveModel live) {
    this.live = live;
  }

  LiveModel live() {
    return live;
  }

  /** Adds a user, unless the model is closed already. */
  boolean acquire() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /** Takes a user away; the last one closes the model. */
  void release() {
    if (users.decrementAndGet() == 0) {
      live.loaded().model().close();
    }
  }
}
