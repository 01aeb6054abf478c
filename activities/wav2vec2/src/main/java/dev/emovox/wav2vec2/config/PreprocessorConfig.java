package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What {@code preprocessor_config.json} of Hugging Face says about waveforms.
 *
 * @param normalize whether each clip is brought to mean 0 and variance 1
 * @param samplingRate in hertz
 * @param attentionMask whether Hugging Face passes an attention mask for a padded batch
 * @param paddingValue what shorter clips of a batch are filled with
 * @param featureSize channels of a waveform; 1
 */
public record PreprocessorConfig(
    boolean normalize,
    int samplingRate,
    boolean attentionMask,
    double paddingValue,
    int featureSize) {

  private static final String TYPE = "Wav2Vec2FeatureExtractor";
  private static final int SLOWEST = 1000;
  private static final int FASTEST = 384_000;

  /**
   * Reads a {@code preprocessor_config.json}.
   *
   * @param sourceName how error messages call the document, such as its path
   * @throws dev.emovox.domain.InvalidInputException if it asks for something else than mono
   *     waveforms padded on the right; the message names the key
   */
  public static PreprocessorConfig parse(byte[] json, String sourceName) {
    JsonDocument document = JsonDocument.parse(json, sourceName);
    checkKind(document);
    return new PreprocessorConfig(
        document.flag("do_normalize", true),
        document.integer("sampling_rate", 16_000, SLOWEST, FASTEST),
        document.orNull("return_attention_mask") != null
            && document.flag("return_attention_mask", false),
        document.number("padding_value", 0, -1e6, 1e6),
        document.integer("feature_size", 1, 1, 1));
  }

  private static void checkKind(JsonDocument document) {
    JsonNode type = document.orNull("feature_extractor_type");
    if (type != null && !type.asText().equals(TYPE)) {
      throw document.wrong("feature_extractor_type", type, "'" + TYPE + "'");
    }
    JsonNode side = document.orNull("padding_side");
    if (side != null && !side.asText().equals("right")) {
      throw document.wrong("padding_side", side, "'right'");
    }
  }

  /** The document that transformers reads; the same settings give the same bytes. */
  public byte[] write() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("do_normalize", normalize);
    root.put("feature_extractor_type", TYPE);
    root.put("feature_size", featureSize);
    root.put("padding_side", "right");
    root.put("padding_value", paddingValue);
    root.put("return_attention_mask", attentionMask);
    root.put("sampling_rate", samplingRate);
    return JsonDocument.write(root);
  }
}
