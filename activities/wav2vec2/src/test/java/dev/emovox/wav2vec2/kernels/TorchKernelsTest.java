package dev.emovox.wav2vec2.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.LentMemory;
import dev.emovox.wav2vec2.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kernel beside the plain formula: outputs and gradients. */
class TorchKernelsTest {
  private Tensors tensors;
  private TorchKernels kernels;
  private GradientMode recording;

  @BeforeEach
  void start() {
    tensors = new Tensors();
    kernels = TorchKernels.load();
    recording = GradientMode.on();
  }

  @AfterEach
  void end() {
    recording.close();
    kernels.close();
    tensors.close();
  }

  @Test
  void attentionIsSoftmaxOfScaledProducts() {
    QueryKeyValue inputs = queryKeyValue();
    same(
        kernels.scaledDotProductAttention(inputs, null, 0),
        attention(inputs, tensors.manager().zeros(new Shape(1))),
        all(inputs));
  }

  @Test
  void masksAreAddedToScores() {
    QueryKeyValue inputs = queryKeyValue();
    NDArray mask = tensors.manager().zeros(new Shape(2, 1, 1, 7));
    mask.set(new NDIndex("1, 0, 0, 4:"), -1e9f);
    same(kernels.scaledDotProductAttention(inputs, mask, 0), attention(inputs, mask), all(inputs));
  }

  @Test
  void droppedAttentionFollowsTheSeedAndKeepsItsMean() {
    NDArray query = tensors.normal(1, 1, 400, 4);
    NDArray ones = tensors.manager().ones(new Shape(1, 1, 400, 4));
    QueryKeyValue inputs = new QueryKeyValue(query, tensors.normal(1, 1, 400, 4), ones);
    Engine.getEngine("PyTorch").setRandomSeed(3);
    NDArray first = kernels.scaledDotProductAttention(inputs, null, 0.25);
    NDArray other = kernels.scaledDotProductAttention(inputs, null, 0.25);
    Engine.getEngine("PyTorch").setRandomSeed(3);
    assertThat(kernels.scaledDotProductAttention(inputs, null, 0.25)).isEqualTo(first);
    assertThat(first).isNotEqualTo(other);
    assertThat(first.mean().getFloat()).isCloseTo(1, within(0.05f));
  }

  @Test
  void groupNormStandardisesEachGroup() {
    NDArray input = tensors.parameter(2, 6, 9);
    NormalisationWeights weights =
        new NormalisationWeights(tensors.parameter(6L), tensors.parameter(6L), 1e-5);
    for (int groups : new int[] {6, 2}) {
      NDArray grouped = input.reshape(2, groups, -1);
      NDArray centred = grouped.sub(grouped.mean(new int[] {2}, true));
      NDArray variance = centred.square().mean(new int[] {2}, true).add(1e-5);
      NDArray expected =
          centred
              .div(variance.sqrt())
              .reshape(2, 6, 9)
              .mul(weights.weight().reshape(1, 6, 1))
              .add(weights.bias().reshape(1, 6, 1));
      same(
          kernels.groupNorm(input, groups, weights),
          expected,
          List.of(input, weights.weight(), weights.bias()));
    }
  }

  @Test
  void rowConvolutionsAreConvolutions() {
    NDArray bias = tensors.parameter(7L);
    for (int width : new int[] {4, 8, 12, 1, 5, 7}) {
      NDArray input = tensors.parameter(42, 3);
      NDArray weight = tensors.parameter(7, 3, width);
      NDArray expected =
          JniUtils.convolution(
                  (PtNDArray) input.transpose().expandDims(0),
                  (PtNDArray) weight,
                  (PtNDArray) bias,
                  new Shape(4),
                  new Shape(0),
                  new Shape(1),
                  1)
              .squeeze(0)
              .transpose();
      same(kernels.rowConvolution(input, weight, bias, 4), expected, List.of(input, weight, bias));
    }
  }

  @Test
  void dropoutDropsItsShareAndScalesTheRest() {
    for (double probability : new double[] {0.1, 0.5, 0.99}) {
      NDArray input = tensors.manager().ones(new Shape(301, 333));
      float[] output = kernels.dropout(input, probability).toFloatArray();
      int dropped = 0;
      for (float value : output) {
        dropped += value == 0 ? 1 : 0;
        assertThat(value == 0 ? 1 / (1 - probability) : value)
            .isCloseTo(1 / (1 - probability), within(0.002 / (1 - probability)));
      }
      assertThat((double) dropped / output.length).isCloseTo(probability, within(0.006));
    }
  }

  @Test
  void dropoutFollowsTheSeedAndItsGradientTheDroppedValues() {
    NDArray input = tensors.parameter(7, 3);
    Engine.getEngine("PyTorch").setRandomSeed(3);
    NDArray first = kernels.dropout(input, 0.4);
    NDArray other = kernels.dropout(input, 0.4);
    Engine.getEngine("PyTorch").setRandomSeed(3);
    assertThat(kernels.dropout(input, 0.4)).isEqualTo(first);
    assertThat(first).isNotEqualTo(other);
    float[] factors = first.div(input).toFloatArray();
    NDArray constant = NativeTensors.of(tensors.manager(), factors, input.getShape());
    same(first, input.mul(constant), List.of(input));
  }

  @Test
  void dropoutOfEverythingLeavesNothing() {
    NDArray input = tensors.parameter(2, 2);
    NDArray output = kernels.dropout(input, 1);
    assertThat(output.toFloatArray()).containsOnly(0);
    LentMemory.collect();
    NDArray gradient = kernels.gradients(output.sum(), List.of(input)).get(0);
    assertThat(gradient.toFloatArray()).containsOnly(0);
  }

  @Test
  void rowsMayBeLeftOutAndRepeated() {
    NDArray matrix = tensors.parameter(5, 3);
    NDArray places = tensors.manager().create(new long[] {4, 0, 0});
    NDArray expected =
        NDArrays.concat(
            new NDList(
                matrix.get(new NDIndex("4:5")),
                matrix.get(new NDIndex("0:1")),
                matrix.get(new NDIndex("0:1"))));
    same(kernels.rows(matrix, places), expected, List.of(matrix));
  }

  @Test
  void weightNormScalesDirections() {
    NDArray direction = tensors.parameter(6, 3, 5);
    NDArray magnitude = tensors.parameter(1, 1, 5);
    NDArray norm = direction.square().sum(new int[] {0, 1}, true).sqrt();
    same(
        kernels.weightNorm(direction, magnitude, 2),
        direction.mul(magnitude.div(norm)),
        List.of(direction, magnitude));
  }

  @Test
  void whatTheLossDoesNotDependOnHasNoGradient() {
    NDArray used = tensors.parameter(2f, 3f);
    NDArray unused = tensors.parameter(1f);
    List<NDArray> gradients = kernels.gradients(used.square().sum(), List.of(used, unused));
    assertThat(gradients.get(0).toFloatArray()).containsExactly(4, 6);
    assertThat(gradients.get(1)).isNull();
    assertThat(used.getGradient().toFloatArray()).as("nothing is kept").containsOnly(0);
  }

  @Test
  void listsAreAddedScaledAndMeasured() {
    List<NDArray> sums =
        List.of(tensors.manager().create(3f), tensors.manager().zeros(new Shape(2)));
    List<NDArray> terms =
        List.of(tensors.manager().create(0f), tensors.manager().create(new float[] {4, 0}));
    kernels.addInPlace(sums, terms);
    assertThat(kernels.norm(sums)).isEqualTo(5);
    kernels.scaleInPlace(sums, 0.5);
    assertThat(sums.get(1).toFloatArray()).containsExactly(2, 0);
  }

  @Test
  void threadsShareTheKernels() throws Exception {
    QueryKeyValue inputs = queryKeyValue();
    NDArray expected = kernels.scaledDotProductAttention(inputs, null, 0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(threads.submit(() -> gives(inputs, expected)));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @SuppressWarnings("try") // the mode lasts as long as the block
  private boolean gives(QueryKeyValue inputs, NDArray expected) {
    try (GradientMode off = GradientMode.off();
        NDArray found = kernels.scaledDotProductAttention(inputs, null, 0)) {
      return found.equals(expected);
    }
  }

  @Test
  void handlesAreTheCallers() {
    QueryKeyValue inputs = queryKeyValue();
    int before = tensors.manager().getManagedArrays().size();
    for (int i = 0; i < 100; i++) {
      try (NDArray result =
          TensorScope.result(
              () -> {
                kernels.scaledDotProductAttention(inputs, null, 0);
                return kernels.scaledDotProductAttention(inputs, null, 0.1);
              })) {
        assertThat(result.getShape()).isEqualTo(new Shape(2, 3, 7, 4));
      }
    }
    assertThat(tensors.manager().getManagedArrays()).hasSize(before);
  }

  private QueryKeyValue queryKeyValue() {
    return new QueryKeyValue(
        tensors.parameter(2, 3, 7, 4),
        tensors.parameter(2, 3, 7, 4),
        tensors.parameter(2, 3, 7, 4));
  }

  private static List<NDArray> all(QueryKeyValue inputs) {
    return List.of(inputs.query(), inputs.key(), inputs.value());
  }

  private static NDArray attention(QueryKeyValue inputs, NDArray mask) {
    NDArray scores = inputs.query().matMul(inputs.key().transpose(0, 1, 3, 2)).mul(0.5);
    return scores.add(mask).softmax(-1).matMul(inputs.value());
  }

  private void same(NDArray found, NDArray expected, List<NDArray> inputs) {
    near(found, expected);
    NDArray direction = tensors.normal(found.getShape().getShape());
    List<NDArray> gradients = kernels.gradients(found.mul(direction).sum(), inputs);
    List<NDArray> expectedGradients = kernels.gradients(expected.mul(direction).sum(), inputs);
    for (int i = 0; i < inputs.size(); i++) {
      near(gradients.get(i), expectedGradients.get(i));
    }
  }

  private static void near(NDArray found, NDArray expected) {
    assertThat(found.getShape()).isEqualTo(expected.getShape());
    double difference = found.sub(expected).norm().getFloat() / expected.norm().getFloat();
    assertThat(difference).isLessThan(1e-5);
  }
}
