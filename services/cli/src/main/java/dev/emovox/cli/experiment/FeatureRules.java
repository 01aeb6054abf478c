package dev.emovox.cli.experiment;

import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SpeechTrimming;
import dev.emovox.settings.yaml.NearestName;
import java.util.List;
import java.util.Set;

/** What must hold in the feature sets of an experiment. */
final class FeatureRules {
  private static final int LEAST_RATE = 4_000;
  private static final int MOST_RATE = 192_000;
  private static final double MOST_SECONDS = 60;
  private static final int LEAST_FRAME = 64;
  private static final int MOST_FRAME = 65_536;
  private static final int MOST_MELS = 512;
  private static final int MOST_CHROMA = 96;
  private static final int MOST_OCTAVES = 9;

  private final Requirements require;
  private final String path;

  /**
   * Rules for one set.
   *
   * @param path where it is written
   */
  FeatureRules(Requirements require, String path) {
    this.require = require;
    this.path = path;
  }

  void check(FeatureChoice choice) {
    List<String> sets = FeatureSettings.named().stream().map(FeatureSettings::set).toList();
    require(
        sets.contains(choice.set()),
        "set",
        "is '%s', which is no feature set.%s There are: %s."
            .formatted(
                choice.set(), NearestName.hint(sets, choice.set()), String.join(", ", sets)));
    check(choice.settings());
  }

  private void check(FeatureSettings settings) {
    range("sample_rate", settings.sampleRate(), LEAST_RATE, MOST_RATE);
    require(
        settings.seconds() > 0 && settings.seconds() <= MOST_SECONDS,
        "seconds",
        "must be above 0 and at most " + (int) MOST_SECONDS + ".");
    require(
        settings.rmsLevel() > 0 && settings.rmsLevel() <= 1,
        "rms_level",
        "must be above 0 and at most 1.");
    range("fft_size", settings.fftSize(), LEAST_FRAME, MOST_FRAME);
    require(Integer.bitCount(settings.fftSize()) == 1, "fft_size", "must be a power of two.");
    range("hop_length", settings.hopLength(), 1, settings.fftSize());
    range("mel_bands", settings.melBands(), 1, MOST_MELS);
    range("mfcc_count", settings.mfccCount(), 1, settings.melBands());
    range("chroma_bins", settings.chromaBins(), 1, MOST_CHROMA);
    range("contrast_bands", settings.contrastBands(), 1, MOST_OCTAVES);
    check(settings.pooled());
    settings.trimming().ifPresent(this::check);
  }

  private void check(SpeechTrimming trimming) {
    decibels("trimming.above_noise", trimming.aboveNoise());
    decibels("trimming.below_peak", trimming.belowPeak());
    require(
        trimming.keptSeconds() >= 0 && trimming.keptSeconds() <= SpeechTrimming.MOST_SECONDS,
        "trimming.kept_seconds",
        "must be between 0 and %.0f.".formatted(SpeechTrimming.MOST_SECONDS));
  }

  private void decibels(String key, double value) {
    require(
        value >= 1 && value <= SpeechTrimming.MOST_DECIBELS,
        key,
        "must be between 1 and %.0f.".formatted(SpeechTrimming.MOST_DECIBELS));
  }

  private void check(FeaturePooling pooling) {
    range("pooling.deltas", pooling.deltas(), 0, FeaturePooling.MOST_DELTAS);
    require(
        !pooling.statistics().isEmpty()
            && pooling.statistics().stream().allMatch(FeaturePooling::isStatistic),
        "pooling.statistics",
        "is %s; it must list some of mean, std and the percentiles p0 to p100."
            .formatted(pooling.statistics()));
    requireDistinct("pooling.statistics", pooling.statistics());
    requireDistinct("pooling.descriptors", pooling.descriptors());
  }

  private void requireDistinct(String key, List<?> values) {
    require(Set.copyOf(values).size() == values.size(), key, "repeats itself: " + values + ".");
  }

  private void range(String key, int value, int least, int most) {
    require.range(path + "." + key, value, least, most);
  }

  private void require(boolean holds, String key, String reason) {
    require.that(holds, path + "." + key, reason);
  }
}
