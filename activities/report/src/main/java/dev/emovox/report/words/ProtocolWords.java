package dev.emovox.report.words;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.report.data.ProtocolStep;
import dev.emovox.report.data.SpeechFacts;
import dev.emovox.report.data.SplitFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a run was done, in words, from its plan. */
public final class ProtocolWords {
  private final ExperimentPlan plan;

  private ProtocolWords(ExperimentPlan plan) {
    this.plan = plan;
  }

  /**
   * The protocol.
   *
   * @param speech what was found; null if that is not known
   * @param splits how it was divided
   */
  public static List<ProtocolStep> of(
      ExperimentPlan plan, SpeechFacts speech, List<SplitFacts> splits) {
    ProtocolWords words = new ProtocolWords(plan);
    List<ProtocolStep> steps = new ArrayList<>();
    steps.add(new ProtocolStep("Speech", words.speech(speech)));
    steps.add(new ProtocolStep("Splits", splits.stream().map(words::split).toList()));
    words.addModels(steps);
    steps.add(new ProtocolStep("Choice and test", words.choice()));
    return List.copyOf(steps);
  }

  private List<String> speech(SpeechFacts speech) {
    String corpora =
        plan.corpora().stream().map(corpus -> corpus.name()).collect(Collectors.joining(", "));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s with speech searched for the corpora %s."
            .formatted(Numbers.count(plan.directories().size(), "folder"), corpora));
    if (speech != null) {
      sentences.add(
          "%s in the manifest, of %d classes; %s."
              .formatted(
                  Numbers.count(speech.clips(), "clip"),
                  speech.labels().size(),
                  rejects(speech.rejects())));
    }
    sentences.add(
        "Clips of the same bytes or the same sound are on one side of each split; where their labels contradict each other, all are turned away.");
    return sentences;
  }

  private static String rejects(int files) {
    return files == 0
        ? "no file was turned away"
        : Numbers.count(files, "file") + " turned away, each with a reason in the table of rejects";
  }

  private String split(SplitFacts split) {
    SplitSettings settings = split.settings();
    String how =
        settings.policy() == SplitPolicy.STRATIFIED_RANDOM
            ? "clips drawn at random within each emotion"
            : "whole speakers, shares of the speakers of each corpus, none on two sides";
    String shares =
        "%s for training, %s for validation, %s for the test"
            .formatted(
                Numbers.percent(settings.train()),
                Numbers.percent(settings.validation()),
                Numbers.percent(settings.test()));
    return "%s: %s; %s%s; seed %d."
        .formatted(settings.name(), how, shares, counts(split.clips()), plan.seed());
  }

  private static String counts(Map<SplitPart, Integer> clips) {
    return clips.isEmpty()
        ? ""
        : " (%d, %d and %d clips)"
            .formatted(
                clips.getOrDefault(SplitPart.TRAIN, 0),
                clips.getOrDefault(SplitPart.VALIDATION, 0),
                clips.getOrDefault(SplitPart.TEST, 0));
  }

  private void addModels(List<ProtocolStep> steps) {
    if (!plan.features().isEmpty()) {
      steps.add(
          new ProtocolStep("Features", plan.features().stream().map(FeatureWords::of).toList()));
    }
    if (!plan.models().isEmpty()) {
      List<String> sentences = new ArrayList<>();
      plan.models().forEach(model -> sentences.add(baseline(model)));
      sentences.add(
          "Baselines are fitted on training and validation parts, features standardised by the clips that a model is fitted on; a twin fitted on the training part alone gives the validation score.");
      steps.add(new ProtocolStep("Baselines", sentences));
    }
    if (!plan.networks().isEmpty()) {
      steps.add(new ProtocolStep("Networks", TrainingWords.of(plan.networks())));
    }
  }

  private String baseline(BaselineSettings model) {
    String copies =
        model
            .augmentation()
            .map(its -> ", and learns from " + AugmentationWords.of(its))
            .orElse("");
    return "%s: %s, on the features %s%s."
        .formatted(model.name(), kind(model), plan.featuresOf(model).set(), copies);
  }

  private static String kind(BaselineSettings model) {
    if (model instanceof BaselineSettings.LogisticRegression regression) {
      return "multinomial logistic regression, L2 weight %s, at most %d iterations of L-BFGS"
          .formatted(Numbers.setting(regression.l2()), regression.maxIterations());
    }
    BaselineSettings.RandomForest forest = (BaselineSettings.RandomForest) model;
    return "random forest of %d trees split by Gini impurity, leaves of %s at least"
        .formatted(forest.trees(), Numbers.count(forest.minLeafClips(), "clip"));
  }

  private List<String> choice() {
    return List.of(
        "Of the models on the split %s, the one with the best unweighted average recall on validation is registered as %s."
            .formatted(plan.registration().split(), plan.registration().modelName()),
        "Each test part was scored once by each model, when the model was finished; no choice depends on a test result.",
        "Intervals are 95 %% percentile bootstraps over clips, 1000 resamples, seed %d; clips of one speaker are not independent, so they are about other clips of these speakers."
            .formatted(plan.seed()));
  }
}
