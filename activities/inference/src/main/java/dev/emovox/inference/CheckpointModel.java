package dev.emovox.inference;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.SpeechClassifier;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A Hugging Face folder with a classifier in it. Its weights are mapped, never copied into the
 * heap. Nobody says what its bytes should be, so they are not verified; its digest says what they
 * are.
 *
 * <p>Safe for use by several threads.
 */
public final class CheckpointModel implements LoadableModel {
  private final Checkpoint checkpoint;

  private CheckpointModel(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * Opens a folder and checks its parameters against its configuration.
   *
   * @throws InvalidInputException if a file is missing or malformed, or there is no classifier
   */
  public static CheckpointModel open(Path folder) {
    Checkpoint checkpoint = CheckpointFolder.open(folder);
    if (!checkpoint.hasHead()) {
      checkpoint.close();
      throw new InvalidInputException(
          "The checkpoint in %s has no classification head: it is pre-trained only, so that it knows no emotions. Fine-tune it, or give a folder of a classifier."
              .formatted(folder));
    }
    return new CheckpointModel(checkpoint);
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public String kind() {
    return checkpoint.config().modelType().name().toLowerCase(Locale.ROOT);
  }

  /** Digest over the names and digests of its files; the first call reads all of them. */
  @Override
  public Digest digest() {
    return checkpoint.digest();
  }

  @Override
  public LabelSet labels() {
    return checkpoint.config().labels();
  }

  @Override
  public Preprocessing preprocessing() {
    return preprocessing(Optional.empty());
  }

  Preprocessing preprocessing(Optional<Double> longestSeconds) {
    return new Preprocessing.Waveform(
        checkpoint.preprocessor().samplingRate(),
        checkpoint.preprocessor().normalize(),
        longestSeconds);
  }

  @Override
  public EmotionPredictor load(ComputeDevice device) {
    return load(device, Wav2Vec2Predictor.Tuning.NONE);
  }

  /** A predictor as a package says. */
  EmotionPredictor load(ComputeDevice device, Wav2Vec2Predictor.Tuning tuning) {
    return new Wav2Vec2Predictor(SpeechClassifier.load(checkpoint, device), tuning);
  }

  @Override
  public void close() {
    checkpoint.close();
  }
}
