package dev.emovox.wav2vec2.scratch;

import dev.emovox.wav2vec2.checkpoint.ElementType;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Parameters drawn from the distributions that transformers draws a new wav2vec 2.0 from; HuBERT's
 * are drawn from the same. Each parameter has a stream of numbers of its own, so one does not
 * depend on which others there are.
 *
 * <ul>
 *   <li>convolutions: normal of variance 2 / fan-in (He et al., 2015), biases uniform within ±√(1 /
 *       fan-in);
 *   <li>the first convolution, where asked for: a {@link FilterBank};
 *   <li>projection of features: weights and biases uniform within ±√(1 / inputs);
 *   <li>positional convolution: normal of deviation 2 √(1 / (width · channels)), as magnitudes and
 *       directions of weight norm; no biases;
 *   <li>other matrices: normal of deviation {@code initializer_range}, no biases;
 *   <li>norms: the identity; vector of masked frames: uniform within [0, 1); layer mixture: equal.
 * </ul>
 */
final class RandomParameters {
  private static final String MAGNITUDE = ".parametrizations.weight.original0";
  private static final String FIRST_WEIGHT = "feature_extractor.conv_layers.0.conv.weight";
  private static final String FIRST_BIAS = "feature_extractor.conv_layers.0.conv.bias";
  private static final String DIRECTION = ".parametrizations.weight.original1";

  private final Wav2Vec2Config config;
  private final long seed;
  private final Optional<FilterBank> firstLayer;

  RandomParameters(Wav2Vec2Config config, long seed, Optional<FilterBank> firstLayer) {
    this.config = config;
    this.seed = seed;
    this.firstLayer = firstLayer;
  }

  /** One parameter by its canonical name. */
  StoredTensor parameter(String name) {
    List<Long> shape = ParameterShapes.of(config).get(name);
    ByteBuffer content =
        ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, size(shape)))
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] values = name.endsWith(MAGNITUDE) ? magnitudes(name) : values(name, shape);
    content.asFloatBuffer().put(values);
    return new StoredTensor(name, ElementType.FLOAT32, shape, content);
  }

  private static int size(List<Long> shape) {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }

  private float[] values(String name, List<Long> shape) {
    if (firstLayer.isPresent() && name.endsWith(FIRST_WEIGHT)) {
      return firstLayer.get().weights();
    }
    float[] values = new float[size(shape)];
    DoubleSupplier numbers = numbers(name, shape);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.getAsDouble();
    }
    return values;
  }

  private DoubleSupplier numbers(String name, List<Long> shape) {
    Random random = new Random(seed ^ ((long) name.hashCode() << Short.SIZE));
    if (name.contains("layer_norm.")) {
      return () -> name.endsWith(".weight") ? 1 : 0;
    } else if (name.endsWith("masked_spec_embed")) {
      return random::nextDouble;
    } else if (name.equals("layer_weights")) {
      return () -> 1.0 / shape.get(0);
    } else if (firstLayer.isPresent() && name.endsWith(FIRST_BIAS)) {
      return () -> uniform(random, FilterBank.LARGEST_BIAS);
    } else if (name.contains("feature_extractor.")) {
      return convolution(name, random);
    } else if (name.contains("feature_projection.")) {
      double bound = Math.sqrt(1.0 / config.featureEncoder().outputChannels());
      return () -> uniform(random, bound);
    } else if (name.endsWith(DIRECTION)) {
      double channels = config.transformer().hiddenSize();
      double deviation = 2 * Math.sqrt(1 / (shape.get(2) * channels));
      return () -> deviation * random.nextGaussian();
    } else if (name.endsWith(".bias")) {
      return () -> 0;
    }
    return () -> config.transformer().initializerRange() * random.nextGaussian();
  }

  private DoubleSupplier convolution(String name, Random random) {
    List<Long> weight =
        ParameterShapes.of(config).get(name.substring(0, name.lastIndexOf('.')) + ".weight");
    double fanIn = weight.get(1) * weight.get(2);
    return name.endsWith(".bias")
        ? () -> uniform(random, Math.sqrt(1 / fanIn))
        : () -> Math.sqrt(2 / fanIn) * random.nextGaussian();
  }

  private static double uniform(Random random, double bound) {
    return bound * (2 * random.nextDouble() - 1);
  }

  /** The norm of each column of the directions, so that both together are the directions. */
  private float[] magnitudes(String name) {
    String direction = name.substring(0, name.length() - MAGNITUDE.length()) + DIRECTION;
    List<Long> shape = ParameterShapes.of(config).get(direction);
    float[] values = values(direction, shape);
    double[] squares = new double[Math.toIntExact(shape.get(2))];
    for (int i = 0; i < values.length; i++) {
      squares[i % squares.length] += (double) values[i] * values[i];
    }
    float[] norms = new float[squares.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = (float) Math.sqrt(squares[i]);
    }
    return norms;
  }
}
