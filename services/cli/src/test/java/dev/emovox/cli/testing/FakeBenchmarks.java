package dev.emovox.cli.testing;

import dev.emovox.cli.benchmark.Benchmarks;
import dev.emovox.cli.benchmark.EpochRequest;
import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.benchmark.features.FeatureRequest;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.Comparison;
import dev.emovox.wav2vec2.benchmark.Outcome;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.benchmark.Samples;
import dev.emovox.wav2vec2.benchmark.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has timed everything before it was asked. */
public final class FakeBenchmarks implements Benchmarks {
  private final List<BenchmarkPlan> plans = new ArrayList<>();
  private final List<EpochRequest> epochs = new ArrayList<>();
  private final List<BaselineRequest> baselines = new ArrayList<>();
  private final List<FeatureRequest> features = new ArrayList<>();

  /** What was asked for. */
  public List<BenchmarkPlan> plans() {
    return plans;
  }

  /** The epochs that were asked for. */
  public List<EpochRequest> epochs() {
    return epochs;
  }

  /** The features that were asked for. */
  public List<FeatureRequest> features() {
    return features;
  }

  @Override
  public FeatureReport features(FeatureRequest request, Optional<Path> python) {
    features.add(request);
    return new FeatureReport(
        100,
        250,
        request.threads(),
        report(new Work("paper"), python.map(path -> new PeerProgram(path, path))));
  }

  /** The fits that were asked for. */
  public List<BaselineRequest> baselines() {
    return baselines;
  }

  @Override
  public BaselineReport baselines(BaselineRequest request, Optional<Path> python) {
    baselines.add(request);
    return new BaselineReport(
        100,
        8,
        request.threads(),
        report(
            new Work("random-forest on paper"), python.map(path -> new PeerProgram(path, path))));
  }

  @Override
  public BenchmarkReport training(BenchmarkPlan plan, Optional<PeerProgram> peer) {
    plans.add(plan);
    return report(Work.FORWARD, peer);
  }

  @Override
  public BenchmarkReport epoch(EpochRequest request, Optional<PeerProgram> peer) {
    epochs.add(request);
    return report(Work.EPOCH, peer);
  }

  private static BenchmarkReport report(Work work, Optional<PeerProgram> peer) {
    Outcome ours = outcome(List.of(2.0, 1.0, 4.0), 3);
    Optional<Outcome> other = peer.map(any -> outcome(List.of(2.2, 1.5, 4.4), 6));
    return new BenchmarkReport(
        "ours 1", peer.map(any -> "peer 2"), List.of(new Comparison(work, ours, other)));
  }

  private static Outcome outcome(List<Double> seconds, long gibibytes) {
    Samples samples = new Samples(seconds);
    return new Outcome(samples, samples, gibibytes << 30);
  }

  @Override
  public PeerProgram peer(Path pythonOrNull) {
    return new PeerProgram(pythonOrNull, Path.of("peer.py"));
  }
}
