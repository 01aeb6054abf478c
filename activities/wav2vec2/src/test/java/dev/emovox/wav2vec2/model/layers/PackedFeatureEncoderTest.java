package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.testing.Differences;
import dev.emovox.wav2vec2.testing.LoadedModel;
import dev.emovox.wav2vec2.testing.Speech;
import dev.emovox.wav2vec2.testing.TinyNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All clips in one signal beside each clip by itself. */
class PackedFeatureEncoderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[10, 8, 4]; [5, 8, 4]", "[10, 3, 2]; [5, 2, 2]", "[480, 5, 3]; [160, 1, 2]"})
  @SuppressWarnings("try") // gradients are recorded as long as the block lasts
  void givesTheSameFeaturesAndGradients(String kernels, String strides) {
    String architecture =
        TinyNetwork.ARCHITECTURE.replace("[10, 8, 4]", kernels).replace("[5, 8, 4]", strides);
    try (Checkpoint checkpoint = TinyNetwork.checkpoint(architecture, folder.resolve("network"));
        LoadedModel loaded = LoadedModel.of(checkpoint);
        GradientMode recording = GradientMode.on()) {
      loaded.parameters().train(name -> true);
      FeatureEncoderConfig config = checkpoint.config().featureEncoder();
      List<Integer> lengths = lengths(config);
      NamedTensors names =
          new NamedTensors(loaded.parameters()::get, "").at("wav2vec2").at("feature_extractor");
      NDArray separate =
          new FeatureEncoder(config, names, loaded.kernels())
              .forward(clips(lengths, loaded.manager()));
      SignalPacking packing = SignalPacking.of(config, lengths);
      NDArray packed =
          new PackedFeatureEncoder(config, names, loaded.kernels())
              .forward(
                  List.of(new PackedSignal(signal(lengths, packing, loaded.manager()), packing)));
      assertThat(Differences.relative(packed.toFloatArray(), separate.toFloatArray()))
          .isLessThan(1e-5);
      assertSameGradients(loaded, packed, separate);
    }
  }

  private static void assertSameGradients(LoadedModel loaded, NDArray packed, NDArray separate) {
    List<NDArray> trained = new ArrayList<>();
    loaded
        .parameters()
        .all()
        .forEach(
            (name, values) -> {
              if (name.contains("feature_extractor")) {
                trained.add(values);
              }
            });
    NDArray direction = loaded.manager().randomNormal(packed.getShape());
    List<NDArray> found = loaded.kernels().gradients(packed.mul(direction).sum(), trained);
    List<NDArray> expected = loaded.kernels().gradients(separate.mul(direction).sum(), trained);
    assertThat(trained).hasSize(12);
    for (int i = 0; i < trained.size(); i++) {
      assertThat(Differences.relative(found.get(i).toFloatArray(), expected.get(i).toFloatArray()))
          .isLessThan(1e-4);
    }
  }

  /** One frame, one sample less than two, two, and many with and without a rest. */
  private static List<Integer> lengths(FeatureEncoderConfig config) {
    int one = (int) config.shortestInput();
    int hop = (int) config.hop();
    return List.of(one, one + hop - 1, one + hop, 16_000, 8_165, 12_345);
  }

  private static List<NDArray> clips(List<Integer> lengths, NDManager manager) {
    List<NDArray> clips = new ArrayList<>();
    for (int clip = 0; clip < lengths.size(); clip++) {
      float[] samples = Speech.clip(lengths.get(clip), clip);
      clips.add(manager.create(samples, new Shape(1, samples.length)));
    }
    return clips;
  }

  private static NDArray signal(List<Integer> lengths, SignalPacking packing, NDManager manager) {
    float[] signal = new float[packing.samples()];
    for (int clip = 0; clip < lengths.size(); clip++) {
      float[] samples = Speech.clip(lengths.get(clip), clip);
      System.arraycopy(samples, 0, signal, packing.starts().get(clip), packing.lengths().get(clip));
    }
    return manager.create(signal, new Shape(signal.length, 1));
  }
}
