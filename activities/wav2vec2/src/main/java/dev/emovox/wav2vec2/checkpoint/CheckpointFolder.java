package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A folder as transformers' {@code save_pretrained} writes it: {@code config.json}, {@code
 * preprocessor_config.json} (or {@code processor_config.json} with one inside) and the weights. Of
 * several forms of weights the first of these is read: {@code model.safetensors}, {@code
 * model.safetensors.index.json} with its shards, {@code pytorch_model.bin}, {@code
 * pytorch_model.bin.index.json} with its shards. Other files are not looked at.
 */
public final class CheckpointFolder {
  private static final String SAFETENSORS = "safetensors";
  private static final String PICKLE = "pickle";

  /** One form in which weights may be stored. */
  private record Form(String fileName, String format, Function<Path, WeightSource> opener) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("model.safetensors", SAFETENSORS, SafetensorsFile::open),
          new Form(
              "model.safetensors.index.json",
              SAFETENSORS,
              index -> ShardedTensors.open(index, SafetensorsFile::open)),
          new Form("pytorch_model.bin", PICKLE, PickleFile::open),
          new Form(
              "pytorch_model.bin.index.json",
              PICKLE,
              index -> ShardedTensors.open(index, PickleFile::open)));

  private CheckpointFolder() {}

  /**
   * Opens a checkpoint and checks all of its parameters against its configuration.
   *
   * @throws InvalidInputException if a file is missing or malformed, the architecture is another
   *     one, or a parameter is missing, unexpected or of another shape
   */
  public static Checkpoint open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          "%s is not a folder; give the folder that holds config.json and the weights."
              .formatted(folder));
    }
    CheckpointDocuments documents = CheckpointDocuments.read(folder);
    Form form = form(folder);
    WeightSource weights = form.opener().apply(folder.resolve(form.fileName()));
    try {
      return new Checkpoint(documents, weights, form.format());
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  private static Form form(Path folder) {
    return FORMS.stream()
        .filter(form -> Files.isRegularFile(folder.resolve(form.fileName())))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s holds no weights that can be read: none of %s is there. Weights for TensorFlow or Flax must be converted with transformers first."
                        .formatted(
                            folder,
                            String.join(", ", FORMS.stream().map(Form::fileName).toList()))));
  }
}
