package dev.emovox.cli.experiment;

import dev.emovox.cli.augmentation.Preset;
import dev.emovox.cli.augmentation.Presets;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.TrainingStage;
import java.util.ArrayList;
import java.util.List;

/** Puts the steps of presets where stages name them, so that a plan says all that is done. */
final class StagePresets {
  private final Presets presets;
  private final Places places;

  StagePresets(Presets presets, Places places) {
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
    return file.withNetworks(networks);
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
    if (augmentation.preset().isEmpty()) {
      return augmentation;
    }
    List<AugmentationStep> steps = new ArrayList<>(steps(path, augmentation.preset().get()));
    steps.addAll(augmentation.steps());
    return augmentation.withSteps(steps);
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
