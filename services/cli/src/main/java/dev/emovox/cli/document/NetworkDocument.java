package dev.emovox.cli.document;

import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One network of a run on one split, with every epoch so far.
 *
 * @param architecture for example {@code wav2vec2}; null until the network is prepared
 * @param parameters how many numbers it has; null until then
 * @param checkpoint what it starts from; null until then
 * @param clips of each part, after validation was drawn; null until then
 * @param mlflowRun its own run in MLflow; null until it is opened
 * @param digest of its package; null until it is packed
 */
public record NetworkDocument(
    String name,
    String split,
    RunState state,
    String architecture,
    Long parameters,
    Checkpoint checkpoint,
    Map<SplitPart, Integer> clips,
    List<NetworkStageDocument> stages,
    String mlflowRun,
    Digest digest) {

  /**
   * An index of files in S3.
   *
   * @param digest of the index
   */
  public record Checkpoint(String uri, Digest digest) {}

  static NetworkDocument of(NetworkStatus network) {
    Optional<PreparedTraining> start = Optional.ofNullable(network.start());
    return new NetworkDocument(
        network.name(),
        network.split(),
        network.state(),
        start.map(PreparedTraining::architecture).orElse(null),
        start.map(PreparedTraining::parameters).orElse(null),
        start.map(NetworkDocument::checkpoint).orElse(null),
        start.map(PreparedTraining::clips).<Map<SplitPart, Integer>>map(TreeMap::new).orElse(null),
        network.stages().stream().map(NetworkStageDocument::of).toList(),
        Optional.ofNullable(network.trackedRun()).map(TrackedRun::runId).orElse(null),
        Optional.ofNullable(network.modelPackage())
            .map(stage -> stage.output("package").digest())
            .orElse(null));
  }

  private static Checkpoint checkpoint(PreparedTraining start) {
    return new Checkpoint(start.checkpoint().uri(), start.checkpoint().digest());
  }
}
