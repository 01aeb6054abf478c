package dev.emovox.adapters.stages;

import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold before a network is trained for hours: each complaint is an {@link
 * InvalidInputException} that says where and what to do.
 */
final class TrainingRequirements {
  private static final int MOST_NAMED = 5;

  private final FineTuningRequest request;

  TrainingRequirements(FineTuningRequest request) {
    this.request = request;
  }

  /** Whether the stages fit the network. */
  void checkNetwork(Wav2Vec2Config config, PreprocessorConfig preprocessor) {
    int layers = config.transformer().layers();
    for (TrainingStage stage : request.settings().stages()) {
      int frozen = stage.freezing().lowestLayers();
      if (frozen > layers) {
        throw wrong(
            "stage '%s' freezes the %d lowest layers, but it has only %d. Set freezing.lowest_layers to %d or less."
                .formatted(stage.name(), frozen, layers, layers));
      }
    }
    double longest = request.settings().longestSeconds();
    double needed = config.shortestInput() / (double) preprocessor.samplingRate();
    if (longest < needed) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "longest_seconds is %s, but it hears nothing in less than %.4f s. Set it higher.",
              longest,
              needed));
    }
  }

  /** Whether there are clips for every purpose, each long enough to be heard. */
  void checkClips(List<ClipRow> clips, long shortestSamples) {
    checkLengths(clips, shortestSamples);
    for (SplitPart part : SplitPart.values()) {
      if (clips.stream().noneMatch(clip -> clip.part() == part)) {
        throw wrong(emptyPart(part));
      }
    }
    checkClasses(clips);
  }

  private void checkLengths(List<ClipRow> clips, long shortestSamples) {
    List<ClipRow> tooShort =
        clips.stream().filter(clip -> clip.samples() < shortestSamples).toList();
    if (tooShort.isEmpty()) {
      return;
    }
    List<String> named =
        tooShort.stream()
            .limit(MOST_NAMED)
            .map(clip -> String.format(Locale.ROOT, "%s (%.3f s)", clip.id(), clip.seconds()))
            .toList();
    int more = tooShort.size() - named.size();
    throw wrong(
        "it needs %d samples to hear anything, and these clips have fewer: %s%s. Remove them from the corpus' folder."
            .formatted(
                shortestSamples,
                String.join(", ", named),
                more > 0 ? " and " + more + " more" : ""));
  }

  private String emptyPart(SplitPart part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    String none = "split '%s' has no clip for %s. ".formatted(request.splitName(), name);
    if (part != SplitPart.VALIDATION) {
      return none + "Give this part of the split a larger share.";
    }
    return none
        + "The epoch that a stage ends with is chosen by its validation scores: give the split's"
        + " validation part a share, or set the network's validation_share (of a speaker-disjoint"
        + " split, whole speakers are drawn: a corpus needs two or more outside the test part).";
  }

  private void checkClasses(List<ClipRow> clips) {
    Set<String> classes = new TreeSet<>();
    clips.forEach(clip -> classes.add(clip.emotion()));
    classes.removeAll(Set.copyOf(request.labels().labels()));
    if (!classes.isEmpty()) {
      throw wrong(
          "clips have the classes %s, which are not among its classes %s."
              .formatted(classes, request.labels().labels()));
    }
    Set<String> untrained = new TreeSet<>(request.labels().labels());
    clips.stream()
        .filter(clip -> clip.part() == SplitPart.TRAIN)
        .forEach(clip -> untrained.remove(clip.emotion()));
    if (!untrained.isEmpty()) {
      throw wrong(
          "split '%s' has no clip to learn the class %s from. Add clips of it, or change the shares or the seed."
              .formatted(request.splitName(), String.join(", ", untrained)));
    }
  }

  private InvalidInputException wrong(String complaint) {
    return new InvalidInputException(
        "Network '%s' can't be trained: %s".formatted(request.settings().name(), complaint));
  }
}
