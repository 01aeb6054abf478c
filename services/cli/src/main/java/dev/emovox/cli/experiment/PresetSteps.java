package dev.emovox.cli.experiment;

import dev.emovox.cli.augmentation.Preset;
import dev.emovox.cli.augmentation.Presets;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.TrainingStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the steps of presets where models name them, so that a plan says all that is done. */
final class PresetSteps {
  private final Presets presets;
  private final Places places;

  PresetSteps(Presets presets, Places places) {
    this.presets = presets;
    this.places = places;
  }

  /**
   * The experiment without names of presets.
   *
   * @throws InvalidInputException if there is no such preset, or it has no steps, with its place
   */
  ExperimentFile resolve(ExperimentFile file) {
    List<FineTuningSettings> networks = new ArrayList<>();
    for (FineTuningSettings network : file.networks()) {
      networks.add(resolve("networks[" + networks.size() + "].stages", network));
    }
    List<BaselineSettings> baselines = new ArrayList<>();
    for (BaselineSettings baseline : file.models()) {
      String path = "models[" + baselines.size() + "].augmentation.preset";
      baselines.add(
          baseline.withAugmentation(baseline.augmentation().map(its -> resolve(path, its))));
    }
    return file.with(baselines, networks);
  }

  private OfflineAugmentation resolve(String path, OfflineAugmentation augmentation) {
    return augmentation.resolved(steps(path, augmentation.preset(), augmentation.steps()));
  }

  private FineTuningSettings resolve(String path, FineTuningSettings network) {
    List<TrainingStage> stages = new ArrayList<>();
    for (TrainingStage stage : network.stages()) {
      String place = "%s[%d].augmentation.preset".formatted(path, stages.size());
      stages.add(stage.withAugmentation(resolve(place, stage.augmentation())));
    }
    return network.withStages(stages);
  }

  private AugmentationSettings resolve(String path, AugmentationSettings augmentation) {
    return augmentation.withSteps(steps(path, augmentation.preset(), augmentation.steps()));
  }

  /** A preset's steps, and then the own ones. */
  private List<AugmentationStep> steps(
      String path, Optional<String> preset, List<AugmentationStep> own) {
    List<AugmentationStep> steps = new ArrayList<>();
    preset.ifPresent(name -> steps.addAll(steps(path, name)));
    steps.addAll(own);
    return steps;
  }

  private List<AugmentationStep> steps(String path, String name) {
    Preset preset = preset(path, name);
    if (preset.isFixed() || preset.sampleRate().isPresent() || preset.rmsLevel().isPresent()) {
      throw places.wrong(
          path,
          "is '%s', whose versions are the same for every clip or need a rate or level of their own; training takes presets of steps alone."
              .formatted(name));
    }
    return preset.steps();
  }

  private Preset preset(String path, String name) {
    try {
      return presets.load(name, List.of());
    } catch (InvalidInputException e) {
      throw places.wrong(path, "names no preset: " + e.getMessage(), e);
    }
  }
}
