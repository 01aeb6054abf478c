package dev.emovox.lineage.testing;

import static dev.emovox.lineage.testing.CraftedRun.digest;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.ClipRow;
import java.util.List;
import java.util.Locale;

/**
 * Three clips: {@code TESS/A.wav} and {@code TESS/B.wav} to learn from, of which a network takes
 * the second for its own validation, and {@code RAVDESS/C.wav} to be tested on.
 */
public final class CraftedClips {
  private CraftedClips() {}

  /** Adds the tables that crafted runs name. */
  public static void addTo(FakeSource source) {
    source
        .table(
            digest("ingestion", "manifest"),
            ManifestRow.class,
            List.of(clip("tess/a"), clip("tess/b"), clip("ravdess/c")))
        .table(
            digest("ingestion", "rejects"),
            Reject.class,
            List.of(new Reject("TESS/broken.wav", "tess", "truncated", "its end is missing")))
        .table(
            digest("split random", "split"),
            SplitRow.class,
            List.of(
                new SplitRow("tess/a", SplitPart.TRAIN),
                new SplitRow("tess/b", SplitPart.TRAIN),
                new SplitRow("ravdess/c", SplitPart.TEST)))
        .table(
            digest("prepare xlsr on random", "training-clips"),
            ClipRow.class,
            List.of(
                row("tess/a", SplitPart.TRAIN),
                row("tess/b", SplitPart.VALIDATION),
                row("ravdess/c", SplitPart.TEST)));
  }

  /** A clip of that id, whose path is the id in capitals. */
  public static ManifestRow clip(String id) {
    String corpus = corpus(id);
    return new ManifestRow(
        id,
        corpus,
        id.toUpperCase(Locale.ROOT) + ".wav",
        Digest.of(id).toString(),
        "",
        corpus + ":1",
        "female",
        "",
        "angry",
        "",
        "",
        "wav",
        16_000,
        1,
        1.5,
        10);
  }

  private static ClipRow row(String id, SplitPart part) {
    return new ClipRow(
        id, Digest.of(id).toString(), corpus(id), corpus(id) + ":1", "angry", part, 1.5, 24_000);
  }

  private static String corpus(String id) {
    return id.substring(0, id.indexOf('/'));
  }
}
