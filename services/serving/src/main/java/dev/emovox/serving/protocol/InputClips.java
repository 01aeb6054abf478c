package dev.emovox.serving.protocol;

import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.prediction.FloatWave;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clips in a request's one input: {@code audio}, samples at 16 kHz of shape (samples) or
 * (clips, samples), or {@code file}, audio files of shape (clips) or (clips, 1).
 *
 * @param inputs the tensors of the request
 * @param most clips of a request
 */
record InputClips(List<InputTensor> inputs, int most) {
  static final String AUDIO = "audio";
  static final String FILE = "file";
  private static final int SAMPLE_RATE = 16_000;

  /**
   * The clips in their order.
   *
   * @throws ProblemException if the tensor is not as the model's metadata says
   */
  List<ClipSource> read() {
    if (inputs.size() != 1) {
      throw malformed("The model takes one input: 'audio' or 'file'.");
    }
    InputTensor input = inputs.get(0);
    if (input.is(AUDIO, "FP32")) {
      return samples(input);
    }
    if (input.is(FILE, "BYTES")) {
      return files(input);
    }
    throw malformed("The input is neither 'audio' of datatype FP32 nor 'file' of datatype BYTES.");
  }

  private List<ClipSource> samples(InputTensor input) {
    List<Long> shape = shape(input);
    int clips = clips(shape.size() == 1 ? 1 : shape.get(0));
    float[] values = input.elements().numbers();
    long length = shape.get(shape.size() - 1);
    if (length > values.length || clips * length != values.length) {
      throw malformed(
          "The data of 'audio' has " + values.length + " elements, which is not its shape.");
    }
    int each = (int) length;
    return IntStream.range(0, clips)
        .<ClipSource>mapToObj(
            clip ->
                () ->
                    FloatWave.encode(
                        Arrays.copyOfRange(values, clip * each, (clip + 1) * each), SAMPLE_RATE))
        .toList();
  }

  private List<ClipSource> files(InputTensor input) {
    List<Long> shape = shape(input);
    int clips = clips(shape.get(0));
    List<byte[]> files = input.elements().files(most);
    if ((shape.size() == 2 && shape.get(1) != 1) || files.size() != clips) {
      throw malformed(
          "The data of 'file' has " + files.size() + " elements, which is not its shape.");
    }
    return files.stream().<ClipSource>map(file -> () -> file).toList();
  }

  private static List<Long> shape(InputTensor input) {
    List<Long> shape = input.shape();
    if (shape == null || shape.isEmpty() || shape.size() > 2 || shape.contains(null)) {
      throw malformed("The input's shape has one or two dimensions.");
    }
    if (shape.stream().anyMatch(size -> size < 0)) {
      throw malformed("The input's shape has a negative dimension.");
    }
    return shape;
  }

  private int clips(long count) {
    if (count < 1 || count > most) {
      throw malformed("The request has " + count + " clips; from 1 to " + most + " are answered.");
    }
    return (int) count;
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
