package dev.emovox.cli.document;

import dev.emovox.cli.benchmark.EpochRequest;
import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.benchmark.features.FeatureRequest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.Comparison;
import dev.emovox.wav2vec2.benchmark.Outcome;
import dev.emovox.wav2vec2.benchmark.Samples;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a benchmark found, for programs.
 *
 * @param machine where it ran
 * @param plan what was done
 * @param ours what we are, with versions
 * @param peer what the peer is, with versions; null if there was none
 * @param results two a work: time and memory; of features also speed
 */
public record BenchDocument(
    Machine machine, Plan plan, String ours, String peer, List<Result> results) {

  /**
   * A machine.
   *
   * @param system operating system and processor architecture
   * @param processors how many
   * @param java the Java runtime
   */
  public record Machine(String system, int processors, String java) {}

  /** What was done. */
  public sealed interface Plan {}

  /** Single steps; {@code seconds} is the length of a clip. */
  public record StepPlan(
      String model,
      int clips,
      double seconds,
      int steps,
      int threads,
      boolean frozenEncoder,
      String device)
      implements Plan {}

  /**
   * Epochs on real clips, on the processor.
   *
   * @param clips the most that were taken; null for all
   * @param longestSeconds what they were cut to
   * @param batch clips of a batch
   */
  public record EpochPlan(Integer clips, double longestSeconds, int batch, int rounds, int threads)
      implements Plan {}

  /**
   * Features of real clips, on the processor.
   *
   * @param sets names of the feature sets
   * @param clips how many were taken
   * @param seconds how long they are together
   */
  public record FeaturePlan(List<String> sets, int clips, double seconds, int rounds, int threads)
      implements Plan {}

  /**
   * Fits of baselines, on the processor.
   *
   * @param sets names of the feature sets
   * @param clips rows of each table
   * @param classes how many emotions they have
   */
  public record FitPlan(List<String> sets, int clips, int classes, int rounds, int threads)
      implements Plan {}

  /**
   * One quantity on both sides.
   *
   * @param work what was done and what was measured of it
   * @param ours the median; null if the system does not tell
   * @param peer the same of the peer; null without one
   * @param unit of both
   * @param ratio the peer's over ours, round by round for time; of speed ours over the peer's, by
   *     the processor's time; null without a peer
   * @param oursSpread lower and upper quartile; null for memory
   * @param peerSpread the same of the peer
   */
  public record Result(
      String work,
      Double ours,
      Double peer,
      String unit,
      Double ratio,
      List<Double> oursSpread,
      List<Double> peerSpread) {}

  /** The document of a report on single steps. */
  public static BenchDocument of(BenchmarkPlan plan, BenchmarkReport report) {
    return of(
        new StepPlan(
            plan.size().name().toLowerCase(Locale.ROOT),
            plan.clips(),
            plan.seconds(),
            plan.rounds(),
            plan.threads(),
            plan.frozenEncoder(),
            plan.device().toString()),
        report);
  }

  /** The document of a report on epochs. */
  public static BenchDocument of(EpochRequest request, BenchmarkReport report) {
    return of(
        new EpochPlan(
            request.mostClips().orElse(null),
            request.longestSeconds(),
            request.batchClips(),
            request.rounds(),
            request.threads()),
        report);
  }

  /** The document of a report on features. */
  public static BenchDocument of(FeatureRequest request, FeatureReport report) {
    return of(
        new FeaturePlan(
            request.sets().stream().map(FeatureSettings::set).toList(),
            report.clips(),
            report.soundSeconds(),
            request.rounds(),
            request.threads()),
        report.times(),
        comparison -> Stream.concat(Stream.of(speed(report, comparison)), results(comparison)));
  }

  /** The document of a report on fits. */
  public static BenchDocument of(BaselineRequest request, BaselineReport report) {
    return of(
        new FitPlan(
            request.sets().stream().map(FeatureSettings::set).toList(),
            report.clips(),
            report.classes(),
            request.rounds(),
            request.threads()),
        report.times());
  }

  private static Result speed(FeatureReport report, Comparison comparison) {
    return new Result(
        comparison.work().written() + " speed",
        report.clipsPerSecond(comparison.ours()),
        comparison.peer().map(report::clipsPerSecond).orElse(null),
        "clips a second and core",
        comparison.processorRatio().orElse(null),
        null,
        null);
  }

  private static BenchDocument of(Plan plan, BenchmarkReport report) {
    return of(plan, report, BenchDocument::results);
  }

  private static BenchDocument of(
      Plan plan, BenchmarkReport report, Function<Comparison, Stream<Result>> results) {
    return new BenchDocument(
        new Machine(
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.runtime.version")),
        plan,
        report.ours(),
        report.peer().orElse(null),
        report.comparisons().stream().flatMap(results).toList());
  }

  private static Stream<Result> results(Comparison comparison) {
    String work = comparison.work().written();
    Samples ours = comparison.ours().seconds();
    return Stream.of(
        new Result(
            work + " time",
            ours.median(),
            comparison.peer().map(peer -> peer.seconds().median()).orElse(null),
            "seconds",
            comparison.timeRatio().orElse(null),
            spread(ours),
            comparison.peer().map(peer -> spread(peer.seconds())).orElse(null)),
        new Result(
            work + " peak memory",
            bytes(comparison.ours()),
            comparison.peer().map(BenchDocument::bytes).orElse(null),
            "bytes",
            comparison.memoryRatio().orElse(null),
            null,
            null));
  }

  private static List<Double> spread(Samples samples) {
    return List.of(samples.lowerQuartile(), samples.upperQuartile());
  }

  private static Double bytes(Outcome outcome) {
    return outcome.peakBytes() == 0 ? null : Double.valueOf((double) outcome.peakBytes());
  }
}
