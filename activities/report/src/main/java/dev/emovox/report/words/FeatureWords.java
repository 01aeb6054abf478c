package dev.emovox.report.words;

import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a clip becomes the vector that a baseline sees, in words. */
final class FeatureWords {
  private final FeatureSettings set;

  private FeatureWords(FeatureSettings set) {
    this.set = set;
  }

  static String of(FeatureSettings set) {
    return new FeatureWords(set).sentence();
  }

  private String sentence() {
    List<String> steps = new ArrayList<>();
    set.trimming()
        .ifPresent(
            how ->
                steps.add(
                    "silence around speech cut off but for %s s"
                        .formatted(Numbers.setting(how.keptSeconds()))));
    steps.add("sound at %d Hz".formatted(set.sampleRate()));
    if (set.rmsNormalised()) {
      steps.add("its root mean square scaled to " + Numbers.setting(set.rmsLevel()));
    }
    steps.add("cut or padded with silence to %s s".formatted(Numbers.setting(set.seconds())));
    steps.add("frames of %d samples every %d".formatted(set.fftSize(), set.hopLength()));
    steps.add(pooling());
    if (!set.concatenatedVersions().isEmpty()) {
      steps.add(
          "the vectors of %d changed versions of the clip strung together, of test clips too"
              .formatted(set.concatenatedVersions().size()));
    }
    if (set.unitLength()) {
      steps.add("the vector divided by its Euclidean norm");
    }
    return "Features %s (%d values): %s."
        .formatted(set.set(), set.size(), String.join("; ", steps));
  }

  private String pooling() {
    FeaturePooling pooled = set.pooled();
    StringBuilder words =
        new StringBuilder(String.join(", ", pooled.statistics()))
            .append(
                " over time of %d MFCC (of %d mel bands), %d chroma and %d spectral contrast values"
                    .formatted(
                        set.mfccCount(),
                        set.melBands(),
                        set.chromaBins(),
                        set.contrastBands() + 1));
    if (pooled.deltas() > 0) {
      words.append(" and their derivatives up to order ").append(pooled.deltas());
    }
    pooled
        .descriptors()
        .forEach(
            its ->
                words.append(", ").append(its.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return words.toString();
  }
}
