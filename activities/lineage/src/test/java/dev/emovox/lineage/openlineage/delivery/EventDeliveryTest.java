package dev.emovox.lineage.openlineage.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.lineage.openlineage.RunEvent;
import dev.emovox.lineage.openlineage.RunEvents;
import dev.emovox.lineage.testing.CraftedRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventDeliveryTest {
  private static final EventDelivery.Limits QUICK =
      new EventDelivery.Limits(4, 3, Duration.ofMillis(1));

  @TempDir private Path folder;

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Authorization");
          received.add(
              key
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Integer answer = answers.poll();
          exchange.sendResponseHeaders(answer == null ? 201 : answer, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void hangUp() {
    server.stop(0);
  }

  private static List<RunEvent> events() {
    CraftedRun run = CraftedRun.ofForest("first");
    return RunEvents.of(run.plan(), run.status()).subList(0, 4);
  }

  private Map<String, String> environment() {
    return Map.of(
        EventSettings.URL,
        "http://127.0.0.1:" + server.getAddress().getPort(),
        EventSettings.KEY,
        "hush");
  }

  private static void awaitCount(EventDelivery delivery, int count) throws InterruptedException {
    while (delivery.sent() + delivery.lost() < count) {
      Thread.sleep(5);
    }
  }

  @Test
  void aServerGetsEveryEventInOrderWithTheKey() throws InterruptedException {
    try (EventDelivery delivery = EventSettings.deliveries(environment()).get(0)) {
      events().forEach(delivery::offer);
      awaitCount(delivery, 4);
      assertThat(delivery.lost()).isZero();
    }

    assertThat(received).hasSize(4).allMatch(event -> event.startsWith("Bearer hush {"));
    assertThat(received.peek()).contains("\"eventType\":\"START\"");
  }

  @Test
  void aBusyServerIsAskedAgain() throws InterruptedException {
    answers.addAll(List.of(503, 429));
    try (EventDelivery delivery = new EventDelivery(http(), QUICK)) {
      delivery.offer(events().get(0));
      awaitCount(delivery, 1);
      assertThat(delivery.sent()).isEqualTo(1);
    }
    assertThat(received).hasSize(3);
  }

  @Test
  void whatIsRefusedIsLostAtOnceAndTheNextGoesThrough() throws InterruptedException {
    answers.add(422);
    try (EventDelivery delivery = new EventDelivery(http(), QUICK)) {
      delivery.offer(events().get(0));
      delivery.offer(events().get(1));
      awaitCount(delivery, 2);
      assertThat(delivery.lost()).isEqualTo(1);
      assertThat(delivery.sent()).isEqualTo(1);
    }
  }

  private EventReceiver http() {
    return new HttpReceiver(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/lineage"),
        Optional.empty());
  }

  @Test
  void aServerThatIsAwayCostsEventsAndNothingElse() throws InterruptedException {
    EventReceiver away = http();
    server.stop(0);
    try (EventDelivery delivery = new EventDelivery(away, QUICK)) {
      events().forEach(delivery::offer);
      awaitCount(delivery, 4);
      assertThat(delivery.lost()).isEqualTo(4);
    }
  }

  @Test
  void whoOffersNeverWaitsAndTooManyAreLost() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    EventReceiver slow =
        event -> {
          try {
            stuck.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    EventDelivery delivery = new EventDelivery(slow, QUICK);

    for (int i = 0; i < 20; i++) {
      delivery.offer(events().get(0));
    }

    assertThat(delivery.lost()).isBetween(15L, 16L);
    stuck.countDown();
    awaitCount(delivery, 20);
    delivery.close();
  }

  @Test
  void aFileGetsOneEventALine() throws Exception {
    Path file = folder.resolve("events.jsonl");
    Map<String, String> environment = Map.of(EventSettings.FILE, file.toString());
    try (EventDelivery delivery = EventSettings.deliveries(environment).get(0)) {
      events().forEach(delivery::offer);
      awaitCount(delivery, 4);
    }

    assertThat(Files.readAllLines(file)).hasSize(4).allMatch(line -> line.startsWith("{\"eventT"));
  }

  @Test
  void nothingIsToldUnlessAskedFor() {
    assertThat(EventSettings.deliveries(Map.of("EMOVOX_OPENLINEAGE_URL", "  "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"marquez:5000", "ftp://host/", "http://me:secret@host", "http://", "::"})
  void wrongAddressesAreNamedWithoutWhatTheyHold(String url) {
    assertThatThrownBy(() -> EventSettings.deliveries(Map.of(EventSettings.URL, url)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(EventSettings.URL)
        .hasMessageNotContaining("secret");
  }

  @Test
  void filesAndKeysThatCantBeUsedAreNamed() {
    assertThatThrownBy(
            () -> EventSettings.deliveries(Map.of(EventSettings.FILE, folder.toString())))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () ->
                EventSettings.deliveries(
                    Map.of(
                        EventSettings.URL,
                        "http://host",
                        EventSettings.KEY + "_FILE",
                        folder.resolve("none").toString())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none");
  }
}
