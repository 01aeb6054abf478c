package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.prediction.PredictionPool;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestSettings.class)
class LoadTest extends ServiceTest {
  private static final int SWAPS = 50;
  private static final int FULL = TestSettings.THREADS + TestSettings.QUEUE;

  private final ExecutorService clients = Executors.newCachedThreadPool();

  @Inject PredictionPool pool;

  @AfterEach
  void stop() {
    clients.shutdownNow();
  }

  @Test
  void asksToComeBackWhenTheQueueIsFull() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicBoolean closed = new AtomicBoolean();
    serve(
        new FakeModel(
            probabilities -> closed.get() ? waitFor(gate, probabilities) : probabilities));
    closed.set(true);
    List<Future<Integer>> waiting = new ArrayList<>();
    for (int client = 0; client < TestSettings.THREADS; client++) {
      waiting.add(clients.submit(LoadTest::status));
    }
    await()
        .until(
            () ->
                models.current().orElseThrow().loaded().model() instanceof FakeModel model
                    && model.predictions() == 5 + TestSettings.THREADS);
    for (int client = TestSettings.THREADS; client < FULL; client++) {
      waiting.add(clients.submit(LoadTest::status));
    }
    await().until(() -> pool.waiting() == TestSettings.QUEUE);

    Response refused = post();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
    assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
    gate.countDown();
    for (Future<Integer> answer : waiting) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }

  @Test
  void failsNoRequestDuringFiftySwaps() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<Integer>> answers = new ArrayList<>();
    for (int client = 0; client < TestSettings.THREADS; client++) {
      answers.add(clients.submit(() -> askUntil(stop)));
    }
    for (int swap = 0; swap < SWAPS; swap++) {
      serve(FakeModel.happy());
    }
    stop.set(true);
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isPositive();
    }
  }

  private static int askUntil(AtomicBoolean stop) {
    int answers = 0;
    do {
      assertThat(status()).isEqualTo(200);
      answers++;
    } while (!stop.get());
    return answers;
  }

  private static double[] waitFor(CountDownLatch gate, double[] probabilities) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return probabilities;
  }

  private static int status() {
    return post().statusCode();
  }

  private static Response post() {
    return given().contentType("audio/wav").body(Sounds.tone(1)).post("/v1/emotions");
  }
}
