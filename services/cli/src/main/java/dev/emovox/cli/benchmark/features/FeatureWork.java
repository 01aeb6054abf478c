package dev.emovox.cli.benchmark.features;

import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.Work;

/**
 * Features of all clips once.
 *
 * @param set name of the feature set
 * @param fromFiles whether files are decoded and resampled as part of the work; if not, samples at
 *     16 kHz are ready
 */
record FeatureWork(String set, boolean fromFiles) {
  private static final String FROM_FILES = " from files";

  static FeatureWork of(FeatureSettings settings, boolean fromFiles) {
    return new FeatureWork(settings.set(), fromFiles);
  }

  static FeatureWork parse(Work work) {
    String written = work.written();
    return written.endsWith(FROM_FILES)
        ? new FeatureWork(written.substring(0, written.length() - FROM_FILES.length()), true)
        : new FeatureWork(written, false);
  }

  Work work() {
    return new Work(fromFiles ? set + FROM_FILES : set);
  }
}
