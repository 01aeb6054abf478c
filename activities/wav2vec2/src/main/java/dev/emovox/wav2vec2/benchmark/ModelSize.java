package dev.emovox.wav2vec2.benchmark;

import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.charset.StandardCharsets;

/**
 * A published architecture, with its dropouts. LayerDrop and SpecAugment are off: they would have
 * the two sides do different work.
 */
public enum ModelSize {
  /** A few layers of each kind, for a trial. */
  SMALL(256, 4, 4, false),
  /** wav2vec 2.0 base: 95 million parameters, group norm. */
  BASE(768, 12, 12, false),
  /** wav2vec 2.0 large as XLSR: 316 million parameters, layer norm. */
  LARGE(1024, 24, 16, true);

  private static final int SAMPLING_RATE = 16_000;

  private final int hiddenSize;
  private final int layers;
  private final int heads;
  private final boolean layerNorm;

  ModelSize(int hiddenSize, int layers, int heads, boolean layerNorm) {
    this.hiddenSize = hiddenSize;
    this.layers = layers;
    this.heads = heads;
    this.layerNorm = layerNorm;
  }

  Wav2Vec2Config config() {
    String json =
        """
        {
          "architectures": ["Wav2Vec2ForSequenceClassification"],
          "model_type": "wav2vec2",
          "hidden_size": %d,
          "num_hidden_layers": %d,
          "num_attention_heads": %d,
          "intermediate_size": %d,
          "feat_extract_norm": "%s",
          "conv_bias": %b,
          "do_stable_layer_norm": %b,
          "hidden_dropout": 0.1,
          "attention_dropout": 0.1,
          "activation_dropout": 0.0,
          "feat_proj_dropout": 0.1,
          "layerdrop": 0.0,
          "apply_spec_augment": false,
          "id2label": {"0": "neutral", "1": "happy", "2": "sad", "3": "angry"},
          "label2id": {"neutral": 0, "happy": 1, "sad": 2, "angry": 3}
        }
        """
            .formatted(
                hiddenSize,
                layers,
                heads,
                4 * hiddenSize,
                layerNorm ? "layer" : "group",
                layerNorm,
                layerNorm);
    return Wav2Vec2Config.parse(json.getBytes(StandardCharsets.UTF_8), "the benchmark's model");
  }

  PreprocessorConfig preprocessor() {
    return new PreprocessorConfig(true, SAMPLING_RATE, layerNorm, 0, 1);
  }
}
