package dev.emovox.wav2vec2.config;

import dev.emovox.domain.LabelSet;

/**
 * What a {@code config.json} of Hugging Face says about a wav2vec 2.0 or HuBERT model. Keys that
 * are missing have the defaults of transformers' configuration class for the model type; files of
 * transformers 4 and 5 are read.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param modelType which family
 * @param featureEncoder convolutions from waveform to features
 * @param positionalConvolution the convolution instead of position embeddings
 * @param transformer the context network
 * @param dropout what training drops
 * @param specAugment what training masks
 * @param classification the head
 * @param original the document as it was read, so that export gives every key back
 */
public record Wav2Vec2Config(
    ModelType modelType,
    FeatureEncoderConfig featureEncoder,
    PositionalConvolutionConfig positionalConvolution,
    TransformerConfig transformer,
    DropoutConfig dropout,
    SpecAugmentConfig specAugment,
    ClassificationConfig classification,
    String original) {

  /**
   * Reads a {@code config.json}.
   *
   * @param sourceName how error messages call the document, such as its path
   * @throws dev.emovox.domain.InvalidInputException if it is no JSON, or a key says something that
   *     this architecture does not have; the message names the key
   */
  public static Wav2Vec2Config parse(byte[] json, String sourceName) {
    return new ConfigReader(JsonDocument.parse(json, sourceName)).read();
  }

  /** The classes in the order of their indices, from {@code id2label}. */
  public LabelSet labels() {
    return classification.labels();
  }

  /** How many frames a clip of {@code samples} gives; 0 if it is too short for one. */
  public long frames(long samples) {
    return featureEncoder.frames(samples);
  }

  /** The fewest samples a clip needs: the feature encoder's receptive field. */
  public long shortestInput() {
    return featureEncoder.shortestInput();
  }

  /** This model with a head for other classes. */
  public Wav2Vec2Config withLabels(LabelSet labels) {
    return withClassification(
        new ClassificationConfig(
            classification.weightedLayerSum(), classification.projectionSize(), labels));
  }

  private Wav2Vec2Config withClassification(ClassificationConfig head) {
    return new Wav2Vec2Config(
        modelType,
        featureEncoder,
        positionalConvolution,
        transformer,
        dropout,
        specAugment,
        head,
        original);
  }

  /**
   * The {@code config.json} of this model as a classifier with 32-bit parameters: the original
   * document with architecture, labels and type of numbers put right. The same configuration gives
   * the same bytes.
   */
  public byte[] write() {
    return ConfigWriter.write(this);
  }
}
