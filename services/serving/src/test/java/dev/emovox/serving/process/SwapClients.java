package dev.emovox.serving.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask without a pause while models change, and hold every answer against the versions
 * that may have been live while it was made.
 */
final class SwapClients implements AutoCloseable {
  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger answers = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final HttpRequest request;
  private volatile Set<String> live;
  private volatile boolean stopped;

  /**
   * Begins to ask.
   *
   * @param live the version that answers now
   */
  SwapClients(URI url, byte[] clip, String live) {
    this.request =
        HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofByteArray(clip)).build();
    this.live = Set.of(live);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::askOnAndOn);
    }
  }

  private void askOnAndOn() {
    while (!stopped) {
      Set<String> allowed = new HashSet<>(live);
      String answer = ask();
      allowed.addAll(live);
      answers.incrementAndGet();
      if (!allowed.contains(answer)) {
        wrong.add(answer + " instead of " + allowed);
      }
    }
  }

  /** The version that answers, or what went wrong. */
  private String ask() {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = json.readTree(response.body());
      return response.statusCode() == 200
          ? body.at("/model/version").asText()
          : response.statusCode() + " " + body;
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  /** From now on these versions may answer. */
  void expect(String... versions) {
    live = Set.of(versions);
  }

  /** Waits until so many more answers have come. */
  void awaitAnswers(int more) {
    int goal = answers.get() + more;
    while (answers.get() < goal) {
      Thread.onSpinWait();
    }
  }

  /** Answers so far. */
  int answers() {
    return answers.get();
  }

  /** Answers that were no answers, or not of a version that was live. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Asks no more, once the last answers have come. */
  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        wrong.add("a request was not answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
