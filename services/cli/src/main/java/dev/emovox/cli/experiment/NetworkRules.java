package dev.emovox.cli.experiment;

import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Resume;
import java.util.List;
import java.util.OptionalInt;

/** What must hold in the networks, so that no run fails after hours for want of a check. */
final class NetworkRules {
  /** A workflow's history has no room for more. */
  private static final int MOST_EPOCHS = 500;

  private final Places places;
  private final NamedFiles files;
  private final Requirements require;

  NetworkRules(Places places, NamedFiles files) {
    this.places = places;
    this.files = files;
    this.require = new Requirements(places);
  }

  void check(List<FineTuningSettings> networks) {
    require.distinct("networks", networks, FineTuningSettings::name);
    for (int i = 0; i < networks.size(); i++) {
      check("networks[" + i + "]", networks.get(i));
    }
  }

  private void check(String path, FineTuningSettings network) {
    require.name(path + ".name", network.name());
    require.positive(path + ".longest_seconds", network.longestSeconds());
    network
        .validationShare()
        .ifPresent(share -> require.properShare(path + ".validation_share", share));
    checkStages(path + ".stages", network.stages());
    OptionalInt layers = check(path + ".start", network.start());
    layers.ifPresent(count -> checkFreezing(path, network, count));
  }

  private void checkStages(String path, List<TrainingStage> stages) {
    require.that(!stages.isEmpty(), path, "is empty; a network needs at least one stage.");
    require.distinct(path, stages, TrainingStage::name);
    StageRules rules = new StageRules(require);
    for (int i = 0; i < stages.size(); i++) {
      rules.check(path + "[" + i + "]", stages.get(i));
    }
    long epochs = stages.stream().mapToLong(TrainingStage::epochs).sum();
    require.that(
        epochs <= MOST_EPOCHS,
        path,
        "has %d epochs together; a network can have %d.".formatted(epochs, MOST_EPOCHS));
    require.that(
        stages.get(0).resume() == Resume.WEIGHTS,
        path + "[0].resume",
        "is full-state, but before the first stage there is no state to take over. Leave it out.");
  }

  /** The number of layers, where it can be known without fetching anything. */
  private OptionalInt check(String path, StartingPoint start) {
    return start instanceof StartingPoint.Scratch scratch
        ? OptionalInt.of(layers(path + ".architecture", scratch.architecture()))
        : check(path + ".source", ((StartingPoint.Pretrained) start).source());
  }

  private int layers(String path, String architecture) {
    try {
      return files.architecture(architecture).config().transformer().layers();
    } catch (InvalidInputException e) {
      throw places.wrong(path, "names no architecture: " + e.getMessage(), e);
    }
  }

  private OptionalInt check(String path, String source) {
    try {
      if (files.digest(source).isEmpty()) {
        files.source(source);
      }
      return OptionalInt.empty();
    } catch (InvalidInputException e) {
      throw places.wrong(path, "names no checkpoint: " + e.getMessage(), e);
    }
  }

  /** Checks what can be said only when the number of the network's layers is known. */
  void checkFreezing(String path, FineTuningSettings network, int layers) {
    for (int i = 0; i < network.stages().size(); i++) {
      int frozen = network.stages().get(i).freezing().lowestLayers();
      require.that(
          frozen <= layers,
          path + ".stages[" + i + "].freezing.lowest_layers",
          "is %d, but the network has %d layers.".formatted(frozen, layers));
    }
  }
}
