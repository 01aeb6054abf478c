package dev.emovox.serving.api;

import static dev.emovox.serving.grpc.Requests.bytes;
import static dev.emovox.serving.grpc.Requests.files;
import static dev.emovox.serving.grpc.Requests.input;
import static dev.emovox.serving.grpc.Requests.rawFile;
import static dev.emovox.serving.grpc.Requests.rawSamples;
import static dev.emovox.serving.grpc.Requests.request;
import static dev.emovox.serving.grpc.Requests.samples;
import static dev.emovox.serving.grpc.Requests.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import dev.emovox.serving.grpc.GrpcListener;
import dev.emovox.serving.grpc.StockClient;
import dev.emovox.serving.grpc.stub.InferTensorContents;
import dev.emovox.serving.grpc.stub.ModelInferRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of gRPC that can't be answered, and what their clients hear. */
@QuarkusTest
@TestProfile(TestSettings.class)
class GrpcRefusalsTest extends ServiceTest {
  @Inject GrpcListener listener;

  private StockClient client;

  @BeforeEach
  void connect() {
    client = StockClient.of(listener.port().orElseThrow());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static StatusRuntimeException failure(ThrowingCallable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call);
  }

  private static Status.Code code(ThrowingCallable call) {
    return failure(call).getStatus().getCode();
  }

  static Stream<ModelInferRequest.Builder> malformed() {
    byte[] file = Sounds.tone(1);
    InferTensorContents numbers = InferTensorContents.newBuilder().addFp32Contents(1).build();
    return Stream.of(
        request(),
        request(input("audio", "FP32", 1)),
        request(input("audio", "FP32")).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP64", 1)).addRawInputContents(bytes(tone(2))),
        request(input("sound", "FP32", 4)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 5)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", -1)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 1, 2, 2)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 1, 1, 1, 1, 1, 1, 1, 1, 1))
            .addRawInputContents(bytes(tone(1))),
        request(input("audio", "FP32", Long.MAX_VALUE, 4)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 2, Long.MAX_VALUE)).addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 7, 100)).addRawInputContents(bytes(tone(700))),
        request(input("audio", "FP32", 4)).addRawInputContents(bytes(tone(4)).substring(0, 15)),
        request(input("audio", "FP32", 4))
            .addRawInputContents(bytes(tone(4)))
            .addRawInputContents(bytes(tone(4))),
        request(input("audio", "FP32", 1).setContents(numbers)).addRawInputContents(bytes(tone(1))),
        request(input("audio", "FP32", 1), input("audio", "FP32", 1)),
        request(input("file", "BYTES", 1)).addRawInputContents(ByteString.copyFrom(new byte[3])),
        request(input("file", "BYTES", 2))
            .addRawInputContents(rawFile(file).getRawInputContents(0)),
        request(input("file", "BYTES", 1))
            .addRawInputContents(rawFile(file).getRawInputContents(0).substring(0, file.length)),
        files(file, file, file, file, file, file, file),
        rawSamples(1, 1600)
            .addOutputs(
                ModelInferRequest.InferRequestedOutputTensor.newBuilder().setName("embedding")),
        rawSamples(1, 1600)
            .addOutputs(ModelInferRequest.InferRequestedOutputTensor.getDefaultInstance()));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsNotOfTheProtocol(ModelInferRequest.Builder request) {
    assertThat(code(() -> client.infer(request.build()))).isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void refusesMoreTensorsThanAnybodyNeeds() {
    ModelInferRequest.Builder request = rawSamples(1, 1600);
    for (int i = 0; i < 17; i++) {
      request.addInputs(input("", ""));
    }
    StatusRuntimeException failure = failure(() -> client.infer(request.build()));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(failure.getStatus().getDescription()).contains("too many tensors");
  }

  @Test
  void saysWhyAClipCannotBeUsed() {
    StatusRuntimeException failure = failure(() -> client.infer(samples(new float[800]).build()));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(failure.getStatus().getDescription()).contains("silent");
    assertThat(code(() -> client.infer(files(new byte[100]).build())))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void refusesWhatIsTooLargeAndStaysOpen() {
    ModelInferRequest huge = rawSamples(1, TestSettings.MAX_BATCH_BYTES / 4).build();
    StatusRuntimeException failure = failure(() -> client.infer(huge));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(failure.getStatus().getDescription()).contains("1000000 bytes");
    assertThat(client.infer(rawSamples(1, 1600).build()).getOutputsCount()).isEqualTo(3);
  }

  /**
   * What is refused before it has arrived leaves nothing of the connection's window behind. After
   * 200 of these in half a minute the connection is closed, as by any server of HTTP/2.
   */
  @Test
  void aConnectionOutlivesItsRefusals() {
    ModelInferRequest huge = rawSamples(1, TestSettings.MAX_BATCH_BYTES / 4).build();
    for (int i = 0; i < 20; i++) {
      assertThat(code(() -> client.infer(huge))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(code(() -> client.call("Unknown", huge, huge)))
          .isEqualTo(Status.Code.UNIMPLEMENTED);
      assertThat(code(() -> client.compressing().infer(huge))).isEqualTo(Status.Code.UNIMPLEMENTED);
      assertThat(client.infer(rawSamples(1, 1600).build()).getOutputsCount()).isEqualTo(3);
    }
  }
}
