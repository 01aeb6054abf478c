package dev.emovox.serving.grpc.message;

import dev.emovox.serving.protocol.InferenceResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The message {@code ModelInferResponse}. */
public final class InferAnswer {
  private static final int RAW = 6;

  private InferAnswer() {}

  /**
   * Writes the message.
   *
   * @param raw whether the elements are beside their tensors, as bytes
   */
  public static byte[] write(InferenceResponse response, boolean raw) {
    MessageWriter writer =
        new MessageWriter()
            .text(1, response.modelName())
            .text(2, response.modelVersion())
            .text(3, response.id())
            .message(4, parameter("predictions", response.parameters().predictions()))
            .message(4, parameter("model_digest", response.parameters().modelDigest()));
    response.outputs().forEach(tensor -> writer.message(5, tensor(tensor, raw)));
    if (raw) {
      response.outputs().forEach(tensor -> writer.bytes(RAW, bytes(tensor)));
    }
    return writer.written();
  }

  private static MessageWriter parameter(String name, String value) {
    return new MessageWriter().text(1, name).message(2, new MessageWriter().text(3, value));
  }

  private static MessageWriter tensor(InferenceResponse.Tensor tensor, boolean raw) {
    MessageWriter writer =
        new MessageWriter()
            .text(1, tensor.name())
            .text(2, tensor.datatype())
            .dimensions(3, tensor.shape());
    return raw ? writer : writer.message(5, contents(tensor));
  }

  private static MessageWriter contents(InferenceResponse.Tensor tensor) {
    MessageWriter writer = new MessageWriter();
    if (tensor.isText()) {
      texts(tensor).forEach(text -> writer.bytes(8, text));
      return writer;
    }
    return writer.numbers(7, numbers(tensor));
  }

  private static byte[] bytes(InferenceResponse.Tensor tensor) {
    return tensor.isText() ? textBytes(texts(tensor)) : numberBytes(numbers(tensor));
  }

  private static byte[] textBytes(List<byte[]> texts) {
    byte[] bytes = new byte[texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum()];
    ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    texts.forEach(text -> elements.putInt(text.length).put(text));
    return bytes;
  }

  private static byte[] numberBytes(List<Double> numbers) {
    byte[] bytes = new byte[Double.BYTES * numbers.size()];
    ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    numbers.forEach(elements::putDouble);
    return bytes;
  }

  private static List<byte[]> texts(InferenceResponse.Tensor tensor) {
    return tensor.data().stream()
        .map(element -> element.toString().getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static List<Double> numbers(InferenceResponse.Tensor tensor) {
    return tensor.data().stream().map(Double.class::cast).toList();
  }
}
