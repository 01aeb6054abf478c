package dev.emovox.serving.protocol;

import java.util.List;

/**
 * The body of a request for inference.
 *
 * @param id told back; may be absent
 * @param inputs the tensors
 * @param outputs which tensors are wanted; all if absent
 */
record InferenceRequest(String id, List<Input> inputs, List<Output> outputs) {

  /**
   * A tensor that is sent.
   *
   * @param name which input it is
   * @param datatype {@code FP32} or {@code BYTES}
   * @param shape its dimensions
   * @param data its elements in JSON; absent if they follow in binary
   * @param parameters where its elements are
   */
  record Input(
      String name,
      String datatype,
      List<Long> shape,
      TensorData data,
      InputParameters parameters) {}

  /**
   * Of Triton's binary form.
   *
   * @param binaryDataSize bytes of this tensor after the document; null if it is in the document
   */
  record InputParameters(Integer binaryDataSize) {}

  /**
   * A tensor that is wanted.
   *
   * @param name which output
   */
  record Output(String name) {}
}
