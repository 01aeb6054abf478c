package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training beside PyTorch's: twenty steps from the same checkpoint on the same batches. */
class LossCurveTest {
  private static final double LOSS = 1e-4;
  private static final double PARAMETERS = 1e-3;

  @ParameterizedTest
  @ValueSource(strings = {"base", "xlsr", "hubert"})
  void followsPyTorch(String name) {
    try (Golden golden = Golden.open(name);
        LoadedModel loaded = LoadedModel.of(golden.checkpoint());
        AdamW optimiser = optimiser(golden, loaded)) {
      TrainingStep<LabelledClips> step = step(golden, loaded, optimiser);
      JsonNode expected = null;
      for (JsonNode next : golden.document("curve.json").get("steps")) {
        StepReport report = step.run(batch(golden, loaded, next), 1);
        assertThat(report.loss()).isCloseTo(next.get("loss").doubleValue(), within(LOSS));
        double norm = next.get("grad_norm").doubleValue();
        assertThat(report.gradientNorm()).isCloseTo(norm, within(1e-3 * norm));
        expected = next;
      }
      StepReport after = step.run(batch(golden, loaded, expected), 0);
      double loss = golden.document("curve.json").get("loss_after").doubleValue();
      assertThat(after.loss()).isCloseTo(loss, within(LOSS));
      assertParameters(golden, loaded);
    }
  }

  private static AdamW optimiser(Golden golden, LoadedModel loaded) {
    JsonNode curve = golden.document("curve.json");
    AdamWSettings settings =
        new AdamWSettings(
            curve.get("betas").get(0).doubleValue(),
            curve.get("betas").get(1).doubleValue(),
            curve.get("eps").doubleValue());
    ParameterGroup all =
        new ParameterGroup(
            loaded.parameters().all(),
            curve.get("learning_rate").doubleValue(),
            curve.get("weight_decay").doubleValue());
    return new AdamW(loaded.kernels(), settings, List.of(all));
  }

  private static TrainingStep<LabelledClips> step(
      Golden golden, LoadedModel loaded, AdamW optimiser) {
    JsonNode norm = golden.document("curve.json").get("clip_norm");
    return new TrainingStep<>(
        loaded.kernels(),
        new ClassificationObjective(
            loaded.model(),
            new CrossEntropyLoss(null, 0),
            loaded.manager(),
            seed -> ForwardSettings.inference()),
        optimiser,
        norm.isNull() ? GradientClipping.NONE : new GradientClipping(norm.doubleValue()));
  }

  private static List<WeightedBatch<LabelledClips>> batch(
      Golden golden, LoadedModel loaded, JsonNode step) {
    List<Integer> clips =
        StreamSupport.stream(step.get("clips").spliterator(), false)
            .map(JsonNode::intValue)
            .toList();
    List<float[]> waveforms = golden.waveforms();
    int[] labels = golden.labels();
    LabelledClips batch =
        new LabelledClips(
            loaded.batch(clips.stream().map(waveforms::get).toList()),
            clips.stream().map(clip -> labels[clip]).toList());
    return List.of(new WeightedBatch<>(batch, 1, 0));
  }

  private static void assertParameters(Golden golden, LoadedModel loaded) {
    for (String parameter : golden.names("curve.")) {
      // softmax does not change when all scores do, so only rounding moves a key's bias
      if (!parameter.endsWith("k_proj.bias")) {
        float[] found = loaded.parameters().get(parameter).toFloatArray();
        assertThat(Differences.relative(found, golden.values("curve." + parameter)))
            .as(parameter)
            .isLessThan(PARAMETERS);
      }
    }
  }
}
