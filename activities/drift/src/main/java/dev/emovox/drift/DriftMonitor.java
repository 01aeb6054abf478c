package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches the clips of one model: fills windows that do not overlap, compares each with the
 * reference, and moves the alarm. For one thread.
 */
public final class DriftMonitor {
  private final DriftReference reference;
  private final DriftRule rule;
  private final List<Observation> window = new ArrayList<>();
  private Instant begun = Instant.MAX;
  private DriftAlarm alarm = DriftAlarm.quiet();

  /** A monitor that has seen nothing. */
  public DriftMonitor(DriftReference reference, DriftRule rule) {
    this.reference = reference;
    this.rule = rule;
  }

  /**
   * Adds a clip; the result is there if that ends a window.
   *
   * @throws InvalidInputException if it has a class that the model has not; then it is left out
   */
  public Optional<Result> add(Observation clip, Instant now) {
    int classes = reference.labels().size();
    if (clip.verdict().label() >= classes) {
      throw new InvalidInputException(
          "A clip was answered with class %d of a model with %d."
              .formatted(clip.verdict().label(), classes));
    }
    if (window.isEmpty()) {
      begun = now;
    }
    window.add(clip);
    return look(now);
  }

  /** Ends the window if it is full, or its time is over and it has enough clips. */
  public Optional<Result> look(Instant now) {
    boolean over =
        window.size() >= DriftRule.FEWEST_CLIPS && !now.isBefore(begun.plus(rule.longest()));
    return over || window.size() >= rule.clips() ? Optional.of(end()) : Optional.empty();
  }

  private Result end() {
    DriftWindow comparison = DriftWindow.of(reference, window);
    window.clear();
    DriftAlarm before = alarm;
    alarm = alarm.after(comparison.largest(rule.significance()), rule.hysteresis());
    return new Result(comparison, alarm, alarm.raised() != before.raised());
  }

  /** Clips in the window that is being filled. */
  public int filled() {
    return window.size();
  }

  /**
   * What a window tells.
   *
   * @param window how far it is from the reference
   * @param alarm the alarm after it
   * @param changed whether the alarm was raised or taken back by it
   */
  public record Result(DriftWindow window, DriftAlarm alarm, boolean changed) {}
}
