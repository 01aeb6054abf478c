package dev.emovox.serving.protocol;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.Base64;
import java.util.List;

/**
 * The elements of a tensor in JSON; files are in base 64.
 *
 * @param data null if there are none
 */
record JsonElements(TensorData data) implements InputElements {

  @Override
  public float[] numbers() {
    return present().numbers();
  }

  @Override
  public List<byte[]> files(int most) {
    List<String> texts = present().texts();
    if (texts.size() > most) {
      throw malformed("The data of 'file' has too many elements: at most " + most + " are read.");
    }
    return texts.stream().map(JsonElements::file).toList();
  }

  private TensorData present() {
    if (data == null) {
      throw malformed("The input has no list 'data'.");
    }
    return data;
  }

  private static byte[] file(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed("The data of 'file' are not all in base 64.");
    }
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
