package dev.emovox.wav2vec2.scratch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.checkpoint.CheckpointExport;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig.Norm;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A network to be trained from nothing: an architecture with random weights, as a folder of the
 * form in which checkpoints come from elsewhere.
 *
 * @param config the architecture, with its labels
 * @param preprocessor of its waveforms
 * @param filterBank whether the first convolution starts as a {@link FilterBank}; in an
 *     architecture the key {@code emovox_first_layer} with the value {@code filter-bank}, else
 *     {@code random}
 * @param seed what weights are drawn from
 */
public record RandomCheckpoint(
    Wav2Vec2Config config, PreprocessorConfig preprocessor, boolean filterBank, long seed) {
  private static final String FIRST_LAYER = "emovox_first_layer";
  private static final String RANDOM = "random";
  private static final String FILTER_BANK = "filter-bank";
  private static final int SAMPLING_RATE = 16_000;

  /**
   * The network that a text describes. Waveforms are expected at 16 kHz and normalised.
   *
   * @param architecture of a Hugging Face {@code config.json}
   * @throws dev.emovox.domain.InvalidInputException if it describes none; the message names the key
   */
  public static RandomCheckpoint of(String architecture, LabelSet labels, long seed) {
    Wav2Vec2Config config =
        Wav2Vec2Config.parse(
                architecture.getBytes(StandardCharsets.UTF_8), "the architecture's config.json")
            .withLabels(labels);
    boolean masked = config.featureEncoder().norm() == Norm.LAYER;
    return new RandomCheckpoint(
        config,
        new PreprocessorConfig(true, SAMPLING_RATE, masked, 0, 1),
        startsAsFilterBank(architecture),
        seed);
  }

  /**
   * Writes the folder. The same network gives the same bytes.
   *
   * @param target a folder that is empty or does not exist; its parent exists
   * @throws dev.emovox.domain.InvalidInputException if the target is not free
   * @throws dev.emovox.domain.WorkFailedException if it can't be written
   */
  public void write(Path target) {
    ModelCard card =
        new ModelCard(
            "Random weights",
            "",
            new TreeMap<>(Map.of("random numbers' seed", Long.toString(seed))));
    RandomParameters parameters =
        new RandomParameters(
            config, seed, filterBank ? Optional.of(firstLayer()) : Optional.empty());
    new CheckpointExport(config, preprocessor, card).write(target, parameters::parameter);
  }

  private FilterBank firstLayer() {
    FeatureEncoderConfig.Convolution first = config.featureEncoder().layers().get(0);
    return new FilterBank(
        first.channels(), first.kernel(), first.stride(), preprocessor.samplingRate());
  }

  private static boolean startsAsFilterBank(String architecture) {
    JsonNode first;
    try {
      first = new ObjectMapper().readTree(architecture).path(FIRST_LAYER);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was read before", e);
    }
    if (!List.of("", RANDOM, FILTER_BANK).contains(first.asText())) {
      throw new InvalidInputException(
          "the architecture's config.json: key '%s': %s; it must be '%s' or '%s'."
              .formatted(FIRST_LAYER, first, RANDOM, FILTER_BANK));
    }
    return first.asText().equals(FILTER_BANK);
  }
}
