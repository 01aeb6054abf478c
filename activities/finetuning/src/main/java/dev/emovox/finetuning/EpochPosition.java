package dev.emovox.finetuning;

/**
 * How far an epoch has come. Together with weights and the optimiser's state it is all that is
 * needed to go on. The sum is kept in the order of steps, so it has the same bits however often the
 * epoch was interrupted.
 *
 * @param steps done
 * @param clips learnt from
 * @param lossSum each step's mean loss times its clips, added up
 */
public record EpochPosition(int steps, long clips, double lossSum) {
  /** Nothing is done. */
  public static final EpochPosition START = new EpochPosition(0, 0, 0);

  EpochPosition after(int stepClips, double loss) {
    return new EpochPosition(steps + 1, clips + stepClips, lossSum + loss * stepClips);
  }

  /** Mean loss over the clips so far; 0 at the start. */
  public double meanLoss() {
    return clips == 0 ? 0 : lossSum / clips;
  }
}
