package dev.emovox.serving.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftRule;
import dev.emovox.drift.ReferencePart;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelIdentity;
import java.time.Instant;
import java.util.List;

/**
 * What is known of drift.
 *
 * @param state {@code off}, {@code no_model}, {@code no_reference} if the model's package has none,
 *     {@code watching} or {@code alarm}
 * @param model the model that is watched
 * @param reference of which clips its reference is
 * @param window that is being filled
 * @param thresholds of the alarm
 * @param alarm how the alarm stands
 * @param quantities of the last window that has ended; empty before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftDocument(
    String state,
    Model model,
    Reference reference,
    Window window,
    Thresholds thresholds,
    Alarm alarm,
    List<QuantityDocument> quantities) {

  /** Which model is watched. */
  public record Model(String name, String version, String digest) {
    static Model of(ModelIdentity identity) {
      return new Model(identity.name(), identity.version(), identity.digest().toString());
    }
  }

  /**
   * Of which clips a reference is.
   *
   * @param inputs the clips that were heard
   * @param outputs those that the model answered
   */
  public record Reference(ReferencePart inputs, ReferencePart outputs) {
    static Reference of(DriftReference reference) {
      return new Reference(reference.inputs(), reference.outputs());
    }
  }

  /**
   * The window that is being filled.
   *
   * @param clips it has
   * @param size it ends with so many
   * @param seconds or after this time, if it has a few
   * @param ended windows before it since the model went live
   */
  public record Window(int clips, int size, double seconds, long ended) {}

  /**
   * When the alarm is raised and taken back.
   *
   * @param raise index of stability
   * @param clear index of stability
   * @param windows in a row
   * @param significance p-value below which a shift counts
   */
  public record Thresholds(double raise, double clear, int windows, double significance) {
    static Thresholds of(DriftRule rule) {
      return new Thresholds(
          rule.hysteresis().raise(),
          rule.hysteresis().clear(),
          rule.hysteresis().windows(),
          rule.significance());
    }
  }

  /**
   * How the alarm stands.
   *
   * @param raised whether it is raised
   * @param windows in a row that spoke for the other state
   * @param since when it was last raised or taken back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Alarm(boolean raised, int windows, Instant since) {}

  static DriftDocument of(DriftState state, DriftSettings settings) {
    DriftRule rule = settings.rule();
    return new DriftDocument(
        word(state, settings),
        state.live().map(LiveModel::identity).map(Model::of).orElse(null),
        state.reference().map(Reference::of).orElse(null),
        new Window(
            state.filled(), rule.clips(), rule.longest().toMillis() / 1000.0, state.windows()),
        Thresholds.of(rule),
        new Alarm(state.alarm().raised(), state.alarm().streak(), state.since().orElse(null)),
        state.last().map(window -> QuantityDocument.of(window, rule)).orElse(List.of()));
  }

  private static String word(DriftState state, DriftSettings settings) {
    if (!settings.enabled()) {
      return "off";
    }
    if (state.live().isEmpty()) {
      return "no_model";
    }
    if (state.reference().isEmpty()) {
      return "no_reference";
    }
    return state.alarm().raised() ? "alarm" : "watching";
  }
}
