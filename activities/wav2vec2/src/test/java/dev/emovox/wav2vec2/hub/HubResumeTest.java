package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that break, and what is made of them. */
class HubResumeTest {
  private static final String WEIGHTS = "model.safetensors";
  private static final int SIZE = 3_000_000;
  private static final int CUT = 1_500_000;

  @TempDir Path cache;

  private HubFixture fixture;
  private FakeHub hub;
  private final FakeRepository tiny = FakeRepository.of("tiny", SIZE);

  @BeforeEach
  void start() {
    fixture = new HubFixture(cache);
    hub = fixture.hub().publish("main", tiny);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** At the storage: its path is the commit's, without the repository. */
  private void atStorage(HttpHandler answer) {
    hub.trouble("/" + tiny.commit() + "/" + WEIGHTS, this::redirect)
        .trouble("/" + tiny.commit() + "/" + WEIGHTS, answer);
  }

  private void redirect(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    tiny.resolve(exchange, WEIGHTS, hub.storage());
  }

  private void requireWhole(HubCheckpoint fetched) {
    assertThat(fetched.folder().resolve(WEIGHTS)).hasBinaryContent(tiny.content(WEIGHTS));
    try (Stream<Path> files = Files.list(fetched.folder())) {
      assertThat(files).noneMatch(file -> file.toString().contains(".part"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Map<String, String>> storageRequests() {
    return hub.seen().stream()
        .filter(FakeHub.SeenRequest::atStorage)
        .map(FakeHub.SeenRequest::headers)
        .toList();
  }

  @Test
  void aBrokenConnectionIsTakenUpWhereItBroke() {
    atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, CUT));

    HubCheckpoint fetched = fixture.fetch();

    requireWhole(fetched);
    assertThat(storageRequests()).hasSize(2);
    assertThat(storageRequests().get(0)).doesNotContainKey("Range");
    assertThat(storageRequests().get(1))
        .containsEntry("If-Range", tiny.entityTag(WEIGHTS))
        .hasEntrySatisfying("Range", range -> assertThat(range).matches("bytes=[1-9][0-9]*-"));
    assertThat(fixture.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aLaterProgramTakesUpWhatAnEarlierOneLeft() {
    atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, CUT));

    assertThatThrownBy(
            () -> fixture.client(1, false).fetch(HubFixture.MAIN, TransferProgress.none()))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("what came so far is kept");
    HubCheckpoint fetched = fixture.fetch();

    requireWhole(fetched);
    assertThat(fetched.downloadedBytes()).isLessThan(SIZE);
    assertThat(storageRequests().get(1)).containsKey("Range");
  }

  @Test
  void aStorageThatKnowsNoRangesSendsAllOfIt() {
    atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, CUT));
    atStorage(
        exchange -> {
          exchange.getRequestHeaders().remove("Range");
          tiny.serve(exchange, WEIGHTS);
        });

    requireWhole(fixture.fetch());
  }

  @Test
  void anotherRangeThanTheOneAskedForIsNotAppended() {
    atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, CUT));
    atStorage(
        exchange -> {
          exchange.getRequestHeaders().set("Range", "bytes=7-");
          tiny.serve(exchange, WEIGHTS);
        });

    requireWhole(fixture.fetch());
  }

  @Test
  void aRangeThatIsRefusedStartsAnew() {
    atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, CUT));
    atStorage(exchange -> exchange.sendResponseHeaders(416, -1));

    requireWhole(fixture.fetch());
    assertThat(storageRequests()).hasSize(3);
  }

  @Test
  void anOlderPartWithOtherBytesIsThrownAway() throws IOException {
    Path weights = fixture.fetch().folder().resolve(WEIGHTS);
    Files.delete(weights);
    Files.write(weights.resolveSibling(WEIGHTS + ".part"), new byte[CUT]);

    requireWhole(fixture.fetch());
  }

  @Test
  void aPartThatIsTooLongIsThrownAway() throws IOException {
    Path weights = fixture.fetch().folder().resolve(WEIGHTS);
    Files.delete(weights);
    Files.write(weights.resolveSibling(WEIGHTS + ".part"), new byte[SIZE + 1]);

    requireWhole(fixture.fetch());
  }

  @Test
  void contentWithAnotherDigestIsNeverKept() throws IOException {
    atStorage(
        exchange -> {
          exchange.sendResponseHeaders(200, SIZE);
          exchange.getResponseBody().write(new byte[SIZE]);
        });

    assertThatThrownBy(fixture::fetch)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(WEIGHTS)
        .hasMessageContaining("digest sha256:");
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(WEIGHTS));
    }
  }

  @Test
  void aSilentStorageIsGivenUpAndAskedAgain() {
    atStorage(
        exchange -> {
          tiny.serveUntil(exchange, WEIGHTS, CUT);
          hub.awaitEnd();
        });

    requireWhole(fixture.fetch());
    assertThat(storageRequests()).hasSize(2);
  }

  @Test
  void aConnectionThatBringsNextToNothingIsGivenUpInTheEnd() {
    for (int i = 0; i < 4; i++) {
      int bytes = 10 + i;
      atStorage(exchange -> tiny.serveUntil(exchange, WEIGHTS, bytes));
    }

    assertThatThrownBy(fixture::fetch).isInstanceOf(ServerUnavailableException.class);
    assertThat(fixture.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }
}
