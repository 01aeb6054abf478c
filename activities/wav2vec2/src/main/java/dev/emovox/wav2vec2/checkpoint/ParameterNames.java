package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.config.ModelType;
import java.util.List;
import java.util.Map;

/**
 * From the names in a file to the canonical ones, which are those of transformers' model with a
 * classification head.
 *
 * <ul>
 *   <li>The model alone, without a head, is saved without the prefix {@code wav2vec2.} or {@code
 *       hubert.}.
 *   <li>Before PyTorch 2.1 the two parts of weight norm were called {@code weight_g} and {@code
 *       weight_v}.
 *   <li>The heads for speech recognition and for pre-training are left out.
 * </ul>
 */
final class ParameterNames {
  private static final List<String> MODULES =
      List.of(
          "feature_extractor.", "feature_projection.", "encoder.", "adapter.", "masked_spec_embed");
  private static final Map<String, String> WEIGHT_NORM =
      Map.of(
          "encoder.pos_conv_embed.conv.weight_g",
          "encoder.pos_conv_embed.conv.parametrizations.weight.original0",
          "encoder.pos_conv_embed.conv.weight_v",
          "encoder.pos_conv_embed.conv.parametrizations.weight.original1");

  /** Connectionist temporal classification, then contrastive pre-training with its quantizer. */
  private static final List<String> OTHER_HEADS =
      List.of("lm_head.", "quantizer.", "project_q.", "project_hid.", "dropout_features.");

  private final String prefix;

  ParameterNames(ModelType type) {
    this.prefix = type.prefix();
  }

  /** The canonical name of what a file calls {@code stored}. */
  String canonical(String stored) {
    String bare = stored.startsWith(prefix) ? stored.substring(prefix.length()) : stored;
    boolean ofModel =
        bare.length() < stored.length() || MODULES.stream().anyMatch(bare::startsWith);
    return ofModel ? prefix + WEIGHT_NORM.getOrDefault(bare, bare) : stored;
  }

  /** Whether a parameter has no part in classification; takes the canonical name. */
  boolean isOfOtherHead(String canonical) {
    return OTHER_HEADS.stream().anyMatch(canonical::startsWith);
  }

  /**
   * The vector that stands for a masked frame. Checkpoints from before 2021 lack it, and models
   * whose configuration masks nothing may have it without using it.
   */
  String maskEmbedding() {
    return prefix + "masked_spec_embed";
  }
}
