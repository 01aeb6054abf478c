package dev.emovox.audio.features;

import dev.emovox.domain.Descriptor;
import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a vector's values: descriptor, {@code _delta} or {@code _delta2}, statistic unless
 * it is the mean, and number, as in {@code mfcc_07}, {@code chroma_std_11}, {@code
 * spectral_contrast_delta_p90_3} and {@code energy_std}.
 */
public final class FeatureNames {
  static final String ZERO_CROSSING_RATE = "zero_crossing_rate";
  static final String ENERGY = "energy";
  static final String FUNDAMENTAL_FREQUENCY = "fundamental_frequency";
  static final String VOICED_SHARE = "voiced_share";
  static final String JITTER = "jitter";
  static final String SHIMMER = "shimmer";
  static final String ONSET_RATE = "onset_rate";
  private static final Set<String> NUMBERS = Set.of(VOICED_SHARE, JITTER, SHIMMER, ONSET_RATE);

  private final FeatureSettings settings;
  private final FeaturePooling pooling;

  private FeatureNames(FeatureSettings settings) {
    this.settings = settings;
    this.pooling = settings.pooled();
  }

  /** The names of the values that describe a clip, or each version of it, in their order. */
  public static List<String> of(FeatureSettings settings) {
    FeatureNames names = new FeatureNames(settings);
    List<String> all = new ArrayList<>();
    names.addSpectral(all, "");
    for (Derivative derivative : Derivative.upTo(names.pooling.deltas())) {
      names.addSpectral(all, derivative.suffix());
    }
    for (Descriptor descriptor : names.pooling.descriptors()) {
      names.add(all, descriptor);
    }
    return List.copyOf(all);
  }

  private void addSpectral(List<String> all, String suffix) {
    add(all, "mfcc" + suffix, "_%02d", settings.mfccCount());
    add(all, "chroma" + suffix, "_%02d", settings.chromaBins());
    add(all, "spectral_contrast" + suffix, "_%d", settings.contrastBands() + 1);
  }

  private void add(List<String> all, String name, String number, int count) {
    for (String statistic : pooling.statistics()) {
      for (int i = 0; i < count; i++) {
        all.add(new Statistic(statistic).of(name) + String.format(Locale.ROOT, number, i));
      }
    }
  }

  private void add(List<String> all, Descriptor descriptor) {
    switch (descriptor) {
      case ZERO_CROSSING_RATE -> add(all, ZERO_CROSSING_RATE, "", 1);
      case ENERGY -> add(all, ENERGY, "", 1);
      case FUNDAMENTAL_FREQUENCY -> {
        add(all, FUNDAMENTAL_FREQUENCY, "", 1);
        all.add(VOICED_SHARE);
      }
      case JITTER -> all.add(JITTER);
      case SHIMMER -> all.add(SHIMMER);
      case ONSET_RATE -> all.add(ONSET_RATE);
    }
  }

  /** Whether a track is a single number, which has no statistics. */
  static boolean isNumber(String track) {
    return NUMBERS.contains(track);
  }
}
