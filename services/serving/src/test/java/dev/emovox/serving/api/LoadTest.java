package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.prediction.PredictionEngine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
  private static final int WARM_UP_ROUNDS = 5;
  private static final int FULL = TestSettings.THREADS + TestSettings.QUEUE;

  private final ExecutorService clients = Executors.newCachedThreadPool();

  @Inject PredictionEngine engine;

  @AfterEach
  void stop() {
    clients.shutdownNow();
  }

  @Test
  void asksToComeBackWhenTheQueueIsFull() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Integer>> waiting = occupyEveryThread(gated(gate));
    for (int client = TestSettings.THREADS; client < FULL; client++) {
      waiting.add(clients.submit(LoadTest::status));
    }
    await().until(() -> engine.waiting() == TestSettings.QUEUE);

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
  void saysWhenTheTimeIsOverAndDropsWhatHasNotBegun() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    FakeModel model = gated(gate);
    List<Future<Integer>> working = occupyEveryThread(model);
    int before = model.predictions();

    given()
        .header("X-Request-Timeout", "0.05")
        .body(Sounds.tone(1))
        .post("/v1/emotions")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:emovox:problem:timeout"));

    assertThat(engine.waiting()).isZero();
    gate.countDown();
    for (Future<Integer> answer : working) {
      assertThat(answer.get()).isEqualTo(200);
    }
    assertThat(model.predictions()).isEqualTo(before);
  }

  @Test
  void dropsTheWorkForAClientThatWentAway() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    FakeModel model = gated(gate);
    List<Future<Integer>> working = occupyEveryThread(model);
    int before = model.predictions();
    byte[] clip = Sounds.tone(1);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      String head =
          "POST /v1/emotions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + clip.length;
      client.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().write(clip);
      client.getOutputStream().flush();
      await().until(() -> engine.waiting() == 1);
    }

    await().until(() -> engine.waiting() == 0);
    gate.countDown();
    for (Future<Integer> answer : working) {
      assertThat(answer.get()).isEqualTo(200);
    }
    assertThat(model.predictions()).isEqualTo(before);
  }

  @Test
  void computesClipsThatWaitTogetherInOneBatch() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicBoolean closed = new AtomicBoolean();
    FakeModel model =
        FakeModel.network(
            probabilities -> closed.get() ? waitFor(gate, probabilities) : probabilities);
    serve(model);
    closed.set(true);
    List<Future<Integer>> answers = new ArrayList<>();
    answers.add(clients.submit(LoadTest::status));
    await().until(() -> model.batchSizes().size() == WARM_UP_ROUNDS + 1);
    for (int client = 1; client < FULL; client++) {
      answers.add(clients.submit(LoadTest::status));
    }
    await().until(() -> engine.waiting() == FULL - 1);
    gate.countDown();

    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
    assertThat(model.batchSizes()).endsWith(1, FULL - 1);
  }

  private FakeModel gated(CountDownLatch gate) {
    AtomicBoolean closed = new AtomicBoolean();
    FakeModel model =
        new FakeModel(probabilities -> closed.get() ? waitFor(gate, probabilities) : probabilities);
    serve(model);
    closed.set(true);
    return model;
  }

  private List<Future<Integer>> occupyEveryThread(FakeModel model) {
    List<Future<Integer>> working = new ArrayList<>();
    for (int client = 0; client < TestSettings.THREADS; client++) {
      working.add(clients.submit(LoadTest::status));
    }
    await().until(() -> model.predictions() == WARM_UP_ROUNDS + TestSettings.THREADS);
    return working;
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
