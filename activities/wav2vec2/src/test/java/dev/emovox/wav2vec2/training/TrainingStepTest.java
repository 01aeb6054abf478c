package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingStepTest {
  private Tensors tensors;
  private TorchKernels kernels;
  private NDArray weights;

  @BeforeEach
  void start() {
    tensors = new Tensors();
    kernels = TorchKernels.load();
    weights = tensors.parameter(0.5f, -0.25f);
  }

  @AfterEach
  void end() {
    kernels.close();
    tensors.close();
  }

  @Test
  void learnsALine() {
    try (AdamW optimiser = optimiser()) {
      TrainingStep<float[]> step =
          new TrainingStep<>(kernels, this::squaredError, optimiser, GradientClipping.NONE);
      StepReport first = step.run(List.of(whole()), 1);
      StepReport last = first;
      for (int i = 0; i < 400; i++) {
        last = step.run(List.of(whole()), 1);
      }
      assertThat(last.loss()).isLessThan(0.01 * first.loss());
      assertThat(weights.toFloatArray()[0]).isCloseTo(2, within(0.1f));
    }
  }

  @Test
  void partsOfABatchAddUpToIt() {
    float[] before = weights.toFloatArray();
    float[] after;
    StepReport report;
    try (AdamW optimiser = optimiser()) {
      report = step(optimiser, 1e9).run(List.of(whole()), 1);
      after = weights.toFloatArray();
    }
    weights.set(before);
    try (AdamW optimiser = optimiser()) {
      StepReport parts =
          step(optimiser, 1e9)
              .run(
                  List.of(
                      new WeightedBatch<>(new float[] {1, 2, 3}, 0.75, 0),
                      new WeightedBatch<>(new float[] {4}, 0.25, 0)),
                  1);
      assertThat(parts.loss()).isCloseTo(report.loss(), within(1e-5));
      assertThat(parts.gradientNorm()).isCloseTo(report.gradientNorm(), within(1e-4));
    }
    assertThat(weights.toFloatArray()[0]).isCloseTo(after[0], within(1e-6f));
    assertThat(weights.toFloatArray()[1]).isCloseTo(after[1], within(1e-6f));
  }

  @Test
  void longGradientsAreShortened() {
    try (AdamW optimiser = optimiser()) {
      StepReport report = step(optimiser, 0.5).run(List.of(whole()), 1);
      assertThat(report.clipped()).isTrue();
      assertThat(report.gradientNorm()).isGreaterThan(0.5);
      double length = Math.hypot(mean(optimiser, 0), mean(optimiser, 1)) / 0.1;
      assertThat(length).isCloseTo(0.5, within(1e-4));
    }
    assertThat(new GradientClipping(2).divisor(1)).isEqualTo(1);
    assertThatThrownBy(() -> new GradientClipping(0)).hasMessageContaining("maximum norm");
  }

  @Test
  void divergedTrainingStopsBeforeItSpoilsTheModel() {
    float[] before = weights.toFloatArray();
    try (AdamW optimiser = optimiser()) {
      assertThatThrownBy(
              () ->
                  step(optimiser, 1)
                      .run(List.of(new WeightedBatch<>(new float[] {Float.NaN}, 1, 0)), 1))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("NaN");
    }
    assertThat(weights.toFloatArray()).isEqualTo(before);
  }

  @Test
  void nothingIsLeftOfAStep() {
    try (AdamW optimiser = optimiser()) {
      TrainingStep<float[]> step = step(optimiser, 1);
      step.run(List.of(whole()), 1);
      int before = tensors.manager().getManagedArrays().size();
      for (int i = 0; i < 50; i++) {
        step.run(List.of(whole(), whole()), 1);
      }
      assertThat(tensors.manager().getManagedArrays()).hasSize(before);
    }
  }

  private TrainingStep<float[]> step(AdamW optimiser, double maximumNorm) {
    return new TrainingStep<>(
        kernels, this::squaredError, optimiser, new GradientClipping(maximumNorm));
  }

  private AdamW optimiser() {
    TreeMap<String, NDArray> parameters = new TreeMap<>();
    parameters.put("line", weights);
    return new AdamW(
        kernels, AdamWSettings.STANDARD, List.of(new ParameterGroup(parameters, 0.05, 0)));
  }

  private static WeightedBatch<float[]> whole() {
    return new WeightedBatch<>(new float[] {1, 2, 3, 4}, 1, 0);
  }

  /** Of the line 2x + 1. */
  private NDArray squaredError(float[] points, long seed) {
    NDArray x = NativeTensors.of(tensors.manager(), points, new Shape(points.length));
    NDArray found = x.mul(weights.get(0)).add(weights.get(1));
    return found.sub(x.mul(2).add(1)).square().mean();
  }

  private static double mean(AdamW optimiser, int index) {
    return optimiser.state().tensor("mean/line").content().getFloat(4 * index);
  }
}
