package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.settings.StrictYaml;
import java.util.List;
import java.util.Optional;

/**
 * A gate, as {@code configs/gates/NAME.yaml} says it.
 *
 * @param description for people
 * @param betterThanChance whether the lower end of the interval of the unweighted average recall
 *     must lie above one divided by the number of classes
 * @param scores least scores on all test clips
 * @param corpora least scores by corpus
 * @param classes least recalls
 * @param champion the comparison with what is served
 * @param audit whether the audit is asked
 * @param budgets size and time
 * @param approval whether a person must agree, too
 * @param acknowledgeWithinSeconds how long the prediction service is watched until it answers with
 *     the version; 0 for not at all
 */
public record GateSettings(
    Optional<String> description,
    @JsonProperty(defaultValue = "false") boolean betterThanChance,
    @JsonProperty(defaultValue = "[]") List<ScoreLimit> scores,
    @JsonProperty(defaultValue = "[]") List<CorpusLimit> corpora,
    @JsonProperty(defaultValue = "[]") List<ClassLimit> classes,
    Optional<ChampionRule> champion,
    @JsonProperty(defaultValue = "off") AuditUse audit,
    Optional<Budgets> budgets,
    Optional<ApprovalRule> approval,
    @JsonProperty(defaultValue = "60") int acknowledgeWithinSeconds) {
  private static final int LONGEST_WATCH = 3600;

  public GateSettings {
    if (acknowledgeWithinSeconds < 0 || acknowledgeWithinSeconds > LONGEST_WATCH) {
      throw new IllegalArgumentException(
          "acknowledge_within_seconds must be between 0 and " + LONGEST_WATCH);
    }
    boolean demands =
        betterThanChance
            || champion.isPresent()
            || audit != AuditUse.OFF
            || budgets.isPresent()
            || approval.isPresent();
    if (!demands && scores.isEmpty() && corpora.isEmpty() && classes.isEmpty()) {
      throw new IllegalArgumentException(
          "the gate demands nothing; `promote --gate none --reason …` says so openly");
    }
  }

  /**
   * Reads a gate.
   *
   * @param sourceName what messages call the text
   * @throws dev.emovox.domain.InvalidInputException if it is not one, with line and key
   */
  public static GateSettings read(String text, String sourceName) {
    return new StrictYaml().read(text, sourceName, GateSettings.class);
  }
}
