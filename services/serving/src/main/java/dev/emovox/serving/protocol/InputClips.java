package dev.emovox.serving.protocol;

import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.prediction.FloatWave;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clips in a request's one input: {@code audio}, samples at 16 kHz of shape (samples) or
 * (clips, samples), or {@code file}, audio files of shape (clips) or (clips, 1); their bytes are in
 * base 64 in JSON, and as they are in the binary form.
 *
 * @param body the request
 * @param most clips of a request
 */
record InputClips(TensorBody body, int most) {
  static final String AUDIO = "audio";
  static final String FILE = "file";
  private static final int SAMPLE_RATE = 16_000;

  /**
   * The clips in their order.
   *
   * @throws ProblemException if the tensor is not as the model's metadata says
   */
  List<ClipSource> read() {
    List<InferenceRequest.Input> inputs = body.request().inputs();
    if (inputs.size() != 1) {
      throw malformed("The model takes one input: 'audio' or 'file'.");
    }
    InferenceRequest.Input input = inputs.get(0);
    if (is(input, AUDIO, "FP32")) {
      return samples(input);
    }
    if (is(input, FILE, "BYTES")) {
      return files(input);
    }
    throw malformed("The input is neither 'audio' of datatype FP32 nor 'file' of datatype BYTES.");
  }

  private static boolean is(InferenceRequest.Input input, String name, String datatype) {
    return name.equals(input.name()) && datatype.equals(input.datatype());
  }

  private List<ClipSource> samples(InferenceRequest.Input input) {
    List<Long> shape = shape(input);
    int clips = clips(shape.size() == 1 ? 1 : shape.get(0));
    float[] values = numbers(input);
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

  private List<ClipSource> files(InferenceRequest.Input input) {
    List<Long> shape = shape(input);
    int clips = clips(shape.get(0));
    List<ClipSource> files = contents(input);
    if ((shape.size() == 2 && shape.get(1) != 1) || files.size() != clips) {
      throw malformed(
          "The data of 'file' has " + files.size() + " elements, which is not its shape.");
    }
    return files;
  }

  private static List<Long> shape(InferenceRequest.Input input) {
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

  private static boolean isBinary(InferenceRequest.Input input) {
    return input.parameters() != null && input.parameters().binaryDataSize() != null;
  }

  private float[] numbers(InferenceRequest.Input input) {
    if (isBinary(input)) {
      return BinaryElements.numbers(body.take(input.parameters().binaryDataSize()));
    }
    return data(input).numbers();
  }

  private List<ClipSource> contents(InferenceRequest.Input input) {
    if (isBinary(input)) {
      return BinaryElements.files(body.take(input.parameters().binaryDataSize()), most).stream()
          .<ClipSource>map(file -> () -> file)
          .toList();
    }
    return data(input).texts().stream().map(InputClips::content).toList();
  }

  private static TensorData data(InferenceRequest.Input input) {
    if (input.data() == null) {
      throw malformed("The input has no list 'data'.");
    }
    return input.data();
  }

  private static ClipSource content(String text) {
    try {
      byte[] file = Base64.getDecoder().decode(text);
      return () -> file;
    } catch (IllegalArgumentException e) {
      throw malformed("The data of 'file' are not all in base 64.");
    }
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
