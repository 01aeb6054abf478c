package dev.emovox.serving.grpc.message;

import dev.emovox.serving.protocol.ModelMetadata;
import java.util.List;

/** The messages that say what the server and the model are, and whether they answer. */
public final class AnswerMessages {
  private AnswerMessages() {}

  /** {@code ServerLiveResponse}, {@code ServerReadyResponse} or {@code ModelReadyResponse}. */
  public static byte[] yesOrNo(boolean yes) {
    return new MessageWriter().flag(1, yes).written();
  }

  /** {@code ServerMetadataResponse}. */
  public static byte[] server(String name, String version) {
    return new MessageWriter().text(1, name).text(2, version).written();
  }

  /** {@code ModelMetadataResponse}. */
  public static byte[] model(ModelMetadata model) {
    MessageWriter writer =
        new MessageWriter()
            .text(1, model.name())
            .texts(2, model.versions())
            .text(3, model.platform());
    tensors(writer, 4, model.inputs());
    tensors(writer, 5, model.outputs());
    return writer.written();
  }

  private static void tensors(
      MessageWriter writer, int field, List<ModelMetadata.TensorMetadata> tensors) {
    tensors.forEach(
        tensor ->
            writer.message(
                field,
                new MessageWriter()
                    .text(1, tensor.name())
                    .text(2, tensor.datatype())
                    .dimensions(3, tensor.shape())));
  }
}
