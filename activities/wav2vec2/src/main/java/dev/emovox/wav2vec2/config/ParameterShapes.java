package dev.emovox.wav2vec2.config;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters that a configuration asks for, by the names that transformers gives them in the
 * model with a classification head; weight norm in its newer spelling.
 */
public final class ParameterShapes {
  private static final List<String> HEAD = List.of("projector.", "classifier.", "layer_weights");

  private final SortedMap<String, List<Long>> shapes = new TreeMap<>();
  private final Wav2Vec2Config config;

  private ParameterShapes(Wav2Vec2Config config) {
    this.config = config;
  }

  /** Names and shapes of all parameters, encoder and head. */
  public static SortedMap<String, List<Long>> of(Wav2Vec2Config config) {
    ParameterShapes parameters = new ParameterShapes(config);
    parameters.encoder(config.modelType().prefix());
    parameters.head();
    return parameters.shapes;
  }

  /**
   * Whether a parameter belongs to the classification head, which a pre-trained checkpoint lacks.
   */
  public static boolean isHead(String name) {
    return HEAD.stream().anyMatch(name::startsWith);
  }

  private void encoder(String prefix) {
    long hidden = config.transformer().hiddenSize();
    featureEncoder(prefix + "feature_extractor.conv_layers.");
    if (config.featureEncoder().outputNorm()) {
      norm(prefix + "feature_projection.layer_norm", config.featureEncoder().outputChannels());
    }
    linear(
        prefix + "feature_projection.projection", config.featureEncoder().outputChannels(), hidden);
    if (config.specAugment().hasEmbedding()) {
      put(prefix + "masked_spec_embed", hidden);
    }
    positionalConvolution(prefix + "encoder.pos_conv_embed.conv.", hidden);
    norm(prefix + "encoder.layer_norm", hidden);
    for (int i = 0; i < config.transformer().layers(); i++) {
      layer(prefix + "encoder.layers." + i + ".", hidden);
    }
  }

  private void featureEncoder(String prefix) {
    FeatureEncoderConfig encoder = config.featureEncoder();
    long input = 1;
    for (int i = 0; i < encoder.layers().size(); i++) {
      FeatureEncoderConfig.Convolution layer = encoder.layers().get(i);
      put(prefix + i + ".conv.weight", layer.channels(), input, layer.kernel());
      if (encoder.bias()) {
        put(prefix + i + ".conv.bias", layer.channels());
      }
      if (i == 0 || encoder.norm() == FeatureEncoderConfig.Norm.LAYER) {
        norm(prefix + i + ".layer_norm", layer.channels());
      }
      input = layer.channels();
    }
  }

  private void positionalConvolution(String prefix, long hidden) {
    PositionalConvolutionConfig convolution = config.positionalConvolution();
    put(prefix + "bias", hidden);
    put(prefix + "parametrizations.weight.original0", 1, 1, convolution.kernel());
    put(
        prefix + "parametrizations.weight.original1",
        hidden,
        hidden / convolution.groups(),
        convolution.kernel());
  }

  private void layer(String prefix, long hidden) {
    for (String projection : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
      linear(prefix + "attention." + projection, hidden, hidden);
    }
    norm(prefix + "layer_norm", hidden);
    long intermediate = config.transformer().intermediateSize();
    linear(prefix + "feed_forward.intermediate_dense", hidden, intermediate);
    linear(prefix + "feed_forward.output_dense", intermediate, hidden);
    norm(prefix + "final_layer_norm", hidden);
    if (config.transformer().adapterSize() > 0) {
      adapter(prefix + "adapter_layer.", hidden);
    }
  }

  private void adapter(String prefix, long hidden) {
    norm(prefix + "norm", hidden);
    linear(prefix + "linear_1", hidden, config.transformer().adapterSize());
    linear(prefix + "linear_2", config.transformer().adapterSize(), hidden);
  }

  private void head() {
    ClassificationConfig head = config.classification();
    if (head.weightedLayerSum()) {
      put("layer_weights", config.transformer().layers() + 1L);
    }
    linear("projector", config.transformer().hiddenSize(), head.projectionSize());
    linear("classifier", head.projectionSize(), head.labels().size());
  }

  private void linear(String name, long inputs, long outputs) {
    put(name + ".weight", outputs, inputs);
    put(name + ".bias", outputs);
  }

  private void norm(String name, long size) {
    put(name + ".weight", size);
    put(name + ".bias", size);
  }

  private void put(String name, long... shape) {
    shapes.put(name, Arrays.stream(shape).boxed().toList());
  }
}
