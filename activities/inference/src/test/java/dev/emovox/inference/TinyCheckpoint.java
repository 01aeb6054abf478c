package dev.emovox.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emovox.domain.Digest;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
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
import java.util.Optional;
import java.util.Random;

/** A network of a few thousand random parameters, as a Hugging Face folder. */
final class TinyCheckpoint {
  static final CheckpointProvenance PROVENANCE =
      new CheckpointProvenance(
          new BaseCheckpoint("owner/tiny@1", Digest.of("base")), Optional.empty(), "1.0");

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
        "id2label": {"0": "low", "1": "middle", "2": "high"},
        "label2id": {"low": 0, "middle": 1, "high": 2}
      }
      """;

  private TinyCheckpoint() {}

  /** Writes the three files into a new folder. */
  static Path write(Path folder) throws IOException {
    return write(folder, true);
  }

  /** Without the classification head, as after pre-training. */
  static Path writeWithoutHead(Path folder) throws IOException {
    return write(folder, false);
  }

  private static Path write(Path folder, boolean head) throws IOException {
    Files.createDirectories(folder);
    Wav2Vec2Config config = Wav2Vec2Config.parse(CONFIG.getBytes(UTF_8), "tiny");
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Files.write(
        folder.resolve("preprocessor_config.json"),
        new PreprocessorConfig(true, 16_000, false, 0, 1).write());
    Random random = new Random(5);
    List<StoredTensor> tensors = new ArrayList<>();
    ParameterShapes.of(config)
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
    ByteBuffer content = ByteBuffer.allocate(4 * elements).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      content.putFloat((float) (0.3 * random.nextGaussian()));
    }
    return new StoredTensor(name, ElementType.FLOAT32, shape, content.flip());
  }
}
