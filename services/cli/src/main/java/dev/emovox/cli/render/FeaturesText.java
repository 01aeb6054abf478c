package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.FeaturesDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Features as {@code features} prints them: the first values of each kind. */
public final class FeaturesText {
  private static final int SHOWN = 6;

  private final Style style;

  public FeaturesText(Style style) {
    this.style = style;
  }

  /** Four lines a file, one for a file without features. */
  public List<String> lines(FeaturesDocument document) {
    if (document instanceof FeaturesDocument.Refused refused) {
      return List.of(
          "%s  %s %s"
              .formatted(
                  refused.path(), style.bad(refused.error().kind()), refused.error().message()));
    }
    FeaturesDocument.Extracted extracted = (FeaturesDocument.Extracted) document;
    return List.of(
        "%s  %s  %d Hz"
            .formatted(
                style.bold(extracted.path()),
                Quantity.duration(extracted.seconds()),
                extracted.sampleRate()),
        line("mfcc", extracted.features().mfcc()),
        line("chroma", extracted.features().chroma()),
        line("spectral contrast", extracted.features().spectralContrast()));
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
