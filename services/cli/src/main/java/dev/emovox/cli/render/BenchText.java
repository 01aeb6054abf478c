package dev.emovox.cli.render;

import dev.emovox.cli.benchmark.EpochRequest;
import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.console.Style;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.Comparison;
import dev.emovox.wav2vec2.benchmark.Outcome;
import dev.emovox.wav2vec2.benchmark.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a benchmark found, for people. */
public final class BenchText {
  private static final String NONE = "-";
  private static final double GIBIBYTE = 1 << 30;

  private final Style style;

  public BenchText(Style style) {
    this.style = style;
  }

  /** What was done, and a table with a line for time and one for memory of each work. */
  public List<String> lines(BenchmarkPlan plan, BenchmarkReport report) {
    return lines(
        format(
            "%s, %s of %s, %s on %s%s",
            plan.size().name().toLowerCase(Locale.ROOT),
            Quantity.count(plan.clips(), "clip"),
            Quantity.duration(plan.seconds()),
            Quantity.count(plan.threads(), "thread"),
            plan.device(),
            plan.frozenEncoder() ? ", convolutions frozen" : ""),
        report);
  }

  /** The same of epochs. */
  public List<String> lines(EpochRequest request, BenchmarkReport report) {
    return lines(
        format(
            "an epoch with %s up to %s, %d a batch, %s",
            request.mostClips().map(clips -> Quantity.count(clips, "clip")).orElse("all clips"),
            Quantity.duration(request.longestSeconds()),
            request.batchClips(),
            Quantity.count(request.threads(), "thread")),
        report);
  }

  /** The same of features, with a line more for clips a second and core. */
  public List<String> lines(FeatureReport report) {
    return lines(
        format(
            "features of %s, %s of sound, %s",
            Quantity.count(report.clips(), "clip"),
            Quantity.duration(report.soundSeconds()),
            Quantity.count(report.threads(), "thread")),
        report.times(),
        (table, comparison) -> {
          table.row(
              comparison.work().written() + ", clips/s and core",
              format("%.1f", report.clipsPerSecond(comparison.ours())),
              comparison
                  .peer()
                  .map(peer -> format("%.1f", report.clipsPerSecond(peer)))
                  .orElse(NONE),
              ratio(comparison.processorRatio()));
          rows(table, comparison);
        });
  }

  /** The same of fits. */
  public List<String> lines(BaselineReport report) {
    return lines(
        format(
            "fits on %s of %s, %s",
            Quantity.count(report.clips(), "clip"),
            Quantity.count(report.classes(), "emotion"),
            Quantity.count(report.threads(), "thread")),
        report.times());
  }

  private List<String> lines(String what, BenchmarkReport report) {
    return lines(what, report, BenchText::rows);
  }

  private List<String> lines(
      String what, BenchmarkReport report, BiConsumer<TextTable, Comparison> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(what);
    lines.add("ours: " + report.ours());
    report.peer().ifPresent(peer -> lines.add("peer: " + peer));
    TextTable table = new TextTable("WORK", ">OURS", ">PEER", ">RATIO");
    report.comparisons().forEach(comparison -> rows.accept(table, comparison));
    lines.addAll(table.lines(style));
    return lines;
  }

  private static void rows(TextTable table, Comparison comparison) {
    String work = comparison.work().written();
    Optional<Outcome> peer = comparison.peer();
    table.row(
        work + " time, s",
        seconds(comparison.ours().seconds()),
        peer.map(other -> seconds(other.seconds())).orElse(NONE),
        ratio(comparison.timeRatio()));
    table.row(
        work + " peak memory, GiB",
        gibibytes(comparison.ours()),
        peer.map(BenchText::gibibytes).orElse(NONE),
        ratio(comparison.memoryRatio()));
  }

  private static String seconds(Samples samples) {
    return format(
        "%.2f [%.2f, %.2f]", samples.median(), samples.lowerQuartile(), samples.upperQuartile());
  }

  private static String gibibytes(Outcome outcome) {
    return outcome.peakBytes() == 0 ? NONE : format("%.2f", outcome.peakBytes() / GIBIBYTE);
  }

  private static String ratio(Optional<Double> ratio) {
    return ratio.map(value -> format("%.2f", value)).orElse(NONE);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
