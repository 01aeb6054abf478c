package dev.emovox.adapters.curves;

import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.adapters.network.TinyNetwork;
import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import dev.emovox.domain.ValidationScores;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What a training that never took place left in S3. */
record SampleEpochs(Stores stores) {

  /** Steps from one to another. */
  static List<StepRow> steps(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(step -> new StepRow(step, 16, 2.0 / step, 1.5, 1e-3))
        .toList();
  }

  /** An epoch with these steps. */
  EpochOutcome epoch(int number, long firstStep, long lastStep) {
    List<NamedArtifact> outputs = new ArrayList<>();
    for (String name : List.of("weights", "optimiser", "position")) {
      outputs.add(new NamedArtifact(name, put(name + number)));
    }
    List<StepRow> steps = steps(firstStep, lastStep);
    outputs.add(
        new NamedArtifact(
            "steps", stores.tables().table("steps", StepRow.class, steps).artifact()));
    return new EpochOutcome(
        new StageResult(CacheUse.MISS, outputs),
        number,
        lastStep,
        1.0 / number,
        new ValidationScores(1.1 / number, 0.5, 0.5, 0.5, 0.5),
        12.5,
        31.25);
  }

  /** A test's outcome. */
  EvaluationOutcome evaluation() {
    Estimate half = new Estimate(0.5, 0.4, 0.6);
    Scores scores = new Scores(8, half, half, half, half);
    return new EvaluationOutcome(
        outputs("report", "predictions", "confusion-matrix", "class-distribution"),
        scores,
        Map.of("savee", scores),
        Map.of("angry", new ClassScores(4, 0.6, 0.75, 0.66)));
  }

  /** Artefacts whose content is the first name. */
  StageResult outputs(String... names) {
    return new StageResult(
        CacheUse.MISS,
        Arrays.stream(names).map(name -> new NamedArtifact(name, put(names[0]))).toList());
  }

  private ArtifactRef put(String content) {
    return stores
        .artifacts()
        .put(content.getBytes(StandardCharsets.UTF_8), ArtifactKind.binary("sample"));
  }

  /** A request of a network of this name. */
  FineTuningRequest request(String name) {
    FineTuningSettings settings = TinyNetwork.settings();
    ExperimentPlan plan =
        TinyNetwork.plan(
            new FineTuningSettings(
                name,
                settings.start(),
                settings.validationShare(),
                settings.longestSeconds(),
                settings.stages()));
    return TinyNetwork.request(
        plan, put("manifest"), put("split"), new LabelSet(List.of("angry", "happy")));
  }
}
