package dev.emovox.serving.challenger;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.prediction.StandInListener;

/**
 * Follows the alias of the challenger, and takes a challenger back that fails too often: from then
 * on the champion answers all, until the alias points elsewhere. Without a share nothing is
 * followed.
 *
 * <p>{@link #poll()} is for one thread; the rest may be called by any.
 */
public final class Challenger implements StandInListener {
  private final ModelWatcher watcher;
  private final Shares shares;
  private final FailureCount failures;
  private final ChallengerListener listener;

  /**
   * Makes it.
   *
   * @param watcher of the challenger's alias
   */
  public Challenger(
      ModelWatcher watcher, Shares shares, FailureCount failures, ChallengerListener listener) {
    this.watcher = watcher;
    this.shares = shares;
    this.failures = failures;
    this.listener = listener;
  }

  /** How much there is to do for one. */
  public Shares shares() {
    return shares;
  }

  /** What the last look at the alias found. */
  public ModelStatus status() {
    return watcher.status();
  }

  /** Looks at the alias once, if there is a share. Throws nothing. */
  public void poll() {
    if (!shares.none()) {
      watcher.poll();
    }
  }

  @Override
  public void stoodIn(LiveModel challenger, Throwable failure) {
    failed(challenger, failure);
  }

  /** Counts what the challenger could not answer and the champion could. */
  void failed(LiveModel challenger, Throwable failure) {
    listener.failed(challenger, failure);
    boolean refused = failure instanceof UnusableAudioException;
    if (!refused && failures.add(challenger)) {
      FailureLimit limit = failures.limit();
      watcher.withdraw(
          challenger,
          "it failed %d times within %s while it was tried, the last time with: %s"
              .formatted(limit.failures(), limit.within(), failure));
    }
  }
}
