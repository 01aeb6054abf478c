package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.AugmentationDocument;
import java.util.List;
import java.util.stream.Collectors;

/** Versions of a clip as {@code augment} prints them: a line each. */
public final class AugmentationText {
  private final Style style;

  public AugmentationText(Style style) {
    this.style = style;
  }

  /** One line for each version. */
  public List<String> lines(List<AugmentationDocument> versions) {
    return versions.stream().map(this::line).toList();
  }

  private String line(AugmentationDocument version) {
    String softer =
        version.attenuationDecibels() > 0
            ? ", %s dB softer so that nothing is clipped".formatted(version.attenuationDecibels())
            : "";
    return "%s  %s  %s%s"
        .formatted(
            style.bold(version.path()),
            Quantity.duration(version.seconds()),
            version.fixed().map(FeaturesText::name).orElseGet(() -> steps(version)),
            softer);
  }

  private static String steps(AugmentationDocument version) {
    return version.steps().isEmpty()
        ? "as it was"
        : version.steps().stream().map(AugmentationText::step).collect(Collectors.joining(", "));
  }

  private static String step(AugmentationDocument.Step step) {
    return step.colour().map(colour -> colour + " ").orElse("")
        + step.kind()
        + step.parameter()
            .map(name -> " (" + name + " " + step.value().orElseThrow() + ")")
            .orElse("");
  }
}
