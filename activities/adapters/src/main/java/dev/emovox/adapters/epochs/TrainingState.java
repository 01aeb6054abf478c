package dev.emovox.adapters.epochs;

import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.checkpoint.SafetensorsWriter;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a network in training is, in two files. The same numbers give the same bytes.
 *
 * @param weights safetensors
 * @param optimiser safetensors
 */
record TrainingState(Path weights, Path optimiser) {

  /** The files of a folder, there or not. */
  static TrainingState in(Path folder) {
    return new TrainingState(folder.resolve("weights"), folder.resolve("optimiser"));
  }

  /**
   * Writes the files.
   *
   * @throws dev.emovox.domain.WorkFailedException if the disk is full, for example
   */
  void write(SpeechTraining network) {
    write(network.weights(), weights);
    write(network.optimiserState(), optimiser);
  }

  private static void write(TensorSource source, Path file) {
    SafetensorsWriter.write(
        file,
        Map.of(),
        source.names().stream().map(source::layout).toList(),
        name -> source.tensor(name).content());
  }

  /** Puts weights and the optimiser's state back. */
  void restore(SpeechTraining network) {
    restoreWeights(network, weights);
    restoreOptimiser(network, optimiser);
  }

  static void restoreWeights(SpeechTraining network, Path file) {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      network.restoreWeights(saved);
    }
  }

  static void restoreOptimiser(SpeechTraining network, Path file) {
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      network.restoreOptimiser(saved);
    }
  }
}
