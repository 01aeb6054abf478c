package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Resume;
import dev.emovox.domain.ValidationMetric;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpochKeyTest {
  private static final Machine MACHINE = new Machine(ComputeDevice.Kind.CPU, 2);
  private static final TrainingStage STAGE = TinyTraining.stage();
  private static final ArtifactRef BEFORE = artifact("before");

  @Test
  void whoAsksAndHowAnEpochIsSelectedHasNoPart() {
    TrainingStage selectedOtherwise =
        stage(new EpochSelection.Best(ValidationMetric.ACCURACY), Resume.FULL_STATE);

    assertThat(key(request("other run", selectedOtherwise, 2, BEFORE, true), MACHINE))
        .isEqualTo(key(request("run", STAGE, 2, BEFORE, true), MACHINE));
  }

  @Test
  void whatChangesTheNumbersChangesTheKey() {
    EpochRequest request = request("run", STAGE, 2, BEFORE, true);
    List<StepKey> keys =
        List.of(
            key(request, MACHINE),
            key(request, new Machine(ComputeDevice.Kind.CPU, 1)),
            key(request, new Machine(ComputeDevice.Kind.CUDA, 0)),
            key(request("run", STAGE, 3, BEFORE, true), MACHINE),
            key(request("run", STAGE, 2, artifact("other"), true), MACHINE),
            key(request("run", STAGE, 2, null, false), MACHINE),
            key(request("run", STAGE, 2, BEFORE, false), MACHINE));

    Set<StepKey> different = new HashSet<>(keys);
    assertThat(different).hasSameSizeAs(keys);
  }

  private static StepKey key(EpochRequest request, Machine machine) {
    return EpochKey.of(request, machine);
  }

  private static EpochRequest request(
      String run, TrainingStage stage, int epoch, ArtifactRef before, boolean withOptimiser) {
    return new EpochRequest(
        run,
        "model of " + run,
        "split",
        stage,
        0,
        epoch,
        artifact("checkpoint"),
        artifact("clips"),
        TinyCorpus.LABELS,
        1,
        before,
        withOptimiser,
        42,
        new TrackedRun("1", run, ""));
  }

  private static TrainingStage stage(EpochSelection selection, Resume resume) {
    return new TrainingStage(
        STAGE.name(),
        STAGE.epochs(),
        resume,
        STAGE.batches(),
        STAGE.optimiser(),
        STAGE.loss(),
        STAGE.freezing(),
        STAGE.precision(),
        STAGE.gradientCheckpointing(),
        STAGE.augmentation(),
        selection,
        Optional.empty());
  }

  private static ArtifactRef artifact(String content) {
    return new ArtifactRef("s3://bucket/" + content, Digest.of(content), 1, "text/plain", 1);
  }
}
