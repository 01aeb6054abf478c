package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes a model as a folder that {@code from_pretrained} of transformers loads: {@code
 * config.json}, {@code preprocessor_config.json}, {@code model.safetensors} with 32-bit parameters
 * and {@code README.md}. The same model gives the same bytes.
 *
 * <p>The files are written into a folder beside the target, which is renamed when all are complete:
 * an interrupted export leaves no target.
 *
 * @param config of the model, with its labels
 * @param preprocessor of its waveforms
 * @param card what to tell about it
 */
public record CheckpointExport(
    Wav2Vec2Config config, PreprocessorConfig preprocessor, ModelCard card) {

  /**
   * Writes the folder.
   *
   * @param target a folder that is empty or does not exist; its parent exists
   * @param parameters gives each parameter, encoder and head, by its name in {@link
   *     ParameterShapes}; called once for each, one after the other
   * @throws InvalidInputException if the target is not free
   * @throws WorkFailedException if it can't be written
   */
  public void write(Path target, Function<String, StoredTensor> parameters) {
    Path folder = target.toAbsolutePath().normalize();
    checkFree(folder);
    Path partial =
        folder.resolveSibling("." + folder.getFileName() + ".partial-" + UUID.randomUUID());
    try {
      Files.createDirectory(partial);
      writeFiles(partial, parameters);
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new WorkFailedException(
          "%s can't be written: %s. Look at the space on the disk and at the folder's permissions."
              .formatted(target, e),
          e);
    } finally {
      deleteIfThere(partial);
    }
  }

  private static void checkFree(Path folder) {
    if (folder.getFileName() == null || !Files.isDirectory(folder.getParent())) {
      throw new InvalidInputException(
          "%s can't be written: its parent folder does not exist.".formatted(folder));
    }
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw notFree(folder, null);
      }
    } catch (IOException e) {
      throw notFree(folder, e);
    }
  }

  private static InvalidInputException notFree(Path folder, IOException cause) {
    return new InvalidInputException(
        "%s is there already and is no empty folder; name a new one.".formatted(folder), cause);
  }

  private void writeFiles(Path folder, Function<String, StoredTensor> parameters)
      throws IOException {
    Files.write(folder.resolve("config.json"), config.write());
    Files.write(folder.resolve("preprocessor_config.json"), preprocessor.write());
    Files.writeString(
        folder.resolve("README.md"), card.markdown(config, preprocessor), StandardCharsets.UTF_8);
    List<TensorLayout> layouts =
        ParameterShapes.of(config).entrySet().stream()
            .map(e -> new TensorLayout(e.getKey(), ElementType.FLOAT32, e.getValue()))
            .toList();
    SafetensorsWriter.write(
        folder.resolve("model.safetensors"),
        Map.of("format", "pt"),
        layouts,
        name -> Float32.of(parameters.apply(name)));
  }

  private static void deleteIfThere(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting what was left of an export", e);
    }
  }
}
