package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches the clips of one model: fills windows that do not overlap, compares each with the
 * reference, and moves the alarm. Safe for use by several threads; the comparison is made by the
 * one whose clip fills a window.
 */
public final class DriftMonitor {
  private static final int SMALLEST_WINDOW = 50;

  private final Observations reference;
  private final Rule rule;
  private final List<Observation> window = new ArrayList<>();
  private DriftAlarm alarm = DriftAlarm.quiet();

  /**
   * A monitor that has seen nothing.
   *
   * @param reference what the model heard and said of the data that it was validated on
   */
  public DriftMonitor(Observations reference, Rule rule) {
    this.reference = reference;
    this.rule = rule;
  }

  /** Adds a clip; the result is there if it has filled a window. */
  public synchronized Optional<Result> add(Observation clip) {
    if (clip.label() >= reference.classes()) {
      throw new InvalidInputException(
          "A clip was answered with class %d of a model with %d."
              .formatted(clip.label(), reference.classes()));
    }
    window.add(clip);
    if (window.size() < rule.window()) {
      return Optional.empty();
    }
    DriftComparison comparison =
        DriftComparison.of(reference, new Observations(window, reference.classes()));
    window.clear();
    DriftAlarm before = alarm;
    alarm = alarm.after(comparison.largest(rule.significance()), rule.hysteresis());
    return Optional.of(new Result(comparison, alarm, alarm.raised() != before.raised()));
  }

  /**
   * How it is watched.
   *
   * @param window clips of a window, at least 50
   * @param significance p-value below which a shift is hardly chance, in (0, 1)
   * @param hysteresis when the alarm is raised and taken back
   */
  public record Rule(int window, double significance, Hysteresis hysteresis) {
    public Rule {
      if (window < SMALLEST_WINDOW || !(significance > 0 && significance < 1)) {
        throw new InvalidInputException(
            "Drift needs windows of at least %d clips (%d) and a significance between 0 and 1 (%s)."
                .formatted(SMALLEST_WINDOW, window, significance));
      }
    }
  }

  /**
   * What a full window tells.
   *
   * @param comparison how far it is from the reference
   * @param alarm the alarm after it
   * @param changed whether the alarm was raised or taken back by it
   */
  public record Result(DriftComparison comparison, DriftAlarm alarm, boolean changed) {}
}
