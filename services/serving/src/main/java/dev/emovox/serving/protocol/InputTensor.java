package dev.emovox.serving.protocol;

import java.util.List;

/**
 * A tensor that was sent. Nothing of it has been checked but that its elements could be found.
 *
 * @param name which input it is; null if that was not said
 * @param datatype of its elements; null if that was not said
 * @param shape its dimensions; null if that was not said
 * @param elements in row-major order
 */
public record InputTensor(String name, String datatype, List<Long> shape, InputElements elements) {

  boolean is(String expected, String type) {
    return expected.equals(name) && type.equals(datatype);
  }
}
