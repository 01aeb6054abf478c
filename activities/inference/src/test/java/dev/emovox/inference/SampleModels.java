package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.packaging.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Small models fitted on made-up sounds: low and high tones in noise. */
final class SampleModels {
  static final LabelSet LABELS = new LabelSet(List.of("low", "high"));
  static final FeatureSettings SETTINGS =
      new FeatureSettings("small", 16_000, 0.5, true, 0.1, 512, 256, 13, 40, 12, 4, true);
  static final FeatureSettings VERSIONS =
      new FeatureSettings(
          "versions",
          16_000,
          0.5,
          true,
          1,
          512,
          256,
          13,
          40,
          12,
          4,
          true,
          ClipVersion.paper(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  static final Provenance PROVENANCE =
      new Provenance(
          Digest.of("manifest"),
          Digest.of("split"),
          Digest.of("features"),
          Digest.of("report"),
          "1.0");

  private SampleModels() {}

  static Stream<BaselineSettings> settings() {
    return Stream.of(
        new BaselineSettings.LogisticRegression("lr", 1, 100),
        new BaselineSettings.RandomForest("rf", 10, 1));
  }

  static BaselineModel fit(BaselineSettings settings, LabelSet labels) {
    return fit(settings, labels, SETTINGS);
  }

  static BaselineModel fit(BaselineSettings settings, FeatureSettings features) {
    return fit(settings, LABELS, features);
  }

  private static BaselineModel fit(
      BaselineSettings settings, LabelSet labels, FeatureSettings features) {
    FeatureExtractor extractor = new FeatureExtractor(features);
    double[][] rows = new double[24][];
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = i % 2;
      rows[i] = extractor.vector(tone(classes[i] == 0 ? 150 : 900, i));
    }
    return new BaselineTrainer()
        .fit(settings, new TrainingTable(extractor.names(), rows, classes, labels), 42);
  }

  static BaselinePackage pack(BaselineSettings settings) {
    return BaselinePackage.of(new PackageContents(fit(settings, LABELS), SETTINGS, PROVENANCE));
  }

  static AudioClip tone(double hertz, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[8_000];
    double pitch = hertz * (1 + 0.1 * random.nextDouble());
    for (int i = 0; i < samples.length; i++) {
      double wave = Math.sin(2 * Math.PI * pitch * i / 16_000);
      samples[i] = (float) (0.3 * wave + 0.02 * random.nextGaussian());
    }
    return new AudioClip(samples, 16_000);
  }
}
