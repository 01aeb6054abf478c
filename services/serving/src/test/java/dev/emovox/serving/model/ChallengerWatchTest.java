package dev.emovox.serving.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What differs when the watched model is the challenger. */
class ChallengerWatchTest {
  private static final RetryBackoff BACKOFF =
      new RetryBackoff(Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final FakeModelSource source = new FakeModelSource();
  private final ModelHolder holder = new ModelHolder(ModelRole.CHALLENGER);
  private Instant now = Instant.EPOCH;
  private final ModelWatcher watcher =
      new ModelWatcher(
          source, holder, new ModelWatcher.Timing(BACKOFF, () -> now), new RecordingListener());

  @Test
  void letsAChallengerGoWithItsAlias() {
    FakeModel model = FakeModel.happy();
    challenge("2", model);
    assertThat(holder.current().orElseThrow().role()).isEqualTo(ModelRole.CHALLENGER);

    source.demote(ModelRole.CHALLENGER);
    watcher.poll();

    assertThat(holder.current()).isEmpty();
    assertThat(model.closed()).isEqualTo(1);
    assertThat(watcher.status().state()).isEqualTo(RegistryState.NO_CHALLENGER);
  }

  @Test
  void takesTheChampionForNoChallenger() {
    FakeModel model = FakeModel.happy();
    challenge("2", model);
    source.promote("2");
    watcher.poll();

    assertThat(holder.current()).isEmpty();
    assertThat(model.closed()).isEqualTo(1);
  }

  @Test
  void closesAChallengerBeforeItLoadsTheNext() {
    FakeModel first = FakeModel.happy();
    challenge("2", first);
    source.add(
        "3",
        () -> {
          assertThat(first.closed()).isEqualTo(1);
          return FakeModel.happy();
        });
    source.promote(ModelRole.CHALLENGER, "3");
    watcher.poll();

    assertThat(holder.current().orElseThrow().identity().version()).isEqualTo("3");
  }

  @Test
  void keepsNoChallengerWhenTheNextIsRefused() {
    challenge("2", FakeModel.happy());
    source.promote(ModelRole.CHALLENGER, "vanished");
    watcher.poll();

    assertThat(holder.current()).isEmpty();
    assertThat(watcher.status().state()).isEqualTo(RegistryState.REJECTED);
  }

  @Test
  void triesAWithdrawnModelAgainOnlyAfterTheAliasHasMoved() {
    FakeModel model = FakeModel.happy();
    challenge("2", model);
    watcher.withdraw(holder.current().orElseThrow(), "it failed 5 times");

    assertThat(holder.current()).isEmpty();
    assertThat(model.closed()).isEqualTo(1);
    now = now.plus(Duration.ofDays(1));
    watcher.poll();
    assertThat(holder.current()).isEmpty();
    assertThat(watcher.status().state()).isEqualTo(RegistryState.REJECTED);
    assertThat(watcher.status().message()).contains("version 2", "it failed 5 times");
    assertThat(watcher.status().rejection().orElseThrow().nextAttempt()).isEmpty();

    challenge("3", FakeModel.happy());
    challenge("2", FakeModel.happy());
    assertThat(holder.current().orElseThrow().identity().version()).isEqualTo("2");
  }

  private void challenge(String version, FakeModel model) {
    source.add(version, () -> model);
    source.promote(ModelRole.CHALLENGER, version);
    watcher.poll();
  }
}
