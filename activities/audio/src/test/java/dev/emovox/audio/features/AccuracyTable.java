package dev.emovox.audio.features;

import dev.emovox.audio.features.GoldenFrames.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The worst error of each feature over all golden sounds.
 *
 * @param at16kHz by track
 * @param atOwnRate by track
 */
record AccuracyTable(Map<String, Double> at16kHz, Map<String, Double> atOwnRate) {
  static final Path DOCUMENT = Path.of("ACCURACY.md");

  /** Writes the document into the folder that the argument names. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]).resolve(DOCUMENT), measured().document());
  }

  static AccuracyTable measured() {
    AccuracyTable table = new AccuracyTable(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (GoldenFrames sound : GoldenFrames.all()) {
      Map<String, Double> column = sound.nativeRate() ? table.atOwnRate : table.at16kHz;
      for (Pair pair : sound.pairs()) {
        column.merge(pair.track(), pair.relativeError(), Math::max);
      }
    }
    return table;
  }

  String document() {
    List<String> lines = new ArrayList<>();
    lines.add("# How far features are from librosa's");
    lines.add("");
    lines.add(
        "The largest relative difference from librosa 0.11 over single frames of synthetic sounds"
            + " (`src/test/resources/golden`): a rising tone, bursts of noise, vowels, at 8, 16,"
            + " 24.414, 44.1 and 48 kHz. At 16 kHz they are resampled first. A difference is related"
            + " to librosa's value, but to no less than the floor, so that values next to zero don't"
            + " count as infinitely wrong. librosa computes in single precision, which is most of"
            + " what there is. The class `AccuracyTable` writes this file, `AccuracyTableTest` checks"
            + " it, and `GoldenFramesTest` that nothing is above 0.001.");
    lines.add("");
    lines.add("| feature | floor | at 16 kHz | at the sound's own rate |");
    lines.add("|---|---|---|---|");
    at16kHz.forEach((track, error) -> lines.add(row(track, error, atOwnRate.get(track))));
    return String.join("\n", lines) + "\n";
  }

  private static String row(String track, double at16kHz, double atOwnRate) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1e | %.1e |",
        track,
        GoldenFrames.floor(track),
        at16kHz,
        atOwnRate);
  }
}
