package dev.emovox.wav2vec2.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final String CLASSIFIER = "classifier.weight";

  private static Parameters drawn(Golden golden, long seed) {
    Wav2Vec2Config config =
        golden.checkpoint().config().withLabels(new LabelSet(List.of("a", "b", "c")));
    return Parameters.load(
        golden.checkpoint(), config, ComputeDevice.CPU, HeadInitialisation.drawn(seed));
  }

  @Test
  void areThoseOfTheCheckpoint() {
    try (Golden golden = Golden.open("base");
        LoadedModel model = LoadedModel.of(golden.checkpoint())) {
      assertThat(model.parameters().count()).isEqualTo(25_004);
      model
          .parameters()
          .all()
          .forEach(
              (name, tensor) ->
                  assertThat(tensor.toFloatArray())
                      .containsExactly(Golden.floats(golden.checkpoint().parameter(name))));
    }
  }

  @Test
  void aNewHeadFitsOtherLabelsAndFollowsItsSeed() {
    try (Golden golden = Golden.open("weighted");
        Parameters one = drawn(golden, 1);
        Parameters again = drawn(golden, 1);
        Parameters other = drawn(golden, 2)) {
      assertThat(one.get(CLASSIFIER).getShape()).isEqualTo(new Shape(3, 24));
      assertThat(again.get(CLASSIFIER).toFloatArray())
          .containsExactly(one.get(CLASSIFIER).toFloatArray());
      assertThat(other.get(CLASSIFIER).toFloatArray())
          .isNotEqualTo(one.get(CLASSIFIER).toFloatArray());
      assertThat(one.get("classifier.bias").toFloatArray()).containsOnly(0);
      assertThat(one.get("layer_weights").toFloatArray()).containsOnly(1f / 3);
      float[] projector = one.get("projector.weight").toFloatArray();
      assertThat(Differences.norm(projector) / Math.sqrt(projector.length))
          .as("the configuration's initializer_range")
          .isCloseTo(0.2, within(0.02));
    }
  }

  /** DJL's concatenation of a single tensor is a copy that automatic differentiation forgets. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @SuppressWarnings("try") // recording lasts as long as the block
  void allAreTrainedByABatchOfAnySize(int clips) {
    try (Golden golden = Golden.open("base");
        LoadedModel model = LoadedModel.of(golden.checkpoint());
        GradientMode recording = GradientMode.on()) {
      model.parameters().train(name -> true);
      NDArray logits =
          model.forward(golden.waveforms().subList(0, clips), ForwardSettings.inference()).logits();
      SortedMap<String, NDArray> unmasked = new TreeMap<>(model.parameters().all());
      unmasked.remove("wav2vec2.masked_spec_embed");
      List<NDArray> found =
          model.kernels().gradients(logits.square().sum(), List.copyOf(unmasked.values()));
      assertThat(found).doesNotContainNull();
    }
  }

  @Test
  @SuppressWarnings("try") // recording lasts as long as the block
  void onlyWhatIsTrainedIsRecorded() {
    try (Golden golden = Golden.open("base");
        LoadedModel model = LoadedModel.of(golden.checkpoint());
        GradientMode recording = GradientMode.on()) {
      NDArray frozen =
          model.forward(golden.waveforms(), ForwardSettings.inference()).logits().sum();
      assertThat(frozen.hasGradient()).isFalse();
      model.parameters().train(name -> !name.startsWith("wav2vec2.feature_extractor."));
      NDArray loss = model.forward(golden.waveforms(), ForwardSettings.inference()).logits().sum();
      List<NDArray> gradients =
          model
              .kernels()
              .gradients(
                  loss,
                  List.of(
                      model.parameters().get(CLASSIFIER),
                      model.parameters().get("wav2vec2.feature_projection.projection.weight")));
      assertThat(gradients).doesNotContainNull();
      assertThat(model.parameters().get("wav2vec2.feature_extractor.conv_layers.0.conv.weight"))
          .satisfies(weight -> assertThat(weight.hasGradient()).isFalse());
    }
  }
}
