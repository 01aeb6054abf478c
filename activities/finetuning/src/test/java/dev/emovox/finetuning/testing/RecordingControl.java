package dev.emovox.finetuning.testing;

import dev.emovox.finetuning.EpochControl;
import dev.emovox.finetuning.EpochPosition;
import dev.emovox.finetuning.StepProgress;
import dev.emovox.wav2vec2.SpeechTraining;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it is told, and stops after some steps. */
public final class RecordingControl implements EpochControl {
  private final int mostSteps;
  private final List<StepProgress> steps = new ArrayList<>();
  private final List<EpochPosition> between = new ArrayList<>();

  /** Stops after so many steps of its own. */
  public RecordingControl(int mostSteps) {
    this.mostSteps = mostSteps;
  }

  /** Never stops. */
  public RecordingControl() {
    this(Integer.MAX_VALUE);
  }

  /** The steps that were done. */
  public List<StepProgress> steps() {
    return steps;
  }

  /** Where it could have saved. */
  public List<EpochPosition> between() {
    return between;
  }

  @Override
  public void stepDone(StepProgress progress) {
    steps.add(progress);
  }

  @Override
  public void between(EpochPosition position, SpeechTraining network) {
    between.add(position);
  }

  @Override
  public boolean stopRequested() {
    return steps.size() >= mostSteps;
  }
}
