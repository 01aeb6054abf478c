package dev.emovox.adapters.epochs;

import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.records.rows.LearningSettings;
import java.util.ArrayList;
import java.util.List;

/** What the results of work at a device depend on. */
final class EpochKey {
  private static final int EPOCH_VERSION = 7;
  private static final int TEST_VERSION = 4;

  private EpochKey() {}

  /** What an epoch's bytes depend on; who asks for it, and who is told, has no part in it. */
  static StepKey of(EpochRequest request, Machine machine) {
    List<Digest> inputs = new ArrayList<>();
    inputs.add(request.checkpoint().digest());
    inputs.add(request.clips().digest());
    ArtifactRef before = request.before();
    if (before != null) {
      inputs.add(before.digest());
    }
    return StepKey.of("epoch", EPOCH_VERSION, EpochSettings.of(request, machine), inputs);
  }

  /** What a test's scores depend on. */
  static StepKey of(NetworkTestRequest request, Machine machine) {
    return StepKey.of(
        "network-test",
        TEST_VERSION,
        new TestSettings(request.labels(), request.longestSeconds(), request.seed(), machine),
        List.of(
            request.checkpoint().digest(),
            request.weights().digest(),
            request.manifest().digest(),
            request.clips().digest()));
  }

  private record TestSettings(LabelSet labels, double longestSeconds, long seed, Machine machine) {}

  private record EpochSettings(
      LearningSettings learning,
      LabelSet labels,
      double longestSeconds,
      long seed,
      int stageIndex,
      int epoch,
      boolean withOptimiser,
      Machine machine) {

    static EpochSettings of(EpochRequest request, Machine machine) {
      return new EpochSettings(
          LearningSettings.of(request.stage()),
          request.labels(),
          request.longestSeconds(),
          request.seed(),
          request.stageIndex(),
          request.epoch(),
          request.before() != null && request.withOptimiser(),
          machine);
    }
  }
}
