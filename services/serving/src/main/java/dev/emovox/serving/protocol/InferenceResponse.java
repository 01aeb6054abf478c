package dev.emovox.serving.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The answer to a request for inference.
 *
 * @param modelName registered model
 * @param modelVersion version in the registry
 * @param id as it was sent; absent if it was not
 * @param parameters what the protocol has no tensor for
 * @param outputs the tensors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InferenceResponse(
    String modelName, String modelVersion, String id, Parameters parameters, List<Tensor> outputs) {

  /**
   * Beyond the tensors.
   *
   * @param predictions the ids of the answers, one a clip, separated by commas
   * @param modelDigest digest of the model's package
   */
  public record Parameters(String predictions, String modelDigest) {}

  /**
   * A tensor.
   *
   * @param name which output it is
   * @param datatype {@code FP64} or {@code BYTES}
   * @param shape its dimensions
   * @param data its elements in row-major order
   */
  public record Tensor(String name, String datatype, List<Integer> shape, List<?> data) {

    /** Whether its elements are texts; else they are numbers. */
    @JsonIgnore
    public boolean isText() {
      return datatype.equals("BYTES");
    }
  }
}
