package dev.emovox.finetuning;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import dev.emovox.domain.ValidationScores;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.evaluation.calibration.LabelledLogits;
import dev.emovox.evaluation.calibration.TemperatureFit;
import dev.emovox.finetuning.plan.TrainingClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Scores a network after an epoch.
 *
 * @param labels the classes in the order of logits
 * @param scoring with the network
 */
public record EpochValidation(LabelSet labels, ClipScoring scoring) {
  private static final Bootstrap WITHOUT_INTERVALS = new Bootstrap(1, 0.5, 0);

  /**
   * The scores, and the calibration.
   *
   * @param clips of the validation part
   * @throws InvalidInputException if there are none, or one can't be used
   * @throws dev.emovox.domain.WorkFailedException if the network gives no numbers
   * @throws InterruptedException if the calling thread is interrupted while it waits for waveforms
   */
  public ValidatedEpoch validate(List<TrainingClip> clips) throws InterruptedException {
    if (clips.isEmpty()) {
      throw new InvalidInputException(
          "There are no clips to validate with; give the split's validation part a share.");
    }
    SortedMap<String, double[]> logits = scoring.score(clips);
    List<ScoredClip> scored = new ArrayList<>();
    List<LabelledLogits> labelled = new ArrayList<>();
    double loss = 0;
    for (TrainingClip clip : byId(clips)) {
      double[] its = logits.get(clip.id());
      ClassDistribution distribution = ClassDistribution.of(its);
      loss += distribution.crossEntropy(clip.classIndex());
      scored.add(scored(clip, distribution));
      labelled.add(new LabelledLogits(its, clip.classIndex()));
    }
    return new ValidatedEpoch(scores(loss / clips.size(), scored), TemperatureFit.of(labelled));
  }

  /** In the same order whatever the caller's is, so that sums have the same bits. */
  private static List<TrainingClip> byId(List<TrainingClip> clips) {
    return clips.stream().sorted(Comparator.comparing(TrainingClip::id)).toList();
  }

  private ScoredClip scored(TrainingClip clip, ClassDistribution distribution) {
    return new ScoredClip(
        clip.id(),
        "",
        "",
        labels.name(clip.classIndex()),
        labels.name(distribution.likeliest()),
        List.of());
  }

  private ValidationScores scores(double loss, List<ScoredClip> scored) {
    Scores scores = new Evaluator(WITHOUT_INTERVALS).evaluate(labels, scored).overall();
    return new ValidationScores(
        loss,
        scores.accuracy().value(),
        scores.unweightedAverageRecall().value(),
        scores.weightedF1().value(),
        scores.macroF1().value());
  }
}
