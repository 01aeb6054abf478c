package dev.emovox.wav2vec2.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JSON documents of a checkpoint.
 *
 * @param folder where they are, for messages
 * @param config of the model
 * @param preprocessor of its waveforms
 * @param files that both were read from
 */
record CheckpointDocuments(
    String folder,
    Wav2Vec2Config config,
    PreprocessorConfig preprocessor,
    List<CheckpointFile> files) {
  private static final String CONFIG = "config.json";
  private static final String PREPROCESSOR = "preprocessor_config.json";

  /** Where transformers 5 puts the preprocessor of a model that was saved with a tokenizer. */
  private static final String PROCESSOR = "processor_config.json";

  static CheckpointDocuments read(Path folder) {
    Path configFile = folder.resolve(CONFIG);
    if (!Files.isRegularFile(configFile)) {
      throw new InvalidInputException(
          "%s has no config.json; a checkpoint is a folder with config.json, preprocessor_config.json and model.safetensors or pytorch_model.bin, as transformers' save_pretrained writes it."
              .formatted(folder));
    }
    byte[] config = SmallFile.read(configFile);
    Path preprocessorFile = preprocessorFile(folder);
    byte[] preprocessor = SmallFile.read(preprocessorFile);
    return new CheckpointDocuments(
        folder.toString(),
        Wav2Vec2Config.parse(config, configFile.toString()),
        PreprocessorConfig.parse(
            preprocessorFile.endsWith(PROCESSOR)
                ? featureExtractor(preprocessorFile, preprocessor)
                : preprocessor,
            preprocessorFile.toString()),
        List.of(file(configFile, config), file(preprocessorFile, preprocessor)));
  }

  private static Path preprocessorFile(Path folder) {
    for (String name : List.of(PREPROCESSOR, PROCESSOR)) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    // No default: whether clips are normalised differs between models, and the wrong choice gives
    // wrong predictions without any other sign.
    throw new InvalidInputException(
        "%s has no preprocessor_config.json, so it is not known whether the model was trained on normalised waveforms. Copy the file of the model that it was trained from, or save it with transformers' feature extractor: Wav2Vec2FeatureExtractor(…).save_pretrained(folder)."
            .formatted(folder));
  }

  private static byte[] featureExtractor(Path file, byte[] processor) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      JsonNode extractor = mapper.readTree(processor).path("feature_extractor");
      if (!extractor.isObject()) {
        throw new InvalidInputException(
            "%s has no feature_extractor, and there is no preprocessor_config.json beside it."
                .formatted(file));
      }
      return mapper.writeValueAsBytes(extractor);
    } catch (IOException e) {
      throw new InvalidInputException("%s is not JSON. Fetch it again.".formatted(file), e);
    }
  }

  private static CheckpointFile file(Path path, byte[] content) {
    return new CheckpointFile(path.getFileName().toString(), Digest.of(content), content.length);
  }
}
