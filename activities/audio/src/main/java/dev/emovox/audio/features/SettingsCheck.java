package dev.emovox.audio.features;

import dev.emovox.domain.Descriptor;
import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.Set;

/** Tells feature settings that can be computed from those that can't. */
final class SettingsCheck {
  private static final int MOST_BANDS = 4096;
  private static final int MOST_FFT = 1 << 16;
  private static final int MOST_RATE = 384_000;
  private static final double MOST_SECONDS = 600;
  private static final int MOST_VERSIONS = 100;
  private static final double MOST_FRAMES = 1e9;

  private SettingsCheck() {}

  static void check(FeatureSettings settings) {
    within("sample_rate", settings.sampleRate(), 1000, MOST_RATE);
    within("seconds", settings.seconds(), 0.01, MOST_SECONDS);
    within("fft_size", settings.fftSize(), 16, MOST_FFT);
    if (Integer.bitCount(settings.fftSize()) != 1) {
      throw refused("fft_size", settings.fftSize(), "a power of two");
    }
    within("hop_length", settings.hopLength(), 1, settings.fftSize() - 1.0);
    within("mel_bands", settings.melBands(), 1, MOST_BANDS);
    within("mfcc_count", settings.mfccCount(), 1, settings.melBands());
    within("chroma_bins", settings.chromaBins(), 1, MOST_BANDS);
    within("contrast_bands", settings.contrastBands(), 1, 20);
    within("concatenated_versions", settings.concatenatedVersions().size(), 0, MOST_VERSIONS);
    check(settings.pooled());
    if (settings.rmsNormalised()) {
      within("rms_level", settings.rmsLevel(), 1e-6, 1e3);
    }
  }

  private static void check(FeaturePooling pooling) {
    within("pooling.deltas", pooling.deltas(), 0, FeaturePooling.MOST_DELTAS);
    within("pooling.statistics", pooling.statistics().size(), 1, MOST_VERSIONS);
    requireDistinct("pooling.statistics", pooling.statistics());
    requireDistinct("pooling.descriptors", pooling.descriptors());
    for (String statistic : pooling.statistics()) {
      if (!FeaturePooling.isStatistic(statistic)) {
        throw new InvalidInputException(
            ("Feature setting pooling.statistics has '%s', which is none: there are mean, std and"
                    + " the percentiles p0 to p100.")
                .formatted(statistic));
      }
    }
  }

  private static void requireDistinct(String key, List<?> values) {
    if (Set.copyOf(values).size() != values.size()) {
      throw new InvalidInputException(
          "Feature setting %s repeats itself: %s. Name each once.".formatted(key, values));
    }
  }

  /** What must hold of the frames. */
  static void check(FeaturePooling pooling, SpectrumShape shape) {
    if (pooling.deltas() > 0) {
      within("seconds (frames for pooling.deltas)", shape.frames(), Derivative.WIDTH, MOST_FRAMES);
    }
    if (pooling.descriptors().contains(Descriptor.FUNDAMENTAL_FREQUENCY)
        || pooling.descriptors().contains(Descriptor.JITTER)
        || pooling.descriptors().contains(Descriptor.SHIMMER)) {
      double period = shape.sampleRate() / FundamentalFrequency.LOWEST;
      within("fft_size (samples for the longest period)", shape.fftSize(), 2 * period, MOST_FFT);
    }
  }

  private static void within(String key, double value, double least, double most) {
    // Written so that NaN is refused too.
    if (!(value >= least && value <= most)) {
      throw refused(key, value, "between %s and %s".formatted(least, most));
    }
  }

  private static InvalidInputException refused(String key, double value, String wanted) {
    return new InvalidInputException(
        "Feature setting %s is %s and must be %s; change it in the experiment's features"
            .formatted(key, value, wanted));
  }
}
