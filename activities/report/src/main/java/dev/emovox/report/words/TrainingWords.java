package dev.emovox.report.words;

import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a network is trained, in words. */
final class TrainingWords {
  private TrainingWords() {}

  static List<String> of(FineTuningSettings network) {
    List<String> sentences = new ArrayList<>();
    String validation =
        network
            .validationShare()
            .map(
                share ->
                    "for validation, %s of the training and validation parts together are drawn anew"
                        .formatted(Numbers.percent(share)))
            .orElse("validation is the split's own");
    sentences.add(
        "%s starts from %s; clips are cut to %s s; %s."
            .formatted(
                network.name(),
                start(network.start()),
                Numbers.setting(network.longestSeconds()),
                validation));
    network.stages().forEach(stage -> sentences.add(stage(network, stage)));
    return sentences;
  }

  private static String start(StartingPoint start) {
    return start instanceof StartingPoint.Pretrained pretrained
        ? "the checkpoint " + pretrained.source()
        : "random weights";
  }

  private static String stage(FineTuningSettings network, TrainingStage stage) {
    List<String> words = new ArrayList<>();
    words.add("at most " + Numbers.count(stage.epochs(), "epoch"));
    if (!stage.equals(network.stages().get(0))) {
      words.add(
          stage.resume() == TrainingStage.Resume.WEIGHTS
              ? "from the weights of the stage before, with a fresh optimiser"
              : "from the weights and the optimiser's state of the stage before");
    }
    words.add(batches(stage));
    words.add(optimiser(stage.optimiser()));
    words.addAll(rest(stage));
    stage
        .earlyStopping()
        .ifPresent(
            stop ->
                words.add(
                    "stopped after %s without a better %s"
                        .formatted(
                            Numbers.count(stop.patience(), "epoch"), metric(stop.metric()))));
    words.add(selection(stage.selection()));
    return "Its stage %s: %s.".formatted(stage.name(), String.join("; ", words));
  }

  private static String batches(TrainingStage stage) {
    return "steps of %d × %d clips, batches of %s"
        .formatted(
            stage.batches().accumulation(),
            stage.batches().clips(),
            stage.batches().bucketing() ? "like length" : "random clips");
  }

  private static String optimiser(OptimiserSettings settings) {
    List<String> words = new ArrayList<>();
    words.add(
        "AdamW at %s (%s), weight decay %s"
            .formatted(
                Numbers.setting(settings.learningRate()),
                word(settings.schedule()),
                Numbers.setting(settings.weightDecay())));
    if (settings.warmUp() > 0) {
      words.add("warm-up over %s of the steps".formatted(Numbers.percent(settings.warmUp())));
    }
    words.add(
        settings.clipNorm() > 0
            ? "gradients clipped at " + Numbers.setting(settings.clipNorm())
            : "gradients not clipped");
    return String.join(", ", words);
  }

  private static List<String> rest(TrainingStage stage) {
    List<String> words = new ArrayList<>();
    if (stage.loss().labelSmoothing() > 0) {
      words.add("label smoothing " + Numbers.setting(stage.loss().labelSmoothing()));
    }
    words.add(word(stage.loss().classWeights()) + " class weights");
    if (stage.freezing().featureEncoder() || stage.freezing().lowestLayers() > 0) {
      words.add(
          "the feature encoder and the lowest %d layers frozen"
              .formatted(stage.freezing().lowestLayers()));
    }
    words.add("computed in " + word(stage.precision()));
    String augmentation = AugmentationWords.of(stage.augmentation());
    if (!augmentation.isEmpty()) {
      words.add("training clips changed anew in each epoch: " + augmentation);
    }
    return words;
  }

  private static String selection(EpochSelection selection) {
    if (selection instanceof EpochSelection.Best best) {
      return "it ends with the epoch of the best validation " + metric(best.metric());
    }
    return selection instanceof EpochSelection.Chosen chosen
        ? "it ends with epoch %d, chosen by hand: %s".formatted(chosen.epoch(), chosen.reason())
        : "it ends with its last epoch";
  }

  private static String metric(ValidationMetric metric) {
    return word(metric).replace("f1", "F1");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** All networks' sentences. */
  static List<String> of(List<FineTuningSettings> networks) {
    return networks.stream().flatMap(network -> of(network).stream()).collect(Collectors.toList());
  }
}
