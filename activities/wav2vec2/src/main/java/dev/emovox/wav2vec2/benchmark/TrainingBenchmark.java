package dev.emovox.wav2vec2.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Times forward passes and training steps of a model with random weights, on our side and on the
 * peer's: two processes with the same weights, the same batch and as many threads, which take turns
 * round by round, each round in the other order.
 */
public final class TrainingBenchmark {
  private final BenchmarkPlan plan;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress told what takes long, a line at a time
   */
  public TrainingBenchmark(BenchmarkPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param root an empty folder for weights (0.4 GB for base, 1.3 GB for large) and logs
   * @param peer the other side, if there is to be one
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public BenchmarkReport run(Path root, Optional<PeerProgram> peer) {
    BenchmarkFolder folder = new BenchmarkFolder(root);
    progress.accept("Writing random weights");
    folder.write(plan);
    progress.accept("Starting both sides");
    try (Side ours = Side.start(ourCommand(folder), root.resolve("ours.log"))) {
      if (peer.isEmpty()) {
        return new BenchmarkReport(ours.name(), Optional.empty(), alone(ours));
      }
      try (Side other = Side.start(peer.get().command(folder, plan), root.resolve("peer.log"))) {
        return new BenchmarkReport(ours.name(), Optional.of(other.name()), both(ours, other));
      }
    }
  }

  /** A JVM of its own, with a heap no larger than it needs: tensors live outside of it. */
  private List<String> ourCommand(BenchmarkFolder folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=1g",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredProgram.class.getName()));
    command.addAll(MeasuredProgram.arguments(folder, plan));
    return command;
  }

  private List<Comparison> alone(Side ours) {
    List<Comparison> found = new ArrayList<>();
    for (Work work : Work.values()) {
      Rounds own = new Rounds(ours, work);
      for (int round = 0; round <= plan.rounds(); round++) {
        tell(work, round);
        own.next(round);
      }
      found.add(new Comparison(work, own.outcome(), Optional.empty()));
    }
    return found;
  }

  private List<Comparison> both(Side ours, Side peer) {
    List<Comparison> found = new ArrayList<>();
    for (Work work : Work.values()) {
      List<Rounds> sides = List.of(new Rounds(ours, work), new Rounds(peer, work));
      for (int round = 0; round <= plan.rounds(); round++) {
        tell(work, round);
        sides.get(round % 2).next(round);
        sides.get(1 - round % 2).next(round);
      }
      found.add(new Comparison(work, sides.get(0).outcome(), Optional.of(sides.get(1).outcome())));
    }
    return found;
  }

  private void tell(Work work, int round) {
    progress.accept(
        round == 0
            ? "Warming up: " + work.written()
            : "Round %d of %d: %s".formatted(round, plan.rounds(), work.written()));
  }

  /** The measurements of one work on one side. */
  private static final class Rounds {
    private final Side side;
    private final Work work;
    private final List<Double> seconds = new ArrayList<>();
    private long peakBytes;

    Rounds(Side side, Work work) {
      this.side = side;
      this.work = work;
    }

    /** The first round, number 0, warms up. */
    void next(int round) {
      Side.Measurement measurement = side.measure(work);
      peakBytes = measurement.peakBytes();
      if (round > 0) {
        seconds.add(measurement.seconds());
      }
    }

    Outcome outcome() {
      return new Outcome(new Samples(seconds), peakBytes);
    }
  }
}
