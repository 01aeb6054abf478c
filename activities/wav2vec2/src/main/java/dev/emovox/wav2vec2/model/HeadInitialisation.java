package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import java.util.Arrays;
import java.util.Random;

/**
 * Where the classification head comes from.
 *
 * @param isNew whether it is drawn anew, whatever the checkpoint has; otherwise the checkpoint must
 *     have one
 * @param seed what a new one is drawn from
 */
public record HeadInitialisation(boolean isNew, long seed) {

  /** The checkpoint's own head. */
  public static HeadInitialisation fromCheckpoint() {
    return new HeadInitialisation(false, 0);
  }

  /** A new head as transformers draws one: normal weights, no biases, all layers alike. */
  public static HeadInitialisation drawn(long seed) {
    return new HeadInitialisation(true, seed);
  }

  /**
   * A new parameter.
   *
   * @param name its canonical name; each has a stream of numbers of its own
   * @param deviation of its numbers, where they are random
   */
  NDArray parameter(String name, Shape shape, double deviation, NDManager manager) {
    float[] values = new float[Math.toIntExact(shape.size())];
    if (name.equals("layer_weights")) {
      Arrays.fill(values, 1f / values.length);
    } else if (name.endsWith(".weight")) {
      Random random = new Random(seed ^ ((long) name.hashCode() << Integer.SIZE));
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * deviation);
      }
    }
    return NativeTensors.of(manager, values, shape);
  }
}
