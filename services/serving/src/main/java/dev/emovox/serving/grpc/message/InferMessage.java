package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedInputStream;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.protocol.BinaryElements;
import dev.emovox.serving.protocol.InferenceQuestion;
import dev.emovox.serving.protocol.InputTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The message {@code ModelInferRequest}.
 *
 * @param model which model is asked
 * @param question what it is asked
 * @param raw whether the elements came beside their tensors, as bytes; then those of the answer do
 */
public record InferMessage(ModelName model, InferenceQuestion question, boolean raw) {
  /** Tensors of a request, of a kind; the model takes one and gives three. */
  private static final int MOST = 16;

  private static final int ID = Fields.tag(3, Fields.Form.BYTES);
  private static final int INPUT = Fields.tag(5, Fields.Form.BYTES);
  private static final int OUTPUT = Fields.tag(6, Fields.Form.BYTES);
  private static final int RAW = Fields.tag(7, Fields.Form.BYTES);
  private static final int OUTPUT_NAME = Fields.tag(1, Fields.Form.BYTES);

  /**
   * Reads the message.
   *
   * @throws ProblemException if it is none
   */
  public static InferMessage read(byte[] message) {
    MessageReader reader = new MessageReader();
    Fields.read(message, reader);
    return reader.read();
  }

  private static <T> void add(List<T> all, T one) {
    if (all.size() == MOST) {
      throw malformed("The request has too many tensors.");
    }
    all.add(one);
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }

  private static final class MessageReader implements Fields.Reader {
    private final ModelName.NameReader name = new ModelName.NameReader();
    private final List<TensorReader> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<ByteBuffer> contents = new ArrayList<>();
    private String id;

    @Override
    public boolean read(CodedInputStream input, int tag) throws IOException {
      if (tag == ID) {
        id = input.readStringRequireUtf8();
      } else if (tag == INPUT) {
        TensorReader tensor = new TensorReader();
        Fields.inner(input, tensor);
        add(inputs, tensor);
      } else if (tag == OUTPUT) {
        add(outputs, outputName(input));
      } else if (tag == RAW) {
        add(contents, input.readByteBuffer());
      } else {
        return name.read(input, tag);
      }
      return true;
    }

    private static String outputName(CodedInputStream input) throws IOException {
      String[] found = {""};
      Fields.inner(
          input,
          (fields, tag) -> {
            if (tag == OUTPUT_NAME) {
              found[0] = fields.readStringRequireUtf8();
            }
            return tag == OUTPUT_NAME;
          });
      return found[0];
    }

    InferMessage read() {
      ModelName model = name.read();
      return new InferMessage(
          model,
          new InferenceQuestion(model.version(), id, tensors(), outputs),
          !contents.isEmpty());
    }

    private List<InputTensor> tensors() {
      if (contents.isEmpty()) {
        return inputs.stream().map(TensorReader::tensor).toList();
      }
      if (contents.size() != inputs.size()) {
        throw malformed("There is not one of raw_input_contents for each input.");
      }
      return IntStream.range(0, inputs.size())
          .mapToObj(i -> inputs.get(i).tensor(new BinaryElements(contents.get(i))))
          .toList();
    }
  }
}
