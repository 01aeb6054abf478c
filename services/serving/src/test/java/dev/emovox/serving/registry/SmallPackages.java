package dev.emovox.serving.registry;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineTrainer;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.PackageContents;
import dev.emovox.inference.packaging.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * Real model packages, fitted in moments on the features of synthetic tones: a low tone is of the
 * first class, a high one of the second.
 */
public final class SmallPackages {
  /** A tone of the first class, in hertz. */
  public static final double LOW = 150;

  /** A tone of the second class, in hertz. */
  public static final double HIGH = 2400;

  private static final int RATE = 16_000;
  private static final int CLIPS_A_CLASS = 12;
  private static final FeatureSettings SETTINGS = FeatureSettings.paper();

  private SmallPackages() {}

  /** A package that tells low tones from high ones and calls them by these names, in order. */
  public static BaselinePackage telling(String low, String high) {
    return telling(low, high, Optional.empty());
  }

  /** The same with a reference for drift. */
  public static BaselinePackage telling(
      String low, String high, Optional<DriftReference> reference) {
    FeatureExtractor extractor = new FeatureExtractor(SETTINGS);
    double[][] features = new double[2 * CLIPS_A_CLASS][];
    int[] labels = new int[features.length];
    for (int clip = 0; clip < features.length; clip++) {
      labels[clip] = clip % 2;
      double hertz = (labels[clip] == 0 ? LOW : HIGH) * (1 + 0.01 * clip);
      features[clip] = extractor.vector(tone(hertz, 1));
    }
    LabelSet names = new LabelSet(List.of(low, high));
    TrainingTable table = new TrainingTable(extractor.names(), features, labels, names);
    BaselineSettings settings = new BaselineSettings.LogisticRegression("small", 0.01, 500);
    return BaselinePackage.of(
        new PackageContents(
            new BaselineTrainer().fit(settings, table, 1), SETTINGS, provenance(), reference));
  }

  /** A tone of an amplitude that speech may have. */
  public static AudioClip tone(double hertz, double seconds) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return new AudioClip(samples, RATE);
  }

  private static Provenance provenance() {
    return new Provenance(
        Digest.of("manifest"), Digest.of("split"), Digest.of("features"), Digest.of("report"), "0");
  }
}
