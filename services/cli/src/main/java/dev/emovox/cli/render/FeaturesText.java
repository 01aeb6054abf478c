package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.FeaturesDocument;
import dev.emovox.domain.ClipVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Features as {@code features} prints them: the first values of each kind. */
public final class FeaturesText {
  private static final int SHOWN = 6;

  private final Style style;

  public FeaturesText(Style style) {
    this.style = style;
  }

  /**
   * A line a file and one for each kind of feature, or so many for each version of it; one for a
   * file without features.
   */
  public List<String> lines(FeaturesDocument document) {
    if (document instanceof FeaturesDocument.Refused refused) {
      return List.of(
          "%s  %s %s"
              .formatted(
                  refused.path(), style.bad(refused.error().kind()), refused.error().message()));
    }
    FeaturesDocument.Extracted extracted = (FeaturesDocument.Extracted) document;
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s  %d Hz"
            .formatted(
                style.bold(extracted.path()),
                Quantity.duration(extracted.seconds()),
                extracted.sampleRate()));
    if (extracted.versions().isEmpty()) {
      lines.addAll(lines(extracted.features()));
    }
    for (FeaturesDocument.Version version : extracted.versions()) {
      lines.add(" " + name(version.version()));
      lines.addAll(lines(version.features()));
    }
    return lines;
  }

  private static List<String> lines(Map<String, List<Double>> features) {
    return features.entrySet().stream()
        .map(feature -> line(feature.getKey().replace('_', ' '), feature.getValue()))
        .toList();
  }

  /** What was done, in words. */
  static String name(ClipVersion version) {
    if (version instanceof ClipVersion.WhiteNoise noise) {
      return "white noise of deviation " + noise.deviation();
    }
    if (version instanceof ClipVersion.TimeStretch stretch) {
      return "time stretched, rate " + stretch.rate();
    }
    if (version instanceof ClipVersion.PitchShift shift) {
      return String.format(Locale.ROOT, "pitch shifted by %+.1f semitones", shift.semitones());
    }
    if (version instanceof ClipVersion.PreEmphasis emphasis) {
      return "pre-emphasis of " + emphasis.coefficient();
    }
    return "the clip itself";
  }

  private static String line(String name, List<Double> values) {
    String shown =
        values.stream()
            .limit(SHOWN)
            .map(value -> String.format(Locale.ROOT, "%9.3f", value))
            .collect(Collectors.joining(" "));
    String rest = values.size() > SHOWN ? "  ... %d values".formatted(values.size()) : "";
    return "  %-17s %s%s".formatted(name, shown, rest);
  }
}
