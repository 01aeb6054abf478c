package dev.emovox.report.published;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param clips how many clips they had in all, if that was published
 * @param comparison the tests of all models, if they were published
 * @param classes the test of one model by class, if it was published
 * @param stages what was published of stages of fine-tuning
 */
public record PublishedResults(
    String source,
    String split,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> clips,
    Optional<Comparison> comparison,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Classes> classes,
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
   * One model on the test part, by class.
   *
   * @param title of the table
   * @param model its name in this experiment
   * @param note what is to be known of the table; optional
   * @param rows in the table's order
   */
  public record Classes(String title, String model, Optional<String> note, List<ClassRow> rows) {}

  /**
   * One class on the test part.
   *
   * @param label the class that the figures are of
   * @param printedAs what the publication calls it, where that is another name
   * @param support clips
   */
  public record ClassRow(
      String label,
      Optional<String> printedAs,
      double precision,
      double recall,
      double f1,
      int support) {}

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
          .readKey(plan.configuration(), "the run's record", "published", PublishedResults.class);
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
