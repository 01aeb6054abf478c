package dev.emovox.adapters.epochs;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.finetuning.EpochControl;
import dev.emovox.finetuning.EpochPosition;
import dev.emovox.finetuning.StepProgress;
import dev.emovox.wav2vec2.SpeechTraining;
import java.util.ArrayList;
import java.util.List;

/** Follows an epoch step by step: tells of each, saves now and then, and ends it when asked. */
final class EpochWatch implements EpochControl {
  private final Pulse pulse;
  private final RunProgress run;
  private final StepMetrics.Stream metrics;
  private final CheckpointSaver saver;
  private final StepAllowance allowance = new StepAllowance();
  private final List<StepRow> steps;
  private final int stepsAtStart;
  private EpochPosition position;
  private double seconds;

  /**
   * A watch.
   *
   * @param from where earlier attempts came
   */
  EpochWatch(MidEpoch from, Signals signals, CheckpointSaver saver) {
    this.pulse = signals.pulse();
    this.run = signals.run();
    this.metrics = signals.metrics();
    this.saver = saver;
    this.steps = new ArrayList<>(from.steps());
    this.stepsAtStart = from.steps().size();
    this.position = from.position();
    this.seconds = from.seconds();
  }

  /**
   * Who is told.
   *
   * @param pulse Temporal
   * @param run the run's workflow
   * @param metrics the tracking server
   */
  record Signals(Pulse pulse, RunProgress run, StepMetrics.Stream metrics) {}

  @Override
  public void stepDone(StepProgress step) {
    StepRow row =
        new StepRow(
            step.stageStep(), step.clips(), step.loss(), step.gradientNorm(), step.learningRate());
    steps.add(row);
    position = step.position();
    seconds += step.seconds();
    pulse.allow(allowance.after(step.seconds()));
    run.at(position.clips());
    metrics.add(row, step.clipsPerSecond());
  }

  @Override
  public void between(EpochPosition now, SpeechTraining network) {
    if (saver.isDue()) {
      pulse.allow(Pulse.OPERATION);
      saver.save(progress(), network);
      pulse.allow(allowance.after(0));
    }
  }

  @Override
  public boolean stopRequested() {
    return pulse.stopRequested();
  }

  /** Whether this attempt has done a step. */
  boolean hasAdvanced() {
    return steps.size() > stepsAtStart;
  }

  /** How far the epoch is. */
  MidEpoch progress() {
    return new MidEpoch(position, steps, seconds);
  }
}
