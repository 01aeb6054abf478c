package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs that refuse, are busy, or say what can't be. */
class HubTroubleTest {
  private static final String WEIGHTS = "model.safetensors";

  @TempDir Path cache;

  private HubFixture fixture;
  private FakeHub hub;
  private final FakeRepository tiny = FakeRepository.of("tiny", 10_000);

  @BeforeEach
  void start() {
    fixture = new HubFixture(cache);
    hub = fixture.hub().publish("main", tiny);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private <T extends EmovoxException> ThrowableAssertAlternative<T> fails(Class<T> kind) {
    return Assertions.assertThatExceptionOfType(kind)
        .isThrownBy(fixture::fetch)
        .satisfies(
            failure ->
                assertThat(HubFixture.trace(failure))
                    .doesNotContain(HubFixture.TOKEN, "very-private", "said by the hub"));
  }

  @ParameterizedTest
  @CsvSource({
    "401, RepoNotFound, HF_TOKEN",
    "403, GatedRepo, Accept the model's conditions",
    "404, RevisionNotFound, Check the name and the revision",
    "451, Elsewhere, HF_ENDPOINT"
  })
  void aRefusalIsFinalAndSaysWhatToDo(int status, String code, String advice) {
    hub.trouble("/revision/main", exchange -> FakeHub.error(exchange, status, code));

    fails(InvalidInputException.class)
        .withMessageContaining("HTTP " + status + ", " + code)
        .withMessageContaining("speech/tiny@main")
        .withMessageContaining(advice);
    assertThat(hub.seen()).hasSize(1);
  }

  @Test
  void anAnonymousUserIsToldOfTheToken() {
    hub.require("another");
    HubSettings anonymous = new HubSettings(hub.endpoint(), Optional.empty(), false, false);

    assertThatThrownBy(
            () -> fixture.client(anonymous, 3).fetch(HubFixture.MAIN, TransferProgress.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("anonymous users")
        .hasMessageContaining("HF_TOKEN_PATH");
  }

  @Test
  void aBusyHubIsAskedAgainWhenItSays() {
    hub.trouble("/revision/main", exchange -> exchange.sendResponseHeaders(503, -1))
        .trouble(
            "/revision/main",
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "30");
              exchange.sendResponseHeaders(429, -1);
            })
        .trouble(
            "/revision/main",
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "99999");
              exchange.sendResponseHeaders(429, -1);
            });

    assertThat(fixture.fetch().commit()).isEqualTo(tiny.commit());
    assertThat(fixture.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  @Test
  void aHubThatStaysBusyIsUnavailable() {
    for (int i = 0; i < 4; i++) {
      hub.trouble("/config.json", exchange -> exchange.sendResponseHeaders(500, -1));
    }

    fails(ServerUnavailableException.class)
        .withMessageContaining("config.json")
        .withMessageContaining("HTTP 500");
  }

  @Test
  void aHubThatIsNotThereIsUnavailable() {
    HubSettings away =
        new HubSettings(URI.create("http://127.0.0.1:1"), Optional.empty(), false, false);

    assertThatThrownBy(
            () -> fixture.client(away, 2).fetch(HubFixture.MAIN, TransferProgress.none()))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:1")
        .hasMessageContaining("HF_ENDPOINT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://storage.example/x?signature=very-private",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "http://",
        "::"
      })
  void aRedirectToWhereNothingIsSafeIsNotFollowed(String location) {
    hub.trouble("/" + WEIGHTS, exchange -> FakeHub.redirect(exchange, location));

    fails(WorkFailedException.class).withMessageContaining("redirects");
  }

  @Test
  void redirectsInCirclesEnd() {
    for (int i = 0; i < 10; i++) {
      hub.trouble("/" + WEIGHTS, ex -> FakeHub.redirect(ex, ex.getRequestURI().toString()));
    }

    fails(WorkFailedException.class).withMessageContaining("in circles");
  }

  @Test
  void anAnnouncedLengthThatContradictsTheListIsRefusedBeforeItComes() {
    hub.trouble("/config.json", exchange -> hub.announce(exchange, 5_000_000_000_000L));

    fails(WorkFailedException.class)
        .withMessageContaining("5000000000000 bytes")
        .withMessageContaining("config.json");
  }

  @Test
  void anotherCommitThanTheOneAskedForIsRefused() {
    hub.trouble(
        "/config.json",
        exchange -> {
          exchange.getResponseHeaders().set("X-Repo-Commit", "b".repeat(40));
          FakeHub.json(
              exchange,
              new String(tiny.content("config.json"), java.nio.charset.StandardCharsets.UTF_8));
        });

    fails(WorkFailedException.class).withMessageContaining("b".repeat(40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "<html>", "{\"sha\": \"main\"}", "{\"sha\": null}"})
  void anAnswerThatIsNoHubsIsCalledThat(String body) {
    hub.trouble("/revision/main", exchange -> FakeHub.json(exchange, body));

    fails(WorkFailedException.class).withMessageContaining("HF_ENDPOINT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\": \"file\"}]",
        "[{\"type\": \"file\", \"path\": \"config.json\", \"size\": 3, \"oid\": \"x\"}]",
        "[{\"type\": \"file\", \"path\": \"config.json\", \"oid\": \"x\"}]",
        "{{"
      })
  void aListOfFilesThatIsNoneIsCalledThat(String body) {
    hub.trouble("/tree/" + tiny.commit(), exchange -> FakeHub.json(exchange, body));

    fails(WorkFailedException.class).withMessageContaining("no hub");
  }

  @Test
  void aNextPageOnAnotherHostIsNotAskedFor() {
    hub.trouble(
        "/tree/" + tiny.commit(),
        exchange -> {
          exchange.getResponseHeaders().set("Link", "<https://elsewhere.example/x>; rel=\"next\"");
          FakeHub.json(exchange, "[]");
        });

    fails(WorkFailedException.class).withMessageContaining("another host");
  }

  @Test
  void aRepositoryWithoutACheckpointSaysWhatItLacks() {
    hub.publish("main", FakeRepository.of("empty", 1).without("config.json"));

    fails(InvalidInputException.class).withMessageContaining("no config.json");
  }

  @Test
  void weightsThatAreTooLargeAreNotBrought() {
    hub.publish("main", FakeRepository.of("huge", 1).listed(WEIGHTS, 1L << 40));

    fails(InvalidInputException.class).withMessageContaining("at most");
    assertThat(hub.seen(WEIGHTS)).isEmpty();
  }

  @Test
  void nothingIsBroughtWhenTheDiskHasNoRoomForAllOfIt() {
    FakeRepository sharded = FakeRepository.of("sharded", 1).without(WEIGHTS);
    StringBuilder map = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      String shard = "s%d.safetensors".formatted(i);
      sharded.with(shard, "x").listed(shard, 32L << 30);
      map.append(i == 0 ? "" : ", ").append("\"w%d\": \"%s\"".formatted(i, shard));
    }
    hub.publish(
        "main",
        sharded.with("model.safetensors.index.json", "{\"weight_map\": {%s}}".formatted(map)));

    fails(InvalidInputException.class).withMessageContaining("Make room");
    assertThat(hub.seen("s0.safetensors")).isEmpty();
  }
}
