package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * How a version must compare, on the same test clips, with the version that is served.
 *
 * @param notBetter the champion must not be better beyond chance
 * @param nonInferior the version must be shown to be no worse than by a margin
 * @param split whose test part; each model's own split if left out
 * @param whenIncomparable what follows if the two were tested on other clips; a test that is
 *     missing or can't be relied on fails the check in any case
 */
public record ChampionRule(
    Optional<NotBetter> notBetter,
    Optional<NonInferior> nonInferior,
    Optional<String> split,
    @JsonProperty(defaultValue = "fail") Incomparable whenIncomparable) {

  public ChampionRule {
    if (notBetter.isEmpty() && nonInferior.isEmpty()) {
      throw new IllegalArgumentException("give not_better or non_inferior, or leave champion out");
    }
  }

  /** What to do about models that were tested on other clips. */
  public enum Incomparable {
    /** The check has failed. */
    FAIL,
    /** The check has passed; the report says that nothing was compared. */
    PASS
  }

  /**
   * McNemar's exact test must not show that the champion is right more often. With few clips it
   * shows nothing, so this lets pass what {@link NonInferior} would not.
   *
   * @param significance largest two-sided probability that counts as shown
   */
  public record NotBetter(@JsonProperty(defaultValue = "0.05") double significance) {
    public NotBetter {
      Shares.requireInside("significance", significance);
    }
  }

  /**
   * The lower end of the paired bootstrap's interval of the difference (version less champion) must
   * lie above minus the margin.
   *
   * @param metric which score
   * @param margin largest loss that is put up with, from 0 to 1
   * @param confidence of the two-sided interval; 0.90 is a one-sided test at 5 %
   */
  public record NonInferior(
      @JsonProperty(defaultValue = "unweighted_average_recall") GateMetric metric,
      double margin,
      @JsonProperty(defaultValue = "0.90") double confidence) {
    public NonInferior {
      Shares.require("margin", margin);
      Shares.requireInside("confidence", confidence);
    }
  }
}
