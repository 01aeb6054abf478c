package dev.emovox.serving.protocol;

import dev.emovox.serving.model.LiveModel;
import java.util.List;

/**
 * What a model takes and gives.
 *
 * @param name registered model
 * @param versions those that answer, the one that does by default first
 * @param platform what runs it
 * @param inputs alternatives: one of them is sent
 * @param outputs what it gives
 */
public record ModelMetadata(
    String name,
    List<String> versions,
    String platform,
    List<TensorMetadata> inputs,
    List<TensorMetadata> outputs) {

  /**
   * A tensor; -1 is any size.
   *
   * @param name of the tensor
   * @param datatype of its elements
   * @param shape its dimensions
   */
  public record TensorMetadata(String name, String datatype, List<Integer> shape) {}

  /**
   * Of a model.
   *
   * @param versions those that answer
   */
  public static ModelMetadata of(LiveModel live, List<String> versions) {
    return of(live.identity().name(), versions, live.loaded().model().labels().size());
  }

  private static ModelMetadata of(String name, List<String> versions, int classes) {
    return new ModelMetadata(
        name,
        versions,
        "emovox",
        List.of(
            new TensorMetadata(InputClips.AUDIO, "FP32", List.of(-1, -1)),
            new TensorMetadata(InputClips.FILE, "BYTES", List.of(-1))),
        List.of(
            new TensorMetadata(OutputTensors.PROBABILITIES, "FP64", List.of(-1, classes)),
            new TensorMetadata(OutputTensors.LOGITS, "FP64", List.of(-1, classes)),
            new TensorMetadata(OutputTensors.LABEL, "BYTES", List.of(-1))));
  }
}
