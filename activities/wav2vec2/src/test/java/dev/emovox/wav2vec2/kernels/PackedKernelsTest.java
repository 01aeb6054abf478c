package dev.emovox.wav2vec2.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kernel on packed weights beside libtorch's usual one. */
class PackedKernelsTest {
  /** Of values about as large as 10, whose terms are added in another order. */
  private static final double SAME = 2e-5;

  private Tensors tensors;
  private TorchKernels kernels;
  private PackedKernels packed;
  private GradientMode off;

  @BeforeEach
  void start() {
    tensors = new Tensors();
    kernels = TorchKernels.loadForInference();
    packed = kernels.packed().orElseThrow();
    off = GradientMode.off();
  }

  @AfterEach
  void end() {
    off.close();
    kernels.close();
    tensors.close();
  }

  @Test
  void kernelsForTrainingPackNothing() {
    try (TorchKernels training = TorchKernels.load()) {
      assertThat(training.packed()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 149, 400})
  void productsAreTheUsualOnes(int rows) {
    NDArray input = tensors.normal(rows, 48);
    NDArray weight = tensors.normal(24, 48);
    NDArray bias = tensors.normal(24);
    NDArray expected = JniUtils.linear(pt(input), pt(weight), pt(bias));
    NDArray bent = JniUtils.gelu(pt(expected));

    NDArray kept = packed.packLinear(weight);

    same(packed.linear(input, kept, bias), expected);
    same(packed.linearGelu(input, kept, bias), bent);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 149, 300})
  void convolutionsAreTheUsualOnes(int frames) {
    PackedKernels.Span span = new PackedKernels.Span(4, 2, 1);
    NDArray input = tensors.normal(2, frames, 12);
    NDArray weight = tensors.normal(12, 6, 8);
    NDArray bias = tensors.normal(12);
    NDArray expected =
        JniUtils.gelu(
                JniUtils.convolution(
                    pt(input.swapAxes(1, 2)),
                    pt(weight),
                    pt(bias),
                    new Shape(1),
                    new Shape(4),
                    new Shape(1),
                    2))
            .swapAxes(1, 2);

    NDArray kept = packed.packConvolution(weight, span, 149);

    same(packed.convolutionGelu(input, kept, bias, span), expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 400, 4000})
  void normalisedWindowsAreAConvolutionThatIsNormalised(int samples) {
    NDArray signal = tensors.normal(1, 1, samples);
    NDArray weight = tensors.normal(6, 1, 10);
    NormalisationWeights norm =
        new NormalisationWeights(tensors.normal(6), tensors.normal(6), 1e-5);
    NDArray convolved =
        JniUtils.convolution(
            pt(signal), pt(weight), null, new Shape(5), new Shape(0), new Shape(1), 1);
    NDArray expected = JniUtils.gelu(pt(kernels.groupNorm(convolved, 6, norm))).swapAxes(1, 2);

    NDArray kept = packed.packLinear(weight.reshape(6, 10));

    same(
        packed.normalisedWindowsGelu(signal, kept, norm, new PackedKernels.Window(10, 5)),
        expected);
  }

  @Test
  void aWeightIsNotKeptTwice() {
    NDArray weight = tensors.normal(8, 8);

    packed.packLinear(weight);

    assertThat(weight.isReleased()).isTrue();
  }

  private static void same(NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    assertThat(Differences.largest(actual.toFloatArray(), expected.toFloatArray()))
        .isLessThan(SAME);
  }

  private static PtNDArray pt(NDArray tensor) {
    return (PtNDArray) tensor;
  }
}
