package dev.emovox.wav2vec2.testing;

import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.nio.file.Path;
import java.util.List;

/** A network of some thousand random parameters, with everything random that training knows. */
public final class TinyNetwork {
  /** Its classes. */
  public static final LabelSet LABELS = new LabelSet(List.of("low", "middle", "high"));

  /** Three transformer layers of the large models' form. */
  public static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [8, 8, 8], "conv_kernel": [10, 8, 4],
       "conv_stride": [5, 8, 4], "hidden_size": 16, "num_attention_heads": 2,
       "num_hidden_layers": 3, "intermediate_size": 24, "num_conv_pos_embeddings": 6,
       "num_conv_pos_embedding_groups": 2, "classifier_proj_size": 12, "mask_time_prob": 0.3,
       "mask_time_length": 3, "mask_feature_prob": 0.2, "mask_feature_length": 2,
       "layerdrop": 0.2, "feat_proj_dropout": 0.1, "initializer_range": 0.1}
      """;

  private TinyNetwork() {}

  /** The network as a checkpoint in a new folder. */
  public static Checkpoint checkpoint(String architecture, Path folder) {
    RandomCheckpoint.of(architecture, LABELS, 7).write(folder);
    return CheckpointFolder.open(folder);
  }
}
