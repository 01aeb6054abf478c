package dev.emovox.finetuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationScores;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.finetuning.audio.ClipReader;
import dev.emovox.finetuning.audio.WaveformSource;
import dev.emovox.finetuning.plan.EpochSeed;
import dev.emovox.finetuning.plan.TrainingClip;
import dev.emovox.finetuning.testing.RecordingControl;
import dev.emovox.finetuning.testing.SavedState;
import dev.emovox.finetuning.testing.TinyNetwork;
import dev.emovox.finetuning.testing.Tones;
import dev.emovox.wav2vec2.SpeechTraining;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTrainerTest {
  private static final int RATE = 16_000;
  private static final TrainingStage STAGE = TinyNetwork.stage(2, 3e-3);
  private static final List<TrainingClip> CLIPS = Tones.clips("train", 40);

  @TempDir Path folder;

  @Test
  void anEpochThatIsInterruptedAtAnyStepEndsWithTheSameBytes() throws InterruptedException {
    EpochEnd whole;
    String wholeBytes;
    RecordingControl watched = new RecordingControl();
    try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
      whole = trainer(network, 42).train(2, EpochPosition.START, watched);
      wholeBytes = SavedState.of(network, folder).digest();
    }
    int steps = watched.steps().size();
    assertThat(steps).isGreaterThan(4);
    assertThat(whole.complete()).isTrue();
    assertThat(whole.position().clips()).isEqualTo(CLIPS.size());
    assertThat(watched.between()).hasSize(steps - 1);
    EpochPosition position = EpochPosition.START;
    SavedState saved = null;
    for (int attempt = 0; attempt < steps; attempt++) {
      RecordingControl oneStep = new RecordingControl(1);
      try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
        if (saved != null) {
          saved.restore(network);
        }
        EpochEnd end = trainer(network, 42).train(2, position, oneStep);
        assertThat(end.complete()).isEqualTo(attempt == steps - 1);
        position = end.position();
        saved = SavedState.of(network, folder);
      }
      assertThat(oneStep.steps()).hasSize(1);
      assertThat(oneStep.steps().get(0).stageStep())
          .isEqualTo(watched.steps().get(attempt).stageStep());
      assertThat(oneStep.steps().get(0).learningRate())
          .isEqualTo(watched.steps().get(attempt).learningRate());
    }
    assertThat(position).isEqualTo(whole.position());
    assertThat(saved.digest()).isEqualTo(wholeBytes);
  }

  @Test
  void epochsAndSeedsDiffer() throws InterruptedException {
    String first = trained(42, 1);
    assertThat(trained(42, 1)).isEqualTo(first);
    assertThat(trained(42, 2)).isNotEqualTo(first);
    assertThat(trained(43, 1)).isNotEqualTo(first);
  }

  private String trained(long seed, int epoch) throws InterruptedException {
    try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
      trainer(network, seed).train(epoch, EpochPosition.START, new RecordingControl(2));
      return SavedState.of(network, folder).digest();
    }
  }

  @Test
  void tonesAreLearnt() throws InterruptedException {
    int epochs = 10;
    TrainingStage stage = TinyNetwork.stage(epochs, 1e-2);
    List<TrainingClip> others = Tones.clips("validation", 45);
    try (SpeechTraining network = TinyNetwork.start(stage, folder)) {
      StageTraining training =
          StageTraining.of(stage, Tones.clips("train", 90), RATE, new EpochSeed(1, 0, 1));
      EpochTrainer trainer = new EpochTrainer(network, training, Tones::waveform);
      for (int epoch = 1; epoch <= epochs; epoch++) {
        trainer.train(epoch, EpochPosition.START, new RecordingControl());
      }
      ValidationScores scores = validation(network).validate(others).scores();
      assertThat(scores.accuracy()).isGreaterThan(0.9);
      assertThat(scores.unweightedAverageRecall()).isGreaterThan(0.9);
      assertThat(scores.loss()).isLessThan(0.5);
    }
  }

  @Test
  void aClipThatCannotBeUsedIsNamed() {
    String broken = CLIPS.get(17).id();
    assertNamed(broken, id -> failing(id.equals(broken), id), "no sound in it");
    assertNamed(broken, id -> id.equals(broken) ? new float[10] : Tones.waveform(id), "10 samples");
    float[] infinite = Tones.waveform(broken);
    infinite[5] = Float.POSITIVE_INFINITY;
    assertNamed(broken, id -> id.equals(broken) ? infinite : Tones.waveform(id), "sample 5");
  }

  private static float[] failing(boolean fails, String id) {
    if (fails) {
      throw new InvalidInputException("there is no sound in it");
    }
    return Tones.waveform(id);
  }

  private void assertNamed(String clip, WaveformSource source, String message) {
    try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
      EpochTrainer trainer = new EpochTrainer(network, training(STAGE, 42), source);
      assertThatThrownBy(() -> trainer.train(1, EpochPosition.START, new RecordingControl()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(clip)
          .hasMessageContaining(message);
    }
  }

  @Test
  void divergenceSaysWhatToDo() {
    TrainingStage wild = TinyNetwork.stage(1, 1e30);
    try (SpeechTraining network = TinyNetwork.start(wild, folder)) {
      EpochTrainer trainer = new EpochTrainer(network, training(wild, 42), Tones::waveform);
      assertThatThrownBy(() -> trainer.train(1, EpochPosition.START, new RecordingControl()))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("smaller learning rate")
          .hasMessageContaining("train/");
    }
  }

  @Test
  void aPositionBeyondTheEpochIsRefused() {
    try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
      assertThatThrownBy(
              () ->
                  trainer(network, 42)
                      .train(1, new EpochPosition(1000, 4000, 1), new RecordingControl()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("1000");
    }
  }

  @Test
  void validationNeedsClips() {
    try (SpeechTraining network = TinyNetwork.start(STAGE, folder)) {
      assertThatThrownBy(() -> validation(network).validate(List.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("validat");
    }
  }

  private static EpochValidation validation(SpeechTraining network) {
    return new EpochValidation(
        Tones.LABELS,
        new ClipScoring(
            network::logits,
            new ClipReader(Tones::waveform, network.shortestInput()),
            clips -> {}));
  }

  private static EpochTrainer trainer(SpeechTraining network, long seed) {
    return new EpochTrainer(network, training(STAGE, seed), Tones::waveform);
  }

  private static StageTraining training(TrainingStage stage, long seed) {
    return StageTraining.of(stage, CLIPS, RATE, new EpochSeed(seed, 0, 1));
  }
}
