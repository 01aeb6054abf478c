package dev.emovox.serving.fuzz;

import com.google.protobuf.ByteString;
import dev.emovox.serving.grpc.RawCalls;
import dev.emovox.serving.grpc.Requests;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Calls of gRPC as a careless or hostile client would make them: messages with bytes changed, cut,
 * doubled or added, frames that announce anything, headers that mean nothing. The same seed gives
 * the same calls.
 */
final class MalformedCalls {
  private static final List<String> TIMEOUTS = List.of("1S", "0n", "99999999H", "-1S", "1", "");
  private static final List<String> METHODS =
      List.of("ModelInfer", "ModelReady", "ModelMetadata", "ServerReady", "Model%49nfer", "../x");

  private final Random random;
  private final byte[] sound;

  MalformedCalls(long seed, byte[] sound) {
    this.random = new Random(seed);
    this.sound = sound;
  }

  /**
   * A call.
   *
   * @param path of the method
   * @param headers beside those of every call
   * @param body with its frame, if it has one
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Call(String path, Map<String, String> headers, byte[] body) {}

  /** The next call. */
  Call next() {
    String method = random.nextInt(4) > 0 ? METHODS.get(0) : one(METHODS);
    Map<String, String> headers =
        random.nextInt(8) > 0 ? Map.of() : Map.of("grpc-timeout", one(TIMEOUTS));
    return new Call(
        "/inference.GRPCInferenceService/" + method, headers, frame(mutated(message())));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] message() {
    return switch (random.nextInt(5)) {
      case 0 -> Requests.rawSamples(1 + random.nextInt(3), 400).build().toByteArray();
      case 1 -> Requests.samples(Requests.tone(400)).build().toByteArray();
      case 2 -> Requests.rawFile(sound).build().toByteArray();
      case 3 ->
          Requests.request(Requests.input("file", "BYTES", random.nextInt(4) - 1))
              .addRawInputContents(ByteString.copyFrom(sound))
              .build()
              .toByteArray();
      default -> emptyTensors();
    };
  }

  /** Two bytes each, of which generated classes would make objects. */
  private byte[] emptyTensors() {
    byte[] message = new byte[2 * random.nextInt(100_000)];
    for (int i = 0; i < message.length; i += 2) {
      message[i] = (byte) (8 * (3 + random.nextInt(5)) + 2);
    }
    return message;
  }

  /** The message with some bytes changed, most of them where its structure is, or cut. */
  private byte[] mutated(byte[] message) {
    byte[] bytes = message.clone();
    for (int i = bytes.length == 0 ? 0 : random.nextInt(6); i > 0; i--) {
      int place = random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
      bytes[place] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
  }

  private byte[] frame(byte[] message) {
    byte[] frame = RawCalls.frame(message);
    switch (random.nextInt(10)) {
      case 0 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length + 6));
      case 1 -> ByteBuffer.wrap(frame).putInt(1, random.nextInt());
      case 2 -> frame[0] = (byte) random.nextInt(256);
      default -> {}
    }
    return frame;
  }
}
