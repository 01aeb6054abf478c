package dev.emovox.serving.api;

import static dev.emovox.serving.grpc.Requests.bytes;
import static dev.emovox.serving.grpc.Requests.files;
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
import dev.emovox.serving.grpc.stub.ModelInferRequest;
import dev.emovox.serving.grpc.stub.ModelInferResponse;
import dev.emovox.serving.grpc.stub.ModelMetadataRequest;
import dev.emovox.serving.grpc.stub.ModelMetadataResponse;
import dev.emovox.serving.grpc.stub.ModelReadyRequest;
import dev.emovox.serving.grpc.stub.ModelReadyResponse;
import dev.emovox.serving.grpc.stub.ServerLiveRequest;
import dev.emovox.serving.grpc.stub.ServerLiveResponse;
import dev.emovox.serving.grpc.stub.ServerMetadataRequest;
import dev.emovox.serving.grpc.stub.ServerMetadataResponse;
import dev.emovox.serving.grpc.stub.ServerReadyRequest;
import dev.emovox.serving.grpc.stub.ServerReadyResponse;
import dev.emovox.serving.model.FakeModel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Open Inference Protocol over gRPC, asked by gRPC's own client. */
@QuarkusTest
@TestProfile(TestSettings.class)
class GrpcTest extends ServiceTest {
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

  @Test
  void tellsWhatTheServerAndTheModelAre() {
    String version = serve(FakeModel.happy());

    assertThat(isLive()).isTrue();
    assertThat(isReady()).isTrue();
    ServerMetadataResponse server =
        client.call(
            "ServerMetadata",
            ServerMetadataRequest.getDefaultInstance(),
            ServerMetadataResponse.getDefaultInstance());
    assertThat(server.getName()).isEqualTo("emovox-serving");
    assertThat(server.getVersion()).isNotEmpty();
    for (String asked : List.of("", version)) {
      assertThat(isModelReady("emovox", asked)).isTrue();
      ModelMetadataResponse model = metadata("emovox", asked);
      assertThat(model.getName()).isEqualTo("emovox");
      assertThat(model.getVersionsList()).containsExactly(version);
      assertThat(model.getInputsList().stream().map(ModelMetadataResponse.TensorMetadata::getName))
          .containsExactly("audio", "file");
      assertThat(model.getOutputs(0).getShapeList()).containsExactly(-1L, 3L);
      assertThat(model.getOutputs(2).getDatatype()).isEqualTo("BYTES");
    }
  }

  private boolean isLive() {
    return client
        .call(
            "ServerLive",
            ServerLiveRequest.getDefaultInstance(),
            ServerLiveResponse.getDefaultInstance())
        .getLive();
  }

  private boolean isReady() {
    return client
        .call(
            "ServerReady",
            ServerReadyRequest.getDefaultInstance(),
            ServerReadyResponse.getDefaultInstance())
        .getReady();
  }

  private boolean isModelReady(String name, String version) {
    return client
        .call(
            "ModelReady",
            ModelReadyRequest.newBuilder().setName(name).setVersion(version).build(),
            ModelReadyResponse.getDefaultInstance())
        .getReady();
  }

  private ModelMetadataResponse metadata(String name, String version) {
    return client.call(
        "ModelMetadata",
        ModelMetadataRequest.newBuilder().setName(name).setVersion(version).build(),
        ModelMetadataResponse.getDefaultInstance());
  }

  @Test
  void knowsOnlyWhatIsLive() {
    assertThat(code(() -> isModelReady("other", ""))).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(code(() -> metadata("emovox", "none"))).isEqualTo(Status.Code.NOT_FOUND);
    StatusRuntimeException other =
        failure(() -> client.infer(rawSamples(1, 1600).setModelName("other").build()));
    assertThat(other.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(other.getStatus().getDescription()).contains("emovox does");
    assertThat(code(() -> client.infer(rawSamples(1, 1600).setModelVersion("none").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void isNotReadyWithoutAModel() {
    serveNothing();

    assertThat(isLive()).isTrue();
    assertThat(isReady()).isFalse();
    assertThat(isModelReady("emovox", "")).isFalse();
    StatusRuntimeException failure = failure(() -> client.infer(rawSamples(1, 1600).build()));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(
            failure
                .getTrailers()
                .get(Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER)))
        .matches("[1-9]\\d*");
  }

  @Test
  void answersRawContentsWithRawContents() {
    String version = serve(FakeModel.happy());

    for (ModelInferRequest request :
        List.of(rawSamples(1, 1600).build(), rawFile(Sounds.tone(1)).build())) {
      ModelInferResponse answer =
          client.infer(request.toBuilder().setModelVersion(version).build());
      assertThat(answer.getModelName()).isEqualTo("emovox");
      assertThat(answer.getModelVersion()).isEqualTo(version);
      assertThat(answer.getId()).isEqualTo("42");
      assertThat(answer.getParametersMap()).containsOnlyKeys("predictions", "model_digest");
      assertThat(
              answer.getOutputsList().stream().map(ModelInferResponse.InferOutputTensor::getName))
          .containsExactly("probabilities", "logits", "label");
      assertThat(answer.getOutputs(0).hasContents()).isFalse();
      assertThat(numbers(answer.getRawOutputContents(0))).containsExactly(0.2, 0.7, 0.1);
      assertThat(numbers(answer.getRawOutputContents(1))).containsExactly(-1.5, 2.5, -2.5);
      assertThat(answer.getRawOutputContents(2).toStringUtf8()).isEqualTo("\5\0\0\0happy");
    }
  }

  private static double[] numbers(ByteString raw) {
    ByteBuffer bytes = raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(numbers);
    return numbers;
  }

  @Test
  void answersContentsWithContents() {
    for (ModelInferRequest request :
        List.of(samples(tone(1600)).build(), files(Sounds.tone(1)).build())) {
      ModelInferResponse answer = client.infer(request);
      assertThat(answer.getRawOutputContentsCount()).isZero();
      assertThat(answer.getOutputs(0).getShapeList()).containsExactly(1L, 3L);
      assertThat(answer.getOutputs(0).getContents().getFp64ContentsList())
          .containsExactly(0.2, 0.7, 0.1);
      assertThat(answer.getOutputs(2).getContents().getBytesContents(0).toStringUtf8())
          .isEqualTo("happy");
    }
  }

  @Test
  void answersBatchesAndOnlyWhatIsWanted() {
    ModelInferRequest.InferRequestedOutputTensor label =
        ModelInferRequest.InferRequestedOutputTensor.newBuilder().setName("label").build();
    ModelInferResponse answer = client.infer(rawSamples(3, 1600).addOutputs(label).build());
    assertThat(answer.getOutputsCount()).isEqualTo(1);
    assertThat(answer.getOutputs(0).getShapeList()).containsExactly(3L);
    assertThat(answer.getParametersMap().get("predictions").getStringParam().split(","))
        .hasSize(3)
        .doesNotHaveDuplicates();
    ModelInferResponse two =
        client.infer(files(Sounds.tone(1), Sounds.tone(2)).addOutputs(label).build());
    assertThat(two.getOutputs(0).getContents().getBytesContentsCount()).isEqualTo(2);
  }

  @Test
  void anotherNameThatWasLedHereIsNotTheServices() {
    try (StockClient stranger = StockClient.of(listener.port().orElseThrow(), "evil.example")) {
      assertThat(code(() -> stranger.infer(rawSamples(1, 1600).build())))
          .isEqualTo(Status.Code.PERMISSION_DENIED);
    }
  }
}
