package dev.emovox.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emovox.wav2vec2.checkpoint.ElementType;
import dev.emovox.wav2vec2.checkpoint.SafetensorsWriter;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a network of a few thousand random parameters as a Hugging Face folder.
 *
 * @param seed of the parameters
 * @param head whether it has a classification head
 */
public record TinyNetwork(long seed, boolean head) {
  private static final String CONFIG =
      """
      {
        "model_type": "wav2vec2",
        "architectures": ["Wav2Vec2ForSequenceClassification"],
        "hidden_size": 16,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "conv_dim": [8, 8, 8, 8, 8, 8, 8],
        "num_conv_pos_embeddings": 8,
        "num_conv_pos_embedding_groups": 2,
        "classifier_proj_size": 8,
        "id2label": {"0": "sad", "1": "angry", "2": "happy"},
        "label2id": {"sad": 0, "angry": 1, "happy": 2}
      }
      """;

  /** Writes three files into a folder, which is made if it is not there. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Files.write(
        folder.resolve("preprocessor_config.json"),
        new PreprocessorConfig(true, 16_000, false, 0, 1).write());
    Random random = new Random(seed);
    List<StoredTensor> tensors = new ArrayList<>();
    ParameterShapes.of(Wav2Vec2Config.parse(CONFIG.getBytes(UTF_8), "tiny"))
        .forEach(
            (name, shape) -> {
              if (head || !ParameterShapes.isHead(name)) {
                tensors.add(tensor(name, shape, random));
              }
            });
    SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
    return folder;
  }

  private static StoredTensor tensor(String name, List<Long> shape, Random random) {
    int elements = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    ByteBuffer content = ByteBuffer.allocate(Float.BYTES * elements).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      content.putFloat((float) random.nextGaussian());
    }
    return new StoredTensor(name, ElementType.FLOAT32, shape, content.flip());
  }
}
