package dev.emovox.serving.grpc;

import com.google.protobuf.ByteString;
import dev.emovox.serving.grpc.stub.InferTensorContents;
import dev.emovox.serving.grpc.stub.ModelInferRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Requests for inference. */
public final class Requests {
  private Requests() {}

  /** A tone at 16 kHz. */
  public static float[] tone(int samples) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (0.3 * Math.sin(0.1 * i));
    }
    return tone;
  }

  /** The input of this name, without elements. */
  public static ModelInferRequest.InferInputTensor.Builder input(
      String name, String datatype, long... shape) {
    return ModelInferRequest.InferInputTensor.newBuilder()
        .setName(name)
        .setDatatype(datatype)
        .addAllShape(Arrays.stream(shape).boxed().toList());
  }

  /** A request to the model. */
  public static ModelInferRequest.Builder request(
      ModelInferRequest.InferInputTensor.Builder... inputs) {
    ModelInferRequest.Builder request =
        ModelInferRequest.newBuilder().setModelName("emovox").setId("42");
    for (ModelInferRequest.InferInputTensor.Builder input : inputs) {
      request.addInputs(input);
    }
    return request;
  }

  /** So many clips of so many samples, beside their tensor. */
  public static ModelInferRequest.Builder rawSamples(int clips, int samples) {
    return request(input("audio", "FP32", clips, samples))
        .addRawInputContents(bytes(tone(clips * samples)));
  }

  /** A clip within its tensor. */
  public static ModelInferRequest.Builder samples(float[] clip) {
    InferTensorContents contents =
        InferTensorContents.newBuilder().addAllFp32Contents(list(clip)).build();
    return request(input("audio", "FP32", clip.length).setContents(contents));
  }

  /** Files within their tensor. */
  public static ModelInferRequest.Builder files(byte[]... files) {
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    for (byte[] file : files) {
      contents.addBytesContents(ByteString.copyFrom(file));
    }
    return request(input("file", "BYTES", files.length).setContents(contents));
  }

  /** A file beside its tensor. */
  public static ModelInferRequest.Builder rawFile(byte[] file) {
    byte[] bytes = new byte[Integer.BYTES + file.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length).put(file);
    return request(input("file", "BYTES", 1)).addRawInputContents(ByteString.copyFrom(bytes));
  }

  /** Numbers in binary form. */
  public static ByteString bytes(float[] numbers) {
    byte[] bytes = new byte[Float.BYTES * numbers.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(numbers);
    return ByteString.copyFrom(bytes);
  }

  private static List<Float> list(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
  }
}
