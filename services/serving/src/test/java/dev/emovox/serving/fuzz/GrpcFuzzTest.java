package dev.emovox.serving.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.serving.api.TestSettings;
import dev.emovox.serving.grpc.GrpcListener;
import dev.emovox.serving.grpc.RawCalls;
import dev.emovox.serving.grpc.Requests;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.ModelHolder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Some thousands of malformed calls of gRPC; {@code -Demovox.fuzz=100000} for more. Each is
 * answered, none with a code that says that the service failed, and nothing stays in memory.
 */
@QuarkusTest
@TestProfile(TestSettings.class)
class GrpcFuzzTest {
  private static final long SEED = 20_261_124;
  private static final int CALLS = Integer.getInteger("emovox.fuzz", 3_000);

  /** Of calls that are refused while they are sent, a connection bears 200 in half a minute. */
  private static final int CALLS_OF_A_CONNECTION = 100;

  private static final long MOST_GROWTH = 48L << 20;

  @Inject FakeModelSource registry;
  @Inject ModelHolder models;
  @Inject GrpcListener listener;
  @Inject MeterRegistry meters;

  @Test
  void noMistakeOfAClientIsTheServicesFailure() throws Exception {
    registry.recover();
    registry.add("fuzz-grpc", FakeModel::happy);
    registry.promote("fuzz-grpc");
    await().until(() -> models.current().isPresent());
    byte[] sound = WavWriter.encode(new AudioClip(Requests.tone(4_000), 16_000));
    MalformedCalls calls = new MalformedCalls(SEED, sound);
    Map<String, Integer> codes = new TreeMap<>();

    send(calls, CALLS / 3, codes);
    long early = usedMemory();
    send(calls, CALLS - CALLS / 3, codes);
    assertThat(usedMemory() - early).isLessThan(MOST_GROWTH);

    System.out.println("answers to malformed calls by code: " + codes);
    // Not: unknown, internal, unavailable, data loss.
    assertThat(codes).containsKeys("0", "3", "5", "12").doesNotContainKeys("2", "13", "14", "15");
    await().until(() -> meters.get("emovox.upload.bytes").gauge().value() == 0);
  }

  private void send(MalformedCalls calls, int count, Map<String, Integer> codes) throws Exception {
    for (int sent = 0; sent < count; sent += CALLS_OF_A_CONNECTION) {
      try (RawCalls client = new RawCalls(listener.port().orElseThrow())) {
        for (int i = 0; i < Math.min(CALLS_OF_A_CONNECTION, count - sent); i++) {
          RawCalls.End end = answer(client, calls.next());
          assertThat(end.code()).as("%s", end).isNotNull();
          codes.merge(end.code(), 1, Integer::sum);
        }
      }
    }
  }

  private static RawCalls.End answer(RawCalls client, MalformedCalls.Call call) throws Exception {
    try {
      return client.send(call.path(), call.headers(), call.body());
    } catch (TimeoutException e) {
      String detail =
          "%s %s of %d bytes was not answered"
              .formatted(call.path(), call.headers(), call.body().length);
      throw new AssertionError(detail, e);
    }
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
