package dev.emovox.finetuning.testing;

import dev.emovox.domain.Digest;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.checkpoint.SafetensorsWriter;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Weights and the optimiser's state in files.
 *
 * @param weights safetensors
 * @param optimiser safetensors
 */
public record SavedState(Path weights, Path optimiser) {

  /** Saves what a network is now. */
  public static SavedState of(SpeechTraining network, Path folder) {
    try {
      Path target = Files.createTempDirectory(folder, "state");
      SavedState state = new SavedState(target.resolve("weights"), target.resolve("optimiser"));
      write(network.weights(), state.weights);
      write(network.optimiserState(), state.optimiser);
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(TensorSource source, Path file) {
    SafetensorsWriter.write(
        file,
        Map.of(),
        source.names().stream().map(source::layout).toList(),
        name -> source.tensor(name).content());
  }

  /** Puts it back. */
  public void restore(SpeechTraining network) {
    try (SafetensorsFile savedWeights = SafetensorsFile.open(weights);
        SafetensorsFile savedOptimiser = SafetensorsFile.open(optimiser)) {
      network.restoreWeights(savedWeights);
      network.restoreOptimiser(savedOptimiser);
    }
  }

  /** Names all of its bytes. */
  public String digest() {
    try {
      return Digest.of(weights) + " " + Digest.of(optimiser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
