package dev.emovox.wav2vec2.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.testing.Configs;
import dev.emovox.wav2vec2.testing.Golden;
import dev.emovox.wav2vec2.testing.LoadedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training drops and masks, and that it follows from the seed. */
class TrainingRandomnessTest {
  private final Golden golden = Golden.open("base");
  private final List<float[]> clips = golden.waveforms();

  @AfterEach
  void close() {
    golden.close();
  }

  private LoadedModel model(Map<String, ?> keys) {
    Wav2Vec2Config config = Configs.withoutRandomness(golden.checkpoint().config());
    return LoadedModel.of(golden.checkpoint(), Configs.with(config, keys));
  }

  private float[] logits(LoadedModel model, ForwardSettings settings) {
    return model.forward(clips, settings).logits().toFloatArray();
  }

  @Test
  void inferenceIsTheSameWhateverTheSeed() {
    try (LoadedModel model = LoadedModel.of(golden.checkpoint())) {
      float[] first = logits(model, ForwardSettings.inference());
      float[] second = logits(model, new ForwardSettings(false, 99, BatchMode.CLIP_INDEPENDENT));
      assertThat(second).containsExactly(first);
    }
  }

  @Test
  void trainingWithEverythingOffIsInference() {
    try (LoadedModel model = model(Map.of())) {
      assertThat(logits(model, ForwardSettings.training(1)))
          .containsExactly(logits(model, ForwardSettings.inference()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden_dropout",
        "activation_dropout",
        "attention_dropout",
        "feat_proj_dropout",
        "layerdrop"
      })
  void everyDropoutFollowsTheSeed(String key) {
    try (LoadedModel model = model(Map.of(key, 0.5))) {
      float[] seven = logits(model, ForwardSettings.training(7));
      assertThat(logits(model, ForwardSettings.training(7))).containsExactly(seven);
      assertThat(LongStream.range(8, 20).mapToObj(ForwardSettings::training))
          .as("other seeds")
          .anySatisfy(other -> assertThat(logits(model, other)).isNotEqualTo(seven));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mask_time", "mask_feature"})
  void masksFollowTheSeed(String axis) {
    Map<String, Object> keys = new HashMap<>();
    keys.put("apply_spec_augment", true);
    keys.put("mask_time_prob", 0);
    keys.put(axis + "_prob", 0.5);
    keys.put(axis + "_length", 3);
    try (LoadedModel model = model(keys)) {
      float[] seven = logits(model, ForwardSettings.training(7));
      assertThat(logits(model, ForwardSettings.training(7))).containsExactly(seven);
      assertThat(logits(model, ForwardSettings.training(8))).isNotEqualTo(seven);
      assertThat(logits(model, ForwardSettings.inference())).isNotEqualTo(seven);
    }
  }

  @Test
  void layerDropLeavesOutWholeLayers() {
    try (LoadedModel model = model(Map.of("layerdrop", 1))) {
      List<NDArray> states =
          model.forward(clips, ForwardSettings.training(1).withHiddenStates()).hiddenStates();
      assertThat(states).hasSize(3).allSatisfy(state -> assertThat(state).isSameAs(states.get(0)));
    }
  }

  @Test
  void layersAreDroppedAsOftenAsConfigured() {
    int dropped = 0;
    try (LoadedModel model = model(Map.of("layerdrop", 0.3))) {
      EncodedClips clip =
          model
              .model()
              .enter(
                  model.batch(clips.subList(1, 2)), ForwardSettings.inference(), model.manager());
      for (int seed = 0; seed < 500; seed++) {
        for (int layer = 0; layer < 2; layer++) {
          EncodedClips after = model.model().layer(layer, clip, ForwardSettings.training(seed));
          dropped += after.states() == clip.states() ? 1 : 0;
        }
      }
    }
    assertThat(dropped).isBetween(250, 350);
  }

  /** What gradient checkpointing does: keep a layer's input, compute the layer again later. */
  @Test
  void aLayerCanBeComputedAgain() {
    try (LoadedModel model = model(Map.of("hidden_dropout", 0.3, "attention_dropout", 0.3))) {
      ForwardSettings settings = ForwardSettings.training(3);
      EncodedClips clip = model.model().enter(model.batch(clips), settings, model.manager());
      float[] once = model.model().layer(1, clip, settings).states().toFloatArray();
      model.model().layer(0, clip, settings);
      assertThat(model.model().layer(1, clip, settings).states().toFloatArray())
          .containsExactly(once);
    }
  }
}
