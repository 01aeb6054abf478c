package dev.emovox.cli.benchmark;

import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.benchmark.features.FeatureRequest;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import java.nio.file.Path;
import java.util.Optional;

/** What can be timed. */
public interface Benchmarks {

  /**
   * Times forward passes and training steps.
   *
   * @param peer the other side, if there is to be one
   */
  BenchmarkReport training(BenchmarkPlan plan, Optional<PeerProgram> peer);

  /**
   * Times epochs of training on real clips.
   *
   * @param peer the other side, if there is to be one
   * @throws IllegalArgumentException if a number is out of range
   * @throws dev.emovox.domain.InvalidInputException if there are no clips, or no architecture
   */
  BenchmarkReport epoch(EpochRequest request, Optional<PeerProgram> peer);

  /**
   * Times the extraction of acoustic features of real clips.
   *
   * @param python the peer's, which has librosa, if there is to be a peer
   * @throws dev.emovox.domain.InvalidInputException if there are no clips, or that is no program
   */
  FeatureReport features(FeatureRequest request, Optional<Path> python);

  /**
   * Times the fit of baselines on features of real clips.
   *
   * @param python the peer's, which has scikit-learn, if there is to be a peer
   * @throws dev.emovox.domain.InvalidInputException if there are no clips, or that is no program
   */
  BaselineReport baselines(BaselineRequest request, Optional<Path> python);

  /**
   * The peer with this Python, or with one that is found.
   *
   * @param pythonOrNull an interpreter with the packages of {@code infra/peer/requirements.lock}
   * @throws dev.emovox.domain.InvalidInputException if there is none; the message says how to get
   *     one
   */
  PeerProgram peer(Path pythonOrNull);
}
