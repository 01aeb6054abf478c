package dev.emovox.wav2vec2.hub;

import dev.emovox.settings.Secret;
import dev.emovox.wav2vec2.hub.transfer.RetryPolicy;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of a {@link FakeHub} that does not wait between its tries, and remembers how long. */
final class HubFixture implements AutoCloseable {
  static final String TOKEN = "hf_very-secret";
  static final HubReference MAIN = HubReference.parse(FakeHub.ID);

  private final FakeHub hub = new FakeHub();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final Path cache;

  HubFixture(Path cache) {
    this.cache = cache;
  }

  FakeHub hub() {
    return hub;
  }

  List<Duration> waits() {
    return waits;
  }

  HubClient client() {
    return client(4, false);
  }

  HubClient client(int attempts, boolean offline) {
    HubSettings settings =
        new HubSettings(hub.endpoint(), Optional.of(new Secret(TOKEN)), offline, false);
    return client(settings, attempts);
  }

  HubClient client(HubSettings settings, int attempts) {
    RetryPolicy retries =
        new RetryPolicy(attempts, Duration.ofSeconds(1), Duration.ofMinutes(2), waits::add);
    return new HubClient(settings, cache, new HubClient.Patience(Duration.ofSeconds(2), retries));
  }

  HubCheckpoint fetch() {
    return client().fetch(MAIN, TransferProgress.none());
  }

  static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  public void close() {
    hub.close();
  }
}
