package dev.emovox.serving.protocol;

import java.util.List;

/** The elements of a tensor that was sent, in whichever form they came. */
public interface InputElements {

  /**
   * The elements of a tensor of datatype FP32.
   *
   * @throws dev.emovox.serving.problem.ProblemException if they are none
   */
  float[] numbers();

  /**
   * The elements of a tensor of datatype BYTES.
   *
   * @param most elements that are read
   * @throws dev.emovox.serving.problem.ProblemException if they are none, or more
   */
  List<byte[]> files(int most);
}
