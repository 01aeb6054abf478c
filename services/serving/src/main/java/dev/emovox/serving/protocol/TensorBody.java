package dev.emovox.serving.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A request's document, and after it the elements of tensors in Triton's binary form, if there are
 * any. Tensors take their bytes in the order in which they are listed.
 */
final class TensorBody {
  private final InferenceRequest request;
  private final ByteBuffer binary;

  private TensorBody(InferenceRequest request, ByteBuffer binary) {
    this.request = request;
    this.binary = binary;
  }

  /**
   * Reads a body.
   *
   * @param headerLength the header {@code Inference-Header-Content-Length}, the bytes of the
   *     document; null if the document is all there is
   * @throws ProblemException if it can't be understood
   */
  static TensorBody read(ObjectMapper json, byte[] body, String headerLength) {
    int length = headerLength == null ? body.length : documentLength(headerLength, body.length);
    try {
      InferenceRequest request = json.readValue(body, 0, length, InferenceRequest.class);
      if (request == null || request.inputs() == null || request.inputs().contains(null)) {
        throw new ProblemException(ProblemType.MALFORMED, "The request has no list 'inputs'.");
      }
      ByteBuffer rest = ByteBuffer.wrap(body, length, body.length - length).slice();
      return new TensorBody(request, rest);
    } catch (JsonProcessingException e) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The request is no JSON document of the protocol.");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be read", e);
    }
  }

  private static int documentLength(String header, int bytes) {
    if (header.matches("[0-9]{1,9}") && Integer.parseInt(header) <= bytes) {
      return Integer.parseInt(header);
    }
    throw new ProblemException(
        ProblemType.MALFORMED,
        "The header Inference-Header-Content-Length is no length within the body.");
  }

  /**
   * What is asked.
   *
   * @param version that the path names
   */
  InferenceQuestion question(Optional<String> version) {
    return new InferenceQuestion(
        version,
        request.id(),
        request.inputs().stream().map(this::tensor).toList(),
        OutputTensors.names(request.outputs()));
  }

  private InputTensor tensor(InferenceRequest.Input input) {
    return new InputTensor(input.name(), input.datatype(), input.shape(), elements(input));
  }

  private InputElements elements(InferenceRequest.Input input) {
    InferenceRequest.InputParameters parameters = input.parameters();
    return parameters == null || parameters.binaryDataSize() == null
        ? new JsonElements(input.data())
        : new BinaryElements(take(parameters.binaryDataSize()));
  }

  /** Takes the next bytes of the binary part. */
  private ByteBuffer take(int bytes) {
    if (bytes < 0 || bytes > binary.remaining()) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The body ends before the binary data that it announces.");
    }
    ByteBuffer taken = binary.slice().limit(bytes);
    binary.position(binary.position() + bytes);
    return taken;
  }
}
