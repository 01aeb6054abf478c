package dev.emovox.serving.drift;

import dev.emovox.drift.DriftAlarm;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftWindow;
import dev.emovox.serving.model.LiveModel;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of drift at a moment.
 *
 * @param live the model that is watched; empty before there is one
 * @param filled clips in the window that is being filled
 * @param windows that have ended since the model went live
 * @param last the last of them
 * @param alarm after it
 * @param since when the alarm was raised or taken back for the last time
 */
public record DriftState(
    Optional<LiveModel> live,
    int filled,
    long windows,
    Optional<DriftWindow> last,
    DriftAlarm alarm,
    Optional<Instant> since) {

  /** Nothing was seen yet of a model. */
  static DriftState of(Optional<LiveModel> live) {
    return new DriftState(live, 0, 0, Optional.empty(), DriftAlarm.quiet(), Optional.empty());
  }

  /** What the model was like when it was made, if its package says so. */
  public Optional<DriftReference> reference() {
    return live.flatMap(model -> model.loaded().facts().driftReference());
  }

  DriftState filled(int clips) {
    return new DriftState(live, clips, windows, last, alarm, since);
  }

  DriftState after(DriftWindow window, DriftAlarm next, Instant now) {
    boolean changed = next.raised() != alarm.raised();
    return new DriftState(
        live, 0, windows + 1, Optional.of(window), next, changed ? Optional.of(now) : since);
  }
}
