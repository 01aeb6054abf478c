package dev.emovox.finetuning;

import dev.emovox.audio.augmentation.noise.SpeakerVoices;
import dev.emovox.audio.augmentation.noise.SpeakerVoices.SpokenClip;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.finetuning.audio.ClipReader;
import dev.emovox.finetuning.audio.Prefetcher;
import dev.emovox.finetuning.audio.WaveformAugmentation;
import dev.emovox.finetuning.audio.WaveformSource;
import dev.emovox.finetuning.plan.EpochPlan;
import dev.emovox.finetuning.plan.EpochSeed;
import dev.emovox.finetuning.plan.PlannedStep;
import dev.emovox.finetuning.plan.TrainingClip;
import dev.emovox.wav2vec2.SpeechBatch;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.training.StepReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains epochs of a stage, from their beginning or from any step on. What an epoch ends with
 * follows from the weights, optimiser's state and position that it is given, the stage, the clips
 * and the seed; waveforms are read ahead on another thread. For one thread at a time.
 */
public final class EpochTrainer {
  private static final int STEPS_AHEAD = 2;
  private static final double NANOS = 1e9;

  private final SpeechTraining network;
  private final StageTraining stage;
  private final ClipReader reader;
  private final WaveformAugmentation augmentation;

  /**
   * A trainer.
   *
   * @param network is changed by training and stays the caller's
   * @param waveforms at the network's rate
   * @throws InvalidInputException if an augmentation is out of range
   */
  public EpochTrainer(SpeechTraining network, StageTraining stage, WaveformSource waveforms) {
    this.network = network;
    this.stage = stage;
    reader = new ClipReader(waveforms, network.shortestInput());
    augmentation =
        new WaveformAugmentation(
            stage.settings().augmentation(),
            network.samplingRate(),
            new SpeakerVoices(
                stage.plan().clips().stream()
                    .map(clip -> new SpokenClip(clip.speaker(), clip.id()))
                    .toList(),
                reader::read));
  }

  /**
   * Trains to the end of an epoch, or until a stop is requested. The network is at the position
   * that is returned, and can be saved with it.
   *
   * @param epoch from 1
   * @param from where the network is: {@link EpochPosition#START}, or where an earlier attempt
   *     saved it
   * @throws InvalidInputException if a clip can't be used; the message names it; or the position is
   *     not one of this epoch
   * @throws WorkFailedException if training diverged; the network is as it was before the step
   * @throws InterruptedException if the calling thread is interrupted while it waits for waveforms
   */
  public EpochEnd train(int epoch, EpochPosition from, EpochControl control)
      throws InterruptedException {
    EpochPlan plan = stage.plan().epoch(epoch);
    EpochSeed seed = stage.plan().seed(epoch);
    long before = stage.plan().stepsBefore(epoch);
    List<PlannedStep> left = left(plan, from);
    EpochPosition position = from;
    try (Prefetcher<PlannedStep, LoadedStep> steps =
        new Prefetcher<>(left, step -> load(step, seed), STEPS_AHEAD)) {
      while (steps.hasNext()) {
        if (control.stopRequested()) {
          return new EpochEnd(position, false);
        }
        long start = System.nanoTime();
        StepProgress progress = step(steps.next(), position, before, start);
        position = progress.position();
        control.stepDone(progress);
        if (steps.hasNext()) {
          control.between(position, network);
        }
      }
    }
    return new EpochEnd(position, true);
  }

  private static List<PlannedStep> left(EpochPlan plan, EpochPosition from) {
    long clips = plan.steps().stream().limit(from.steps()).mapToLong(PlannedStep::clips).sum();
    if (from.steps() > plan.steps().size() || clips != from.clips()) {
      throw new InvalidInputException(
          ("The position to go on from, step %d with %d clips done, is not one of this epoch, which"
                  + " has %d steps. It was saved with other clips or settings; begin the epoch anew.")
              .formatted(from.steps(), from.clips(), plan.steps().size()));
    }
    return plan.steps().subList(from.steps(), plan.steps().size());
  }

  /** A step with its waveforms. */
  private record LoadedStep(PlannedStep plan, List<SpeechBatch> batches) {}

  private LoadedStep load(PlannedStep step, EpochSeed seed) {
    List<SpeechBatch> batches = new ArrayList<>();
    for (List<TrainingClip> clips : step.batches()) {
      List<float[]> waveforms = new ArrayList<>();
      for (TrainingClip clip : clips) {
        waveforms.add(augmented(clip, seed));
      }
      batches.add(
          new SpeechBatch(waveforms, clips.stream().map(TrainingClip::classIndex).toList()));
    }
    return new LoadedStep(step, batches);
  }

  /** With silence behind it where a higher speed made it too short for the network. */
  private float[] augmented(TrainingClip clip, EpochSeed seed) {
    float[] waveform =
        augmentation.apply(reader.read(clip.id()), clip.speaker(), seed.clip(clip.id()));
    int shortest = Math.toIntExact(reader.shortest());
    return waveform.length < shortest ? Arrays.copyOf(waveform, shortest) : waveform;
  }

  private StepProgress step(LoadedStep step, EpochPosition position, long before, long start) {
    long stageStep = before + step.plan().index();
    double factor = stage.schedule().factor(stageStep);
    StepReport report = run(step, factor);
    int clips = step.plan().clips();
    return new StepProgress(
        position.after(clips, report.loss()),
        stageStep + 1,
        clips,
        report.loss(),
        report.gradientNorm(),
        stage.settings().optimiser().learningRate() * factor,
        (System.nanoTime() - start) / NANOS);
  }

  private StepReport run(LoadedStep step, double factor) {
    try {
      return network.step(step.batches(), step.plan().seed(), factor);
    } catch (WorkFailedException e) {
      List<String> clips =
          step.plan().batches().stream().flatMap(List::stream).map(TrainingClip::id).toList();
      throw new WorkFailedException(
          "Step %d of the epoch, with clips %s: %s"
              .formatted(step.plan().index() + 1, shortened(clips), e.getMessage()),
          e);
    }
  }

  private static String shortened(List<String> ids) {
    int most = 8;
    String first = String.join(", ", ids.subList(0, Math.min(most, ids.size())));
    return ids.size() <= most ? first : first + " and " + (ids.size() - most) + " others";
  }
}
