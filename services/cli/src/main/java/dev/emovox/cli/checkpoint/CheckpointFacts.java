package dev.emovox.cli.checkpoint;

import dev.emovox.domain.Digest;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFile;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.util.List;
import java.util.SortedSet;

/**
 * What a checkpoint is, all of it read from its files.
 *
 * @param architecture {@code wav2vec2} or {@code hubert}
 * @param parameters how many numbers its files have for the model, without an absent head
 * @param labels the ordered classes; empty without a head
 * @param head whether it has a classification head
 * @param digest over all of its files
 * @param weights how they are stored: {@code safetensors} or {@code pickle}
 * @param layers of the transformer
 * @param hiddenSize of the transformer
 * @param samplingRate that clips must have, hertz
 * @param normalize whether each clip is brought to mean 0 and variance 1
 * @param files what it consists of
 * @param ignored tensors in the files that a classifier has no use for
 */
public record CheckpointFacts(
    String architecture,
    long parameters,
    List<String> labels,
    boolean head,
    Digest digest,
    String weights,
    int layers,
    long hiddenSize,
    int samplingRate,
    boolean normalize,
    List<CheckpointFile> files,
    SortedSet<String> ignored) {

  /** The facts of an open checkpoint; reads all of its bytes. */
  public static CheckpointFacts of(Checkpoint checkpoint) {
    Wav2Vec2Config config = checkpoint.config();
    return new CheckpointFacts(
        config.modelType().written(),
        parameters(checkpoint),
        checkpoint.hasHead() ? config.labels().labels() : List.of(),
        checkpoint.hasHead(),
        checkpoint.digest(),
        checkpoint.format(),
        config.transformer().layers(),
        config.transformer().hiddenSize(),
        checkpoint.preprocessor().samplingRate(),
        checkpoint.preprocessor().normalize(),
        checkpoint.files(),
        checkpoint.ignored());
  }

  private static long parameters(Checkpoint checkpoint) {
    return ParameterShapes.of(checkpoint.config()).entrySet().stream()
        .filter(parameter -> !checkpoint.absent().contains(parameter.getKey()))
        .mapToLong(parameter -> parameter.getValue().stream().reduce(1L, Math::multiplyExact))
        .sum();
  }

  /** Size of all files together. */
  public long bytes() {
    return files.stream().mapToLong(CheckpointFile::bytes).sum();
  }
}
