package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys of {@code config.json} are read, which are known to have no effect on a classifier,
 * and which change the architecture to one that is not implemented. A key of no such kind is
 * refused: nobody can tell what it does to the model.
 */
final class ConfigKeys {
  private static final Set<String> READ =
      words(
          """
          model_type feat_extract_norm feat_extract_activation conv_dim conv_kernel conv_stride
          conv_bias feat_proj_layer_norm num_conv_pos_embeddings num_conv_pos_embedding_groups
          hidden_size num_hidden_layers num_attention_heads intermediate_size hidden_act
          do_stable_layer_norm layer_norm_eps initializer_range hidden_dropout activation_dropout
          attention_dropout feat_proj_dropout layerdrop apply_spec_augment mask_time_prob
          mask_time_length mask_time_min_masks mask_feature_prob mask_feature_length
          mask_feature_min_masks use_weighted_layer_sum classifier_proj_size id2label num_labels
          problem_type add_adapter adapter_attn_dim conv_pos_batch_norm
          """);

  /** Pre-training, speech recognition, speaker verification, adapters that are switched off. */
  private static final Set<String> OF_OTHER_HEADS =
      words(
          """
          vocab_size bos_token_id eos_token_id pad_token_id ctc_loss_reduction ctc_zero_infinity
          final_dropout feat_quantizer_dropout num_codevectors_per_group num_codevector_groups
          contrastive_logits_temperature num_negatives codevector_dim proj_codevector_dim
          diversity_loss_weight tdnn_dim tdnn_kernel tdnn_dilation xvector_output_dim
          adapter_kernel_size adapter_stride num_adapter_layers output_hidden_size
          """);

  /** What transformers writes for every model, and what earlier releases wrote for these. */
  private static final Set<String> OF_LIBRARY =
      words(
          """
          architectures transformers_version dtype torch_dtype label2id num_feat_extract_layers
          output_attentions output_hidden_states return_dict is_encoder_decoder
          chunk_size_feed_forward gradient_checkpointing finetuning_task task_specific_params
          tokenizer_class processor_class feature_extractor_type auto_map use_cache torchscript
          use_bfloat16 tf_legacy_loss pruned_heads tie_word_embeddings tie_encoder_decoder
          is_decoder cross_attention_hidden_size add_cross_attention decoder_start_token_id
          sep_token_id prefix suppress_tokens begin_suppress_tokens exponential_decay_length_penalty
          forced_bos_token_id forced_eos_token_id bad_words_ids max_length min_length do_sample
          early_stopping num_beams num_beam_groups diversity_penalty temperature top_k top_p
          typical_p repetition_penalty length_penalty no_repeat_ngram_size
          encoder_no_repeat_ngram_size num_return_sequences output_scores
          return_dict_in_generate remove_invalid_values freeze_feat_extract_train
          feat_extract_dropout hidden_dropout_prob mask_channel_length mask_channel_min_space
          mask_channel_other mask_channel_prob mask_channel_selection mask_time_min_space
          mask_time_other mask_time_selection no_mask_channel_overlap no_mask_time_overlap
          """);

  /** What {@code scratch.RandomCheckpoint} reads of an architecture; weights once drawn keep it. */
  private static final Set<String> OF_RANDOM_WEIGHTS = Set.of("emovox_first_layer");

  private static final Map<String, String> OUTSIDE =
      new TreeMap<>(
          Map.of(
              "add_adapter", "convolutional adapters have no classification head in transformers",
              "conv_pos_batch_norm",
                  "batch norm in the positional convolution is not implemented"));

  private ConfigKeys() {}

  /**
   * Goes through all keys of a document.
   *
   * @throws InvalidInputException for the first that is refused
   */
  static void check(JsonDocument json) {
    for (Map.Entry<String, String> key : OUTSIDE.entrySet()) {
      if (isOn(json.orNull(key.getKey()))) {
        throw json.refused(key.getKey(), key.getValue());
      }
    }
    List<String> unknown = json.keys().stream().filter(key -> !isKnown(key)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw json.refused(
          String.join("', '", unknown),
          "unknown, so it may change the model; take it out if it does not");
    }
  }

  private static boolean isOn(JsonNode value) {
    return value != null && !(value.isBoolean() && !value.booleanValue());
  }

  /** Keys that start with an underscore are private notes of transformers. */
  private static boolean isKnown(String key) {
    return key.startsWith("_")
        || Stream.of(READ, OF_OTHER_HEADS, OF_LIBRARY, OF_RANDOM_WEIGHTS)
            .anyMatch(set -> set.contains(key));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.trim().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
