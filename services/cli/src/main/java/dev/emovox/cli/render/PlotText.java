package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.ClipPictureDocument;
import dev.emovox.cli.document.FeatureMapDocument;
import dev.emovox.embedding.map.MapScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures as {@code plot} reports them. */
public final class PlotText {
  private final Style style;

  public PlotText(Style style) {
    this.style = style;
  }

  /** One line: the file and its picture, or why there is none. */
  public List<String> lines(ClipPictureDocument document) {
    if (document instanceof ClipPictureDocument.Refused refused) {
      return List.of(
          "%s  %s %s"
              .formatted(
                  refused.path(), style.bad(refused.error().kind()), refused.error().message()));
    }
    ClipPictureDocument.Drawn drawn = (ClipPictureDocument.Drawn) document;
    return List.of(
        "%s  %s  %d Hz  %s"
            .formatted(
                style.bold(drawn.path()),
                Quantity.duration(drawn.seconds()),
                drawn.sampleRate(),
                drawn.picture()));
  }

  /** What was drawn, how true it is to the features, and where it lies. */
  public List<String> lines(FeatureMapDocument document) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style.bold(document.clips() + " clips")
            + (document.drawnFrom() > document.clips() ? " drawn from " + document.drawnFrom() : "")
            + ", "
            + document.features()
            + " features"
            + constant(document));
    TextTable table =
        new TextTable("map", ">variance", ">trustworthiness", ">emotion", ">corpus", ">speaker");
    if (document.pca() != null) {
      double variance =
          document.pca().explainedVariance().stream().mapToDouble(Double::doubleValue).sum();
      row(table, "PCA", Quantity.percent(variance), document.pca().scores());
    }
    if (document.tsne() != null) {
      row(table, "t-SNE", "", document.tsne().scores());
    }
    Map<String, Double> all = document.nearestNeighbourAgreement();
    table.row(
        "all features", "", "", share(all, "emotion"), share(all, "corpus"), share(all, "speaker"));
    lines.addAll(table.lines(style));
    lines.add(
        style.dim(
            "emotion, corpus, speaker: share of clips whose nearest clip is of the same one"));
    document.files().values().forEach(file -> lines.add("  " + file));
    return lines;
  }

  private static String constant(FeatureMapDocument document) {
    int constant = document.constantFeatures().size();
    return constant == 0 ? "" : ", of which %d do not vary and are left out".formatted(constant);
  }

  private static void row(TextTable table, String name, String variance, MapScores scores) {
    Map<String, Double> shares = scores.nearestNeighbourAgreement();
    table.row(
        name,
        variance,
        String.format(Locale.ROOT, "%.3f", scores.trustworthiness()),
        share(shares, "emotion"),
        share(shares, "corpus"),
        share(shares, "speaker"));
  }

  private static String share(Map<String, Double> shares, String key) {
    return Quantity.percent(shares.get(key));
  }
}
