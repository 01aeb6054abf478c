package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.CheckpointDocument;
import dev.emovox.domain.TemperatureScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A network as the {@code model} commands print it. */
public final class CheckpointText {
  private static final int IGNORED_SHOWN = 8;

  private final Style style;

  public CheckpointText(Style style) {
    this.style = style;
  }

  /** One fact a line. */
  public List<String> lines(CheckpointDocument model) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(headline(model)));
    lines.add(fact("head", model.head() ? String.join(", ", model.labels()) : "none"));
    lines.add(
        fact(
            "input",
            "%d Hz, %s".formatted(model.samplingRate(), model.normalize() ? "normalised" : "raw")));
    lines.add(
        fact("weights", "%s, %s in %s".formatted(model.weights(), size(model), files(model))));
    lines.add(fact("digest", model.digest().toString()));
    if (model.packageDigest() != null) {
      lines.add(fact("package", model.packageDigest().toString()));
      lines.add(fact("chances", calibration(model.calibration())));
      lines.add(fact("tested", tested(model.selfTestClips())));
    }
    source(model, lines);
    lines.add(fact("at", model.address() + stored(model)));
    ignored(model, lines);
    return lines;
  }

  private static String headline(CheckpointDocument model) {
    return "%s, %s parameters, %d layers of %d"
        .formatted(model.architecture(), parameters(model), model.layers(), model.hiddenSize());
  }

  private static String parameters(CheckpointDocument model) {
    return String.format(Locale.ROOT, "%,d", model.parameters()).replace(',', ' ');
  }

  private static String size(CheckpointDocument model) {
    return Quantity.bytes(model.bytes());
  }

  private static String files(CheckpointDocument model) {
    return Quantity.count(model.files().size(), "file");
  }

  private static String calibration(TemperatureScaling calibration) {
    return calibration == null
        ? "as they are: the package has no calibration"
        : String.format(
            Locale.ROOT,
            "calibrated by the temperature %.3f, fitted on %d clips: expected calibration error %.1f %%, was %.1f %%",
            calibration.temperature(),
            calibration.clips(),
            100 * calibration.after().expectedCalibrationError(),
            100 * calibration.before().expectedCalibrationError());
  }

  private static String tested(Integer clips) {
    return clips == null
        ? "not when it is loaded: the package has no self-test"
        : "on %s whenever it is loaded".formatted(Quantity.count(clips, "clip"));
  }

  private static void source(CheckpointDocument model, List<String> lines) {
    CheckpointDocument.Source source = model.source();
    if (source != null) {
      String commit = source.commit() == null ? "" : " at commit " + source.commit();
      lines.add(fact("from", source.name() + commit));
      if (source.licence() != null) {
        lines.add(fact("licence", source.licence()));
      }
    }
  }

  private static String stored(CheckpointDocument model) {
    if (model.sentBytes() == null) {
      return "";
    }
    return model.sentBytes() == 0
        ? " (was there already, and is as it was)"
        : " (%s sent)".formatted(Quantity.bytes(model.sentBytes()));
  }

  private static void ignored(CheckpointDocument model, List<String> lines) {
    if (!model.ignored().isEmpty()) {
      String shown = String.join(", ", model.ignored().stream().limit(IGNORED_SHOWN).toList());
      int more = model.ignored().size() - IGNORED_SHOWN;
      lines.add(fact("ignored", shown + (more > 0 ? " and %d more".formatted(more) : "")));
    }
  }

  private static String fact(String name, String value) {
    return "  %-8s %s".formatted(name, value);
  }
}
