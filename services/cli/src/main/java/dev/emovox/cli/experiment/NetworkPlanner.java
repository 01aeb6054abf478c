package dev.emovox.cli.experiment;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.StartingPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces what an experiment says of its networks' first weights by what workers understand: the
 * digest of a stored checkpoint, or the text of an architecture. Keeps notes of it.
 *
 * <p>Not safe for use by several threads.
 */
final class NetworkPlanner {
  private final Experiment experiment;
  private final CheckpointResolver checkpoints;
  private final NamedFiles files;
  private final Map<ImportSource, ResolvedCheckpoint> imported = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  NetworkPlanner(Experiment experiment, CheckpointResolver checkpoints) {
    this.experiment = experiment;
    this.checkpoints = checkpoints;
    this.files = new NamedFiles(experiment.folder());
  }

  /** The networks in their order; a source that several have is imported once. */
  List<FineTuningSettings> networks() {
    List<FineTuningSettings> networks = new ArrayList<>();
    for (FineTuningSettings settings : experiment.file().networks()) {
      networks.add(resolved("networks[" + networks.size() + "]", settings));
    }
    return networks;
  }

  /**
   * The experiment's text for the record. Sources are in it as they were written; what they were at
   * this moment is told in comments at its end.
   */
  String record() {
    if (notes.isEmpty()) {
      return experiment.configuration();
    }
    return experiment.configuration()
        + "# When the run was planned:\n"
        + String.join("", notes.stream().map("# %s\n"::formatted).toList());
  }

  private FineTuningSettings resolved(String path, FineTuningSettings settings) {
    StartingPoint start =
        settings.start() instanceof StartingPoint.Pretrained pretrained
            ? resolved(path, settings, pretrained)
            : resolved(path, (StartingPoint.Scratch) settings.start());
    return new FineTuningSettings(
        settings.name(),
        start,
        settings.validationShare(),
        settings.longestSeconds(),
        settings.stages());
  }

  private StartingPoint resolved(String path, StartingPoint.Scratch scratch) {
    String text = files.architecture(scratch.architecture()).text();
    note(path + ".start.architecture", scratch.architecture(), Digest.of(text).toString());
    return new StartingPoint.Scratch(text);
  }

  private StartingPoint resolved(
      String path, FineTuningSettings settings, StartingPoint.Pretrained pretrained) {
    ResolvedCheckpoint checkpoint = checkpoint(path + ".start.source", pretrained.source());
    NetworkRules rules = new NetworkRules(experiment.places(), files);
    checkpoint.layers().ifPresent(layers -> rules.checkFreezing(path, settings, layers));
    if (!checkpoint.origin().isEmpty()) {
      note(
          path + ".start.source",
          pretrained.source(),
          checkpoint.digest() + ", " + checkpoint.origin());
    }
    return new StartingPoint.Pretrained(checkpoint.digest().toString());
  }

  private ResolvedCheckpoint checkpoint(String path, String source) {
    try {
      Optional<Digest> digest = files.digest(source);
      return digest.isPresent()
          ? checkpoints.stored(digest.get())
          : imported.computeIfAbsent(files.source(source), checkpoints::imported);
    } catch (InvalidInputException e) {
      throw experiment.places().wrong(path, "names no usable checkpoint: " + e.getMessage(), e);
    }
  }

  private void note(String path, String written, String meaning) {
    notes.add("%s: %s is %s".formatted(path, written, meaning).replaceAll("\\R", " "));
  }
}
