package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.time.Duration;

/**
 * How a model is watched.
 *
 * @param clips of a full window, at least {@link #FEWEST_CLIPS}
 * @param longest after this time a window ends with fewer clips, if it has {@link #FEWEST_CLIPS}
 * @param significance p-value below which a shift is hardly chance, in (0, 1)
 * @param hysteresis when the alarm is raised and taken back
 */
public record DriftRule(int clips, Duration longest, double significance, Hysteresis hysteresis) {
  /** A smaller window says too little. */
  public static final int FEWEST_CLIPS = 50;

  private static final int MOST_CLIPS = 100_000;

  public DriftRule {
    if (clips < FEWEST_CLIPS
        || clips > MOST_CLIPS
        || !(significance > 0 && significance < 1)
        || longest.isNegative()
        || longest.isZero()) {
      throw new InvalidInputException(
          "Drift needs windows of %d to %d clips (%d), a time above 0 after which they end (%s), and a significance between 0 and 1 (%s)."
              .formatted(FEWEST_CLIPS, MOST_CLIPS, clips, longest, significance));
    }
  }
}
