package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.Digest;
import dev.emovox.settings.Endpoints;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of a network came to, as far as it must be the same whatever happened on the way.
 *
 * @param digests of all stages' outputs; digests alone, because addresses name the bucket
 * @param epochs weights and optimiser's state of every epoch
 * @param keys of everything in the bucket but the records of settled stages, whose content, and so
 *     their names, tell how long each epoch took; without the run's name
 * @param curves metrics of the network's run and of its stages' runs, by run and key
 */
record NetworkRun(
    Map<String, List<Digest>> digests,
    List<String> epochs,
    List<String> keys,
    SortedMap<String, SortedMap<String, List<TrackedTree.Point>>> curves) {

  private static final String SETTLED_STAGES = "artifacts/stage/";

  /** Reads a run that is done, and verifies what must hold for each. */
  static NetworkRun of(RunStatus status, Endpoints endpoints) {
    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(new MlflowCounts(endpoints.mlflow()).versionsOf(status.registered())).isEqualTo(1);
    NetworkStatus network = status.networks().get(0);
    return new NetworkRun(
        digests(status),
        epochs(network),
        keys(new Bucket(endpoints.s3()), status.id()),
        curves(status, network, new TrackedTree(endpoints.mlflow())));
  }

  private static List<String> keys(Bucket bucket, String run) {
    return bucket.keys().stream()
        .filter(key -> !key.startsWith(SETTLED_STAGES))
        .map(key -> key.replace("runs/" + run + "/", "runs/RUN/"))
        .toList();
  }

  private static Map<String, List<Digest>> digests(RunStatus status) {
    return status.stages().stream()
        .collect(
            Collectors.toMap(
                StageStatus::name,
                stage ->
                    stage.outputs().stream().map(output -> output.artifact().digest()).toList()));
  }

  private static List<String> epochs(NetworkStatus network) {
    return network.stages().stream()
        .flatMap(stage -> stage.epochs().stream())
        .flatMap(epoch -> epoch.stage().outputs().stream())
        .map(output -> output.name() + " " + output.artifact().digest())
        .toList();
  }

  private static SortedMap<String, SortedMap<String, List<TrackedTree.Point>>> curves(
      RunStatus status, NetworkStatus network, TrackedTree tree) {
    SortedMap<String, SortedMap<String, List<TrackedTree.Point>>> curves = new TreeMap<>();
    List<TrackedTree.Node> networks = tree.inside(status.trackedRun(), status.trackedRun().runId());
    assertThat(networks).hasSize(1);
    assertThat(networks.get(0).id()).isEqualTo(network.trackedRun().runId());
    List<TrackedTree.Node> stages = tree.inside(status.trackedRun(), networks.get(0).id());
    assertThat(stages).hasSize(network.stages().size());
    networks.forEach(node -> curves.put(node.name(), verified(node)));
    stages.forEach(node -> curves.put(node.name(), verified(node)));
    return curves;
  }

  private static SortedMap<String, List<TrackedTree.Point>> verified(TrackedTree.Node node) {
    assertThat(node.status()).isEqualTo("FINISHED");
    SortedMap<String, List<TrackedTree.Point>> points = new TreeMap<>(node.points());
    points.forEach(
        (key, history) -> {
          List<Long> steps = history.stream().map(TrackedTree.Point::step).toList();
          assertThat(steps).as("%s of %s", key, node.name()).hasSameSizeAs(new HashSet<>(steps));
        });
    points.keySet().removeIf(NetworkRun::isSpeed);
    return points;
  }

  /** How fast it went is not the same twice. */
  private static boolean isSpeed(String key) {
    return key.contains("second");
  }
}
