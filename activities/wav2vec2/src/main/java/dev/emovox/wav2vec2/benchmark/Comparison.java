package dev.emovox.wav2vec2.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One work on both sides.
 *
 * @param work what was done
 * @param ours our side
 * @param peer the other side, round by round in turn with ours; empty if there was none
 */
public record Comparison(Work work, Outcome ours, Optional<Outcome> peer) {

  private static final double MOST = 1e9;

  /**
   * The peer's time over ours, so above 1 where we are faster: the median over rounds, each with
   * the peer's measurement next to it in time, so that what else the machine does weighs on both.
   */
  public Optional<Double> timeRatio() {
    return ratio(Outcome::seconds);
  }

  /**
   * The same of the processor's time, which other programs on the machine don't add to; empty if a
   * side does not tell it.
   */
  public Optional<Double> processorRatio() {
    return ratio(Outcome::processorSeconds).filter(ratio -> ratio > 0 && ratio < MOST);
  }

  private Optional<Double> ratio(Function<Outcome, Samples> quantity) {
    return peer.map(
        other -> {
          List<Double> own = quantity.apply(ours).values();
          List<Double> others = quantity.apply(other).values();
          return new Samples(
                  IntStream.range(0, own.size()).mapToObj(i -> others.get(i) / own.get(i)).toList())
              .median();
        });
  }

  /** The peer's memory over ours, so above 1 where we need less. */
  public Optional<Double> memoryRatio() {
    return peer.filter(other -> ours.peakBytes() > 0)
        .map(other -> (double) other.peakBytes() / ours.peakBytes());
  }
}
