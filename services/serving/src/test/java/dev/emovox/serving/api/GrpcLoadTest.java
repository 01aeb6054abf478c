package dev.emovox.serving.api;

import static dev.emovox.serving.grpc.Requests.rawSamples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.emovox.serving.grpc.GrpcListener;
import dev.emovox.serving.grpc.RawCalls;
import dev.emovox.serving.grpc.StockClient;
import dev.emovox.serving.grpc.stub.ModelInferRequest;
import dev.emovox.serving.grpc.stub.ModelInferResponse;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.prediction.PredictionEngine;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are not answered at once, and those whose frames are none. */
@QuarkusTest
@TestProfile(TestSettings.class)
class GrpcLoadTest extends ServiceTest {
  private static final int WARM_UP_ROUNDS = 5;
  private static final ModelInferRequest REQUEST = rawSamples(1, 1600).build();

  @Inject GrpcListener listener;
  @Inject PredictionEngine engine;
  @Inject MeterRegistry registryOfMeters;

  private final CountDownLatch gate = new CountDownLatch(1);
  private StockClient client;
  private RawCalls raw;

  @BeforeEach
  void connect() {
    client = StockClient.of(listener.port().orElseThrow());
    raw = new RawCalls(listener.port().orElseThrow());
  }

  @AfterEach
  void disconnect() {
    gate.countDown();
    client.close();
    raw.close();
    await().until(() -> bytesInMemory() == 0);
  }

  private double bytesInMemory() {
    return registryOfMeters.get("emovox.upload.bytes").gauge().value();
  }

  private FakeModel gated() {
    AtomicBoolean closed = new AtomicBoolean();
    FakeModel model =
        new FakeModel(probabilities -> closed.get() ? waitForGate(probabilities) : probabilities);
    serve(model);
    closed.set(true);
    return model;
  }

  private double[] waitForGate(double[] probabilities) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return probabilities;
  }

  private List<Future<ModelInferResponse>> occupyEveryThread(FakeModel model) {
    List<Future<ModelInferResponse>> working = new ArrayList<>();
    for (int i = 0; i < TestSettings.THREADS; i++) {
      working.add(client.begin(REQUEST));
    }
    await().until(() -> model.predictions() == WARM_UP_ROUNDS + TestSettings.THREADS);
    return working;
  }

  private static Status.Code code(StockClient client) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> client.infer(REQUEST))
        .getStatus()
        .getCode();
  }

  @Test
  void saysWhenTheTimeIsOver() {
    FakeModel model = gated();

    assertThat(code(client.within(Duration.ofMillis(300))))
        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);

    assertThat(model.predictions()).isEqualTo(WARM_UP_ROUNDS + 1);
  }

  @Test
  void theServiceItselfMindsTheDeadline() throws Exception {
    gated();

    RawCalls.End end =
        raw.send(
            RawCalls.INFER, Map.of("grpc-timeout", "300m"), RawCalls.frame(REQUEST.toByteArray()));

    assertThat(end.code()).isEqualTo("4");
    assertThat(engine.waiting()).isZero();
  }

  @Test
  void aCallThatIsCancelledIsDropped() throws Exception {
    FakeModel model = gated();
    List<Future<ModelInferResponse>> working = occupyEveryThread(model);
    int before = model.predictions();
    Future<ModelInferResponse> waiting = client.begin(REQUEST);
    await().until(() -> engine.waiting() == 1);

    waiting.cancel(true);

    await().until(() -> engine.waiting() == 0);
    gate.countDown();
    for (Future<ModelInferResponse> answer : working) {
      assertThat(answer.get().getOutputsCount()).isEqualTo(3);
    }
    assertThat(model.predictions()).isEqualTo(before);
  }

  @Test
  void asksToComeBackWhenTheQueueIsFull() throws Exception {
    FakeModel model = gated();
    List<Future<ModelInferResponse>> working = occupyEveryThread(model);
    for (int i = 0; i < TestSettings.QUEUE; i++) {
      working.add(client.begin(REQUEST));
    }
    await().until(() -> engine.waiting() == TestSettings.QUEUE);

    assertThat(code(client)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);

    gate.countDown();
    for (Future<ModelInferResponse> answer : working) {
      assertThat(answer.get().getOutputsCount()).isEqualTo(3);
    }
  }

  @Test
  void bytesThatAreNoCallAreRefused() throws Exception {
    byte[] whole = RawCalls.frame(REQUEST.toByteArray());
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    byte[] two = Arrays.copyOf(whole, whole.length + 5);
    byte[] compressed = whole.clone();
    compressed[0] = 1;

    assertThat(raw.send(RawCalls.INFER, Map.of(), whole).code()).isEqualTo("0");
    assertThat(raw.send(RawCalls.INFER, Map.of(), new byte[0]).code()).isEqualTo("3");
    assertThat(raw.send(RawCalls.INFER, Map.of(), new byte[4]).code()).isEqualTo("3");
    assertThat(raw.send(RawCalls.INFER, Map.of(), cut).code()).isEqualTo("3");
    assertThat(raw.send(RawCalls.INFER, Map.of(), two).code()).isEqualTo("3");
    assertThat(raw.send(RawCalls.INFER, Map.of(), compressed).code()).isEqualTo("12");
    byte[] announced = {0, -1, -1, -1, -1};
    assertThat(raw.send(RawCalls.INFER, Map.of(), announced).code()).isEqualTo("8");
    byte[] noMessage = RawCalls.frame(new byte[] {42, -1, -1, -1, -1, 15});
    assertThat(raw.send(RawCalls.INFER, Map.of(), noMessage).code()).isEqualTo("3");
  }

  @Test
  void headersThatAreNoCallAreRefused() throws Exception {
    byte[] body = RawCalls.frame(REQUEST.toByteArray());

    assertThat(raw.send(RawCalls.INFER, Map.of("grpc-encoding", "gzip"), body).code())
        .isEqualTo("12");
    assertThat(raw.send(RawCalls.INFER, Map.of("grpc-timeout", "soon"), body).code())
        .isEqualTo("3");
    assertThat(raw.send(RawCalls.INFER, Map.of("grpc-timeout", "0n"), body).code()).isEqualTo("4");
    assertThat(raw.send("/inference.GRPCInferenceService/ModelLoad", Map.of(), body).code())
        .isEqualTo("12");
    assertThat(raw.send("/grpc.reflection.v1.ServerReflection/Info", Map.of(), body).code())
        .isEqualTo("12");
    assertThat(raw.send("/v1/emotions", Map.of(), body).code()).isEqualTo("12");
    assertThat(raw.send("/v1/emotions", Map.of("content-type", "audio/wav"), body).http())
        .isEqualTo(415);
  }

  @Test
  void compressedMessagesAreRefusedBecauseTheyMayBecomeAnything() {
    assertThat(code(client.compressing())).isEqualTo(Status.Code.UNIMPLEMENTED);
  }
}
