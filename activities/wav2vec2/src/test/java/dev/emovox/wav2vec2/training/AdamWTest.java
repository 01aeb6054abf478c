package dev.emovox.wav2vec2.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final double RATE = 0.01;
  private static final double DECAY = 0.1;

  private Tensors tensors;
  private TorchKernels kernels;

  @BeforeEach
  void start() {
    tensors = new Tensors();
    kernels = TorchKernels.load();
  }

  @AfterEach
  void end() {
    kernels.close();
    tensors.close();
  }

  @Test
  void followsThePublishedFormula() {
    NDArray parameter = tensors.parameter(1f, -2f, 3f);
    double[] expected = {1, -2, 3};
    double[] mean = new double[3];
    double[] square = new double[3];
    try (AdamW optimiser = optimiser(Map.of("w", parameter))) {
      for (int step = 1; step <= 20; step++) {
        double[] gradient = {0.1 * step, 1e-6, -0.3};
        update(optimiser, Map.of("w", gradient), 2);
        for (int i = 0; i < 3; i++) {
          mean[i] = 0.9 * mean[i] + 0.1 * gradient[i] / 2;
          square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i] / 4;
          double corrected = mean[i] / (1 - Math.pow(0.9, step));
          double deviation = Math.sqrt(square[i] / (1 - Math.pow(0.999, step)));
          expected[i] -= RATE * (DECAY * expected[i] + corrected / (deviation + 1e-8));
          assertThat(parameter.getFloat(i)).isCloseTo((float) expected[i], within(4e-6f));
        }
      }
    }
  }

  @Test
  void aParameterWithoutGradientIsLeftAlone() {
    NDArray first = tensors.parameter(1f);
    NDArray second = tensors.parameter(2f);
    try (AdamW optimiser = optimiser(Map.of("first", first, "second", second))) {
      update(optimiser, Map.of("first", new double[] {1}), 1);
      assertThat(second.getFloat()).isEqualTo(2f);
      assertThat(optimiser.state().tensor("steps/second").content().getFloat()).isZero();
      assertThat(optimiser.state().tensor("steps/first").content().getFloat()).isEqualTo(1);
    }
  }

  @Test
  @SuppressWarnings("try") // the recording lasts as long as the block
  void gradientsThatLieInAnotherOrderInMemoryReachTheirOwnValues() {
    NDArray parameter = tensors.parameter(2, 3);
    float[] before = parameter.toFloatArray();
    float[] signs = {1, -1, -1, 1, 1, -1};
    NDArray direction = NativeTensors.of(tensors.manager(), signs, new Shape(3, 2));
    try (AdamW optimiser = optimiser(Map.of("w", parameter));
        GradientMode recording = GradientMode.on();
        Gradients found = new Gradients(kernels)) {
      found.add(parameter.transpose().mul(direction).sum(), optimiser.parameters());
      optimiser.update(found, 1, 1);
    }
    float[] after = parameter.toFloatArray();
    for (int i = 0; i < after.length; i++) {
      float sign = signs[i % 3 * 2 + i / 3];
      double expected = before[i] * (1 - RATE * DECAY) - RATE * sign;
      assertThat(after[i]).isCloseTo((float) expected, within(1e-6f));
    }
  }

  @Test
  void groupsHaveTheirOwnRatesAndDecays() {
    SortedMap<String, NDArray> parameters = new TreeMap<>();
    parameters.put("a.weight", tensors.parameter(1f));
    parameters.put("a.bias", tensors.parameter(1f));
    parameters.put("final_layer_norm.weight", tensors.parameter(1f));
    List<GroupRule> rules = GroupRule.decayed(0.5, 0.1);
    try (AdamW optimiser =
        new AdamW(kernels, AdamWSettings.STANDARD, GroupRule.groups(rules, parameters))) {
      double[] gradient = {1e-3};
      update(
          optimiser,
          Map.of("a.weight", gradient, "a.bias", gradient, "final_layer_norm.weight", gradient),
          1);
    }
    assertThat(parameters.get("a.weight").getFloat()).isCloseTo(0.45f, within(1e-4f));
    assertThat(parameters.get("a.bias").getFloat()).isCloseTo(0.5f, within(1e-4f));
    assertThat(parameters.get("final_layer_norm.weight").getFloat()).isCloseTo(0.5f, within(1e-4f));
  }

  @Test
  void aParameterNeedsAGroupAndOnlyOne() {
    Map<String, NDArray> parameters = Map.of("w", tensors.parameter(1f));
    assertThatThrownBy(() -> GroupRule.groups(List.of(), parameters)).hasMessageContaining("w");
    ParameterGroup group = new ParameterGroup(new TreeMap<>(parameters), RATE, 0);
    assertThatThrownBy(() -> new AdamW(kernels, AdamWSettings.STANDARD, List.of(group, group)))
        .hasMessageContaining("Two groups");
  }

  @Test
  void continuesBitByBitFromItsState() {
    NDArray straight = tensors.parameter(0.3f, -0.7f);
    try (AdamW optimiser = optimiser(Map.of("w", straight))) {
      for (int step = 0; step < 9; step++) {
        update(optimiser, Map.of("w", gradient(step)), 1);
      }
    }
    NDArray resumed = tensors.parameter(0.3f, -0.7f);
    try (AdamW before = optimiser(Map.of("w", resumed));
        AdamW after = optimiser(Map.of("w", resumed))) {
      for (int step = 0; step < 9; step++) {
        if (step == 4) {
          after.restore(before.state());
        }
        update(step < 4 ? before : after, Map.of("w", gradient(step)), 1);
      }
      assertThat(before.state().tensor("steps/w").content().getFloat())
          .as("restored states are copies")
          .isEqualTo(4);
    }
    assertThat(resumed.toFloatArray()).isEqualTo(straight.toFloatArray());
  }

  @Test
  void refusesTheStateOfOtherParameters() {
    try (AdamW one = optimiser(Map.of("w", tensors.parameter(1f)));
        AdamW renamed = optimiser(Map.of("v", tensors.parameter(1f)));
        AdamW longer = optimiser(Map.of("w", tensors.parameter(1f, 2f)))) {
      assertThatThrownBy(() -> one.restore(renamed.state()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("mean/w")
          .hasMessageContaining("mean/v");
      assertThatThrownBy(() -> one.restore(longer.state()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("mean/w")
          .hasMessageContaining("[2]");
      assertThatThrownBy(() -> one.state().tensor("mean/v")).hasMessageContaining("mean/v");
    }
  }

  private AdamW optimiser(Map<String, NDArray> parameters) {
    return new AdamW(
        kernels,
        AdamWSettings.STANDARD,
        List.of(new ParameterGroup(new TreeMap<>(parameters), RATE, DECAY)));
  }

  private static double[] gradient(int step) {
    return new double[] {Math.sin(step), 0.01 * Math.cos(step)};
  }

  /** Of a loss that is linear, so that its gradients are known. */
  @SuppressWarnings("try") // the recording lasts as long as the block
  private void update(AdamW optimiser, Map<String, double[]> gradients, double divisor) {
    try (GradientMode recording = GradientMode.on();
        Gradients found = new Gradients(kernels)) {
      NDArray loss = null;
      for (Map.Entry<String, double[]> entry : new TreeMap<>(gradients).entrySet()) {
        NDArray parameter = optimiser.parameters().get(entry.getKey());
        NDArray term =
            parameter
                .mul(
                    NativeTensors.of(
                        tensors.manager(), floats(entry.getValue()), parameter.getShape()))
                .sum();
        loss = loss == null ? term : loss.add(term);
      }
      found.add(loss, optimiser.parameters());
      optimiser.update(found, 1, divisor);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
