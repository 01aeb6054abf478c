package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig.Convolution;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig.Norm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the keys of {@code config.json} that shape the model, and refuses what would change it. */
final class ConfigReader {
  private static final int WIDEST = 1 << 16;
  private static final int MOST_LAYERS = 1024;
  private static final List<Integer> CHANNELS = List.of(512, 512, 512, 512, 512, 512, 512);
  private static final List<Integer> KERNELS = List.of(10, 3, 3, 3, 3, 2, 2);
  private static final List<Integer> STRIDES = List.of(5, 2, 2, 2, 2, 2, 2);

  private final JsonDocument json;

  ConfigReader(JsonDocument json) {
    this.json = json;
  }

  Wav2Vec2Config read() {
    ModelType type = modelType();
    ConfigKeys.check(json);
    return new Wav2Vec2Config(
        type,
        featureEncoder(type),
        positionalConvolution(),
        transformer(),
        dropout(),
        specAugment(),
        classification(),
        json.root().toString());
  }

  private ModelType modelType() {
    String written = json.text("model_type", "");
    return Arrays.stream(ModelType.values())
        .filter(type -> type.written().equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                json.refused(
                    "model_type",
                    "'%s' is not a model this can run; it runs wav2vec2 and hubert"
                        .formatted(written)));
  }

  private FeatureEncoderConfig featureEncoder(ModelType type) {
    boolean outputNorm = type != ModelType.HUBERT || json.flag("feat_proj_layer_norm", true);
    return new FeatureEncoderConfig(
        norm(),
        convolutions(),
        json.flag("conv_bias", false),
        activation("feat_extract_activation"),
        outputNorm);
  }

  private Norm norm() {
    return switch (json.text("feat_extract_norm", "group")) {
      case "group" -> Norm.GROUP;
      case "layer" -> Norm.LAYER;
      default ->
          throw json.wrong(
              "feat_extract_norm", json.root().get("feat_extract_norm"), "'group' or 'layer'");
    };
  }

  private List<Convolution> convolutions() {
    List<Integer> channels = json.counts("conv_dim", CHANNELS, WIDEST);
    List<Integer> kernels = json.counts("conv_kernel", KERNELS, WIDEST);
    List<Integer> strides = json.counts("conv_stride", STRIDES, WIDEST);
    if (kernels.size() != channels.size() || strides.size() != channels.size()) {
      throw json.refused(
          "conv_dim",
          "it has %d entries, but conv_kernel has %d and conv_stride %d; each layer needs one of each"
              .formatted(channels.size(), kernels.size(), strides.size()));
    }
    List<Convolution> layers = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      layers.add(new Convolution(channels.get(i), kernels.get(i), strides.get(i)));
    }
    checkReceptiveField(layers);
    return layers;
  }

  /** Lengths are multiplied by strides later on; they stay within a Java array this way. */
  private void checkReceptiveField(List<Convolution> layers) {
    long samples = 1;
    for (int i = layers.size() - 1; i >= 0; i--) {
      samples = layers.get(i).shortestInput(samples);
      if (samples > Integer.MAX_VALUE) {
        throw json.refused(
            "conv_kernel", "with conv_stride it spans more samples than a clip can have");
      }
    }
  }

  private Activation activation(String key) {
    String name = json.text(key, "gelu");
    return Activation.named(name)
        .orElseThrow(
            () ->
                json.refused(
                    key,
                    "'%s' is not an activation this can compute; it computes %s"
                        .formatted(name, String.join(", ", Activation.allNames()))));
  }

  private PositionalConvolutionConfig positionalConvolution() {
    int groups = json.count("num_conv_pos_embedding_groups", 16, WIDEST);
    if (hiddenSize() % groups != 0) {
      throw json.refused(
          "num_conv_pos_embedding_groups",
          "%d groups do not divide the hidden size %d".formatted(groups, hiddenSize()));
    }
    return new PositionalConvolutionConfig(
        json.count("num_conv_pos_embeddings", 128, WIDEST), groups);
  }

  private int hiddenSize() {
    return json.count("hidden_size", 768, WIDEST);
  }

  private TransformerConfig transformer() {
    int heads = json.count("num_attention_heads", 12, WIDEST);
    if (hiddenSize() % heads != 0) {
      throw json.refused(
          "num_attention_heads",
          "%d heads do not divide the hidden size %d".formatted(heads, hiddenSize()));
    }
    return new TransformerConfig(
        json.count("num_hidden_layers", 12, MOST_LAYERS),
        hiddenSize(),
        heads,
        json.count("intermediate_size", 3072, WIDEST * 4),
        activation("hidden_act"),
        json.flag("do_stable_layer_norm", false),
        json.number("layer_norm_eps", 1e-5, 0, 1),
        json.number("initializer_range", 0.02, 0, 10),
        adapterSize());
  }

  /** As in transformers, layers that normalise their sums have no adapter whatever the key says. */
  private int adapterSize() {
    boolean preNorm = json.flag("do_stable_layer_norm", false);
    return json.orNull("adapter_attn_dim") == null || !preNorm
        ? 0
        : json.count("adapter_attn_dim", 0, WIDEST);
  }

  private DropoutConfig dropout() {
    return new DropoutConfig(
        json.probability("hidden_dropout", 0.1),
        json.probability("activation_dropout", 0.1),
        json.probability("attention_dropout", 0.1),
        json.probability("feat_proj_dropout", 0.0),
        json.probability("layerdrop", 0.1));
  }

  private SpecAugmentConfig specAugment() {
    return new SpecAugmentConfig(
        json.flag("apply_spec_augment", true),
        spans("mask_time", 0.05, 2),
        spans("mask_feature", 0, 0));
  }

  private SpecAugmentConfig.Spans spans(String axis, double probability, int minimum) {
    return new SpecAugmentConfig.Spans(
        json.probability(axis + "_prob", probability),
        json.count(axis + "_length", 10, WIDEST),
        json.integer(axis + "_min_masks", minimum, 0, WIDEST));
  }

  private ClassificationConfig classification() {
    JsonNode problem = json.orNull("problem_type");
    if (problem != null && !problem.asText().equals("single_label_classification")) {
      throw json.wrong("problem_type", problem, "'single_label_classification', the one this does");
    }
    return new ClassificationConfig(
        json.flag("use_weighted_layer_sum", false),
        json.count("classifier_proj_size", 256, WIDEST),
        new LabelReader(json).read());
  }
}
