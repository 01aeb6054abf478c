package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedInputStream;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.protocol.InputElements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The message {@code InferTensorContents}: the two of its lists that the model takes. */
final class ContentsReader implements Fields.Reader, InputElements {
  private static final int MOST_FILES = 10_000;
  private static final int FIRST_ROOM = 4_096;
  private static final int NUMBER = Fields.tag(6, Fields.Form.FOUR_BYTES);
  private static final int NUMBERS = Fields.tag(6, Fields.Form.BYTES);
  private static final int FILE = Fields.tag(8, Fields.Form.BYTES);

  private final List<byte[]> files = new ArrayList<>();
  private float[] numbers = {};
  private int count;

  @Override
  public boolean read(CodedInputStream input, int tag) throws IOException {
    if (tag == NUMBER) {
      add(input.readFloat());
    } else if (tag == NUMBERS) {
      addNumbers(input);
    } else if (tag == FILE) {
      addFile(input);
    } else {
      return false;
    }
    return true;
  }

  private void addNumbers(CodedInputStream input) throws IOException {
    int outer = input.pushLimit(input.readRawVarint32());
    // The limit holds, whatever was announced: no more room is made than there are bytes.
    numbers = Arrays.copyOf(numbers, count + input.getBytesUntilLimit() / Float.BYTES);
    while (input.getBytesUntilLimit() > 0) {
      add(input.readFloat());
    }
    input.popLimit(outer);
  }

  private void add(float number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(FIRST_ROOM, count + count / 2));
    }
    numbers[count++] = number;
  }

  private void addFile(CodedInputStream input) throws IOException {
    if (files.size() == MOST_FILES) {
      throw tooMany(MOST_FILES);
    }
    files.add(input.readByteArray());
  }

  boolean isEmpty() {
    return count == 0 && files.isEmpty();
  }

  @Override
  public float[] numbers() {
    return Arrays.copyOf(numbers, count);
  }

  @Override
  public List<byte[]> files(int most) {
    if (files.size() > most) {
      throw tooMany(most);
    }
    return files;
  }

  private static ProblemException tooMany(int most) {
    return new ProblemException(
        ProblemType.MALFORMED,
        "The data of 'file' has too many elements: at most " + most + " are read.");
  }
}
