package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from a hub that behaves. */
class HubClientTest {
  private static final String WEIGHTS = "model.safetensors";

  @TempDir Path cache;

  private HubFixture fixture;
  private FakeHub hub;
  private final FakeRepository tiny = FakeRepository.of("tiny", 100_000);

  @BeforeEach
  void start() {
    fixture = new HubFixture(cache);
    hub = fixture.hub().publish("main", tiny);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void bringsTheCheckpointOfTheBranchAndRecordsItsCommit() throws IOException {
    HubCheckpoint fetched = fixture.fetch();

    assertThat(fetched.commit()).isEqualTo(tiny.commit());
    assertThat(fetched.licence()).isEqualTo("apache-2.0");
    assertThat(fetched.hub()).isEqualTo(hub.endpoint().toString());
    assertThat(fetched.downloadedBytes()).isGreaterThan(100_000);
    assertThat(fetched.folder().resolve(WEIGHTS)).hasBinaryContent(tiny.content(WEIGHTS));
    try (Stream<Path> files = Files.list(fetched.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.json", "preprocessor_config.json", WEIGHTS, "hub.json");
    }
  }

  @Test
  void sendsTheTokenToTheHubAndNotToItsStorage() {
    hub.require(HubFixture.TOKEN);

    fixture.fetch();

    assertThat(hub.seen())
        .allSatisfy(
            request ->
                assertThat(request.headers().containsKey("Authorization"))
                    .isNotEqualTo(request.atStorage()));
    assertThat(hub.seen()).anyMatch(FakeHub.SeenRequest::atStorage);
  }

  @Test
  void followsTheHubWithinItself() {
    hub.trouble(
        "/resolve/" + tiny.commit() + "/config.json",
        exchange -> FakeHub.redirect(exchange, "config.json?cache=1"));
    hub.require(HubFixture.TOKEN);

    assertThat(fixture.fetch().folder().resolve("config.json"))
        .hasBinaryContent(tiny.content("config.json"));
  }

  @Test
  void bringsNothingTwiceAndAsksNothingAboutACommit() {
    String commit = fixture.fetch().commit();
    int before = hub.seen().size();

    assertThat(fixture.fetch().downloadedBytes()).isZero();
    assertThat(hub.seen()).hasSize(before + 1);
    fixture.client().fetch(HubFixture.MAIN.at(commit), TransferProgress.none());
    assertThat(hub.seen()).hasSize(before + 1);
  }

  @Test
  void followsABranchThatMovedAndKeepsWhatItWas() {
    HubCheckpoint before = fixture.fetch();
    hub.publish("main", FakeRepository.of("next", 1000));

    HubCheckpoint after = fixture.fetch();

    assertThat(after.commit()).isNotEqualTo(before.commit());
    assertThat(before.folder().resolve(WEIGHTS)).hasSize(100_000);
    assertThat(after.folder().resolve(WEIGHTS)).hasSize(1000);
  }

  @Test
  void aRevisionMayHoldSlashes() {
    hub.publish("refs/pr/7", FakeRepository.of("proposal", 500));

    HubCheckpoint fetched =
        fixture.client().fetch(HubFixture.MAIN.at("refs/pr/7"), TransferProgress.none());

    assertThat(fetched.folder().resolve(WEIGHTS)).hasSize(500);
    assertThat(hub.seen().get(0).path()).endsWith("/revision/refs%2Fpr%2F7");
  }

  @Test
  void bringsEveryShard() {
    FakeRepository sharded =
        FakeRepository.of("sharded", 10)
            .without(WEIGHTS)
            .with("a.safetensors", new byte[3000])
            .with("b.safetensors", new byte[5000])
            .with(
                "model.safetensors.index.json",
                "{\"weight_map\": {\"x\": \"a.safetensors\", \"y\": \"b.safetensors\"}}");
    hub.publish("main", sharded);

    HubCheckpoint fetched = fixture.fetch();

    assertThat(fetched.folder().resolve("a.safetensors")).hasSize(3000);
    assertThat(fetched.folder().resolve("b.safetensors")).hasSize(5000);
    assertThat(hub.seen("model.safetensors.index.json")).hasSize(1);
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    HubCheckpoint fetched =
        fixture
            .client()
            .fetch(
                HubFixture.MAIN,
                (file, now, total) -> {
                  done.add(now);
                  totals.add(total);
                });

    assertThat(done).isSorted().endsWith(fetched.downloadedBytes());
    assertThat(totals).containsOnly(fetched.downloadedBytes());
  }

  @Test
  void offlineUsesWhatIsThereAndAsksNothing() {
    String commit = fixture.fetch().commit();
    int before = hub.seen().size();
    HubClient offline = fixture.client(1, true);

    HubCheckpoint found = offline.fetch(HubFixture.MAIN, TransferProgress.none());
    assertThat(found.commit()).isEqualTo(commit);
    assertThat(found.licence()).isEqualTo("apache-2.0");
    assertThatThrownBy(
            () -> offline.fetch(HubReference.parse("speech/other"), TransferProgress.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("speech/other@main")
        .hasMessageContaining("HF_HUB_OFFLINE");
    assertThat(hub.seen()).hasSize(before);
  }

  @Test
  void aFileThatWasDamagedInTheCacheComesAgain() throws IOException {
    Path weights = fixture.fetch().folder().resolve(WEIGHTS);
    byte[] damaged = tiny.content(WEIGHTS).clone();
    damaged[5000] ^= 1;
    Files.write(weights, damaged);

    assertThatThrownBy(
            () -> fixture.client(1, true).fetch(HubFixture.MAIN, TransferProgress.none()))
        .isInstanceOf(InvalidInputException.class);
    assertThat(fixture.fetch().downloadedBytes()).isEqualTo(100_000);
    assertThat(weights).hasBinaryContent(tiny.content(WEIGHTS));
  }

  @Test
  void thoseWhoWantTheSameTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<HubCheckpoint> fetch = fixture::fetch;
      for (Future<HubCheckpoint> fetched : threads.invokeAll(List.of(fetch, fetch, fetch))) {
        assertThat(fetched.get().commit()).isEqualTo(tiny.commit());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(hub.seen()).filteredOn(FakeHub.SeenRequest::atStorage).hasSize(1);
  }

  @Test
  void readsTheListOfFilesPageByPage() {
    String tree = "/api/models/" + FakeHub.ID + "/tree/" + tiny.commit();
    hub.trouble(
        tree,
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Link", "<%s%s?cursor=2>; rel=\"next\"".formatted(hub.endpoint(), tree));
          FakeHub.json(exchange, "[]");
        });

    assertThat(fixture.fetch().commit()).isEqualTo(tiny.commit());
  }
}
