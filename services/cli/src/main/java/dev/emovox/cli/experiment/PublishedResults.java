package dev.emovox.cli.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.StrictYaml;
import java.util.List;
import java.util.Optional;

/**
 * Figures that others published of the same experiment, to be shown beside this one's. All are
 * shares from 0 to 1, and losses.
 *
 * @param source where they were published
 * @param split the split that they are of
 * @param comparison the tests of all models, if they were published
 * @param stages what was published of stages of fine-tuning
 */
public record PublishedResults(
    String source,
    String split,
    Optional<Comparison> comparison,
    @JsonProperty(defaultValue = "[]") List<Stage> stages) {

  /**
   * Models on the test part.
   *
   * @param title of the table
   * @param models in the table's order
   */
  public record Comparison(String title, List<Model> models) {}

  /**
   * One model on the test part.
   *
   * @param model its name in this experiment
   */
  public record Model(String model, double accuracy, double weightedF1) {}

  /**
   * The epochs of a stage.
   *
   * @param title of the table
   * @param network its name in this experiment
   * @param stage its name in this experiment
   * @param selectedEpoch the one that was gone on from, or tested; from 1
   * @param epochs in their order
   */
  public record Stage(
      String title, String network, String stage, int selectedEpoch, List<Epoch> epochs) {}

  /** An epoch on the validation part. */
  public record Epoch(double loss, double accuracy) {}

  /** The figures in a run's record; none if it has none, or is of another version. */
  public static Optional<PublishedResults> of(ExperimentPlan plan) {
    try {
      return new StrictYaml()
          .read(plan.configuration(), "the run's record", ExperimentFile.class)
          .published();
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** What was published of a stage of a network on a split. */
  public Optional<Stage> stage(String network, String itsSplit, String stage) {
    return stages.stream()
        .filter(its -> split.equals(itsSplit))
        .filter(its -> its.network().equals(network) && its.stage().equals(stage))
        .findFirst();
  }
}
