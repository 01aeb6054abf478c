package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedInputStream;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.protocol.InputElements;
import dev.emovox.serving.protocol.InputTensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The message {@code InferInputTensor}. Its parameters mean nothing here. */
final class TensorReader implements Fields.Reader {
  private static final int MOST_DIMENSIONS = 8;
  private static final int NAME = Fields.tag(1, Fields.Form.BYTES);
  private static final int DATATYPE = Fields.tag(2, Fields.Form.BYTES);
  private static final int DIMENSION = Fields.tag(3, Fields.Form.VARINT);
  private static final int DIMENSIONS = Fields.tag(3, Fields.Form.BYTES);
  private static final int CONTENTS = Fields.tag(5, Fields.Form.BYTES);

  private final List<Long> shape = new ArrayList<>();
  private final ContentsReader contents = new ContentsReader();
  private String name = "";
  private String datatype = "";

  @Override
  public boolean read(CodedInputStream input, int tag) throws IOException {
    if (tag == NAME) {
      name = input.readStringRequireUtf8();
    } else if (tag == DATATYPE) {
      datatype = input.readStringRequireUtf8();
    } else if (tag == DIMENSION) {
      addDimension(input);
    } else if (tag == DIMENSIONS) {
      addDimensions(input);
    } else if (tag == CONTENTS) {
      Fields.inner(input, contents);
    } else {
      return false;
    }
    return true;
  }

  private void addDimensions(CodedInputStream input) throws IOException {
    int outer = input.pushLimit(input.readRawVarint32());
    while (input.getBytesUntilLimit() > 0) {
      addDimension(input);
    }
    input.popLimit(outer);
  }

  private void addDimension(CodedInputStream input) throws IOException {
    if (shape.size() == MOST_DIMENSIONS) {
      throw malformed("The input's shape has one or two dimensions.");
    }
    shape.add(input.readInt64());
  }

  /** The tensor with its elements within it. */
  InputTensor tensor() {
    return new InputTensor(name, datatype, shape, contents);
  }

  /**
   * The tensor with its elements beside it.
   *
   * @throws ProblemException if there are some within it, too
   */
  InputTensor tensor(InputElements raw) {
    if (!contents.isEmpty()) {
      throw malformed("The request has both contents of an input and raw_input_contents.");
    }
    return new InputTensor(name, datatype, shape, raw);
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
