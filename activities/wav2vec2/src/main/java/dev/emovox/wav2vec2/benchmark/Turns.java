package dev.emovox.wav2vec2.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has both sides do a work in turns, round by round, each round in the other order, after one round
 * that is not counted.
 *
 * @param rounds how many are counted
 * @param progress told what takes long, a line at a time
 */
public record Turns(int rounds, Consumer<String> progress) {

  /**
   * Times a work.
   *
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public Comparison compare(Work work, Side ours, Optional<Side> peer) {
    Rounds own = new Rounds(ours, work);
    Optional<Rounds> others = peer.map(side -> new Rounds(side, work));
    for (int round = 0; round <= rounds; round++) {
      tell(work, round);
      boolean first = round % 2 == 0;
      if (first) {
        own.next(round);
      }
      int number = round;
      others.ifPresent(other -> other.next(number));
      if (!first) {
        own.next(round);
      }
    }
    return new Comparison(work, own.outcome(), others.map(Rounds::outcome));
  }

  private void tell(Work work, int round) {
    progress.accept(
        round == 0
            ? "Warming up: " + work.written()
            : "Round %d of %d: %s".formatted(round, rounds, work.written()));
  }

  /** The measurements of one work on one side. */
  private static final class Rounds {
    private final Side side;
    private final Work work;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> processorSeconds = new ArrayList<>();
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
        processorSeconds.add(measurement.processorSeconds());
      }
    }

    Outcome outcome() {
      return new Outcome(new Samples(seconds), new Samples(processorSeconds), peakBytes);
    }
  }
}
