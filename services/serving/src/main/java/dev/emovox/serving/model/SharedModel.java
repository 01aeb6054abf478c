package dev.emovox.serving.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * A live model with a count of those who use it: the holder while it is the current one, and every
 * request in flight. Closed when the count falls to zero, and never acquired after that.
 */
final class SharedModel {
  private static final Logger LOG = Logger.getLogger(SharedModel.class);

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
      close();
    }
  }

  /** The last user is a request that was answered, which must not fail for what comes after. */
  private void close() {
    try {
      live.loaded().model().close();
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s could not be freed, which is a bug", live.pointer().describe());
    }
  }
}
