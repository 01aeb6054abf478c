package dev.emovox.finetuning;

/**
 * A step that was done.
 *
 * @param position of the epoch after it
 * @param stageStep number of the step in the stage, from 1
 * @param clips that it learnt from
 * @param loss mean over its clips, before the step
 * @param gradientNorm of all gradients together, before clipping
 * @param learningRate the highest of the parameters' rates, without the head's factor
 * @param seconds that it took, waiting for waveforms included
 */
public record StepProgress(
    EpochPosition position,
    long stageStep,
    int clips,
    double loss,
    double gradientNorm,
    double learningRate,
    double seconds) {

  /** The speed of this step. */
  public double clipsPerSecond() {
    return clips / seconds;
  }
}
