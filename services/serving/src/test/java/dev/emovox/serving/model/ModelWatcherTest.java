package dev.emovox.serving.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelWatcherTest {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final FakeModelSource source = new FakeModelSource();
  private final ModelHolder holder = new ModelHolder(ModelRole.CHAMPION);
  private final RecordingListener listener = new RecordingListener();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ModelWatcher watcher =
      new ModelWatcher(
          source,
          holder,
          new ModelWatcher.Timing(new RetryBackoff(FIRST, LONGEST), () -> now),
          listener);

  @Test
  void servesWhatTheAliasPointsTo() {
    serve("1", FakeModel.happy());

    assertThat(served()).isEqualTo("1");
    assertThat(holder.current().orElseThrow().since()).isEqualTo(now);
    assertThat(watcher.status().state()).isEqualTo(RegistryState.IN_STEP);
    assertThat(listener.events()).containsExactly("swapped 1", "changed IN_STEP");
  }

  @Test
  void loadsAVersionOnce() {
    serve("1", FakeModel.happy());
    watcher.poll();
    watcher.poll();

    assertThat(source.loads()).isEqualTo(1);
    assertThat(listener.events()).hasSize(2);
  }

  @Test
  void followsTheAliasAndClosesTheOldModel() {
    FakeModel first = FakeModel.happy();
    serve("1", first);
    serve("2", FakeModel.happy());

    assertThat(served()).isEqualTo("2");
    assertThat(first.closed()).isEqualTo(1);
  }

  @Test
  void warmsAModelUpBeforeItGoesLive() {
    FakeModel model = FakeModel.happy();
    serve("1", model);

    assertThat(model.predictions()).isPositive();
  }

  @Test
  void keepsTheLastGoodModelWhenAPackageIsRefused() {
    serve("1", FakeModel.happy());
    source.add(
        "2",
        () -> {
          throw new InvalidInputException("model.json has other bytes");
        });
    promoteAndPoll("2");

    assertThat(served()).isEqualTo("1");
    ModelStatus status = watcher.status();
    assertThat(status.state()).isEqualTo(RegistryState.REJECTED);
    assertThat(status.message())
        .contains("version 2", "model.json has other bytes", "Version 1 goes on answering");
    assertThat(status.rejection().orElseThrow().attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, 1.5, 0.5})
  void refusesAModelThatDoesNotAnswerWithProbabilities(double value) {
    FakeModel wrong = new FakeModel(probabilities -> new double[] {value, 0.3, 0.3});
    source.add("1", () -> wrong);
    promoteAndPoll("1");

    assertThat(holder.current()).isEmpty();
    assertThat(wrong.closed()).isEqualTo(1);
    assertThat(watcher.status().message()).contains("warm-up");
  }

  @Test
  void refusesAModelWithTooFewAnswers() {
    source.add("1", () -> new FakeModel(probabilities -> new double[] {1}));
    promoteAndPoll("1");

    assertThat(holder.current()).isEmpty();
  }

  @Test
  void refusesAModelThatBreaksInAWayNobodyForesaw() {
    source.add(
        "1",
        () ->
            new FakeModel(
                probabilities -> {
                  throw new StackOverflowError();
                }));
    promoteAndPoll("1");

    assertThat(holder.current()).isEmpty();
    assertThat(watcher.status().message()).contains("bug", "StackOverflowError");
  }

  @Test
  void triesARefusedVersionAgainAtGrowingIntervals() {
    promoteAndPoll("1");
    assertThat(source.loads()).isEqualTo(1);

    pollAfter(FIRST.minusMillis(1));
    assertThat(source.loads()).isEqualTo(1);
    pollAfter(Duration.ofMillis(1));
    assertThat(source.loads()).isEqualTo(2);
    pollAfter(FIRST);
    assertThat(source.loads()).isEqualTo(2);
    pollAfter(FIRST);
    assertThat(source.loads()).isEqualTo(3);

    source.add("1", FakeModel::happy);
    pollAfter(LONGEST);
    assertThat(served()).isEqualTo("1");
    assertThat(watcher.status().rejection()).isEmpty();
  }

  @Test
  void triesAnotherVersionAtOnceAfterARefusal() {
    promoteAndPoll("vanished");
    serve("2", FakeModel.happy());

    assertThat(served()).isEqualTo("2");
    assertThat(watcher.status().rejection()).isEmpty();
  }

  @Test
  void forgetsTheRefusalWhenTheAliasMovesBack() {
    serve("1", FakeModel.happy());
    promoteAndPoll("vanished");
    promoteAndPoll("1");

    assertThat(watcher.status().state()).isEqualTo(RegistryState.IN_STEP);
    assertThat(watcher.status().rejection()).isEmpty();
    assertThat(source.loads()).isEqualTo(2);
  }

  @Test
  void goesOnWithoutTheRegistry() {
    serve("1", FakeModel.happy());
    source.fail(new ServerUnavailableException("MLflow at http://x does not answer", null));
    watcher.poll();

    assertThat(served()).isEqualTo("1");
    assertThat(watcher.status().state()).isEqualTo(RegistryState.UNREACHABLE);
    assertThat(watcher.status().message()).contains("MLflow", "Version 1 goes on answering");
    source.recover();
    watcher.poll();
    assertThat(watcher.status().state()).isEqualTo(RegistryState.IN_STEP);
    assertThat(source.loads()).isEqualTo(1);
  }

  @Test
  void takesAStoreThatIsAwayForNoFaultOfTheVersion() {
    source.add(
        "1",
        () -> {
          throw new ServerUnavailableException("S3 at http://y does not answer", null);
        });
    promoteAndPoll("1");
    assertThat(watcher.status().state()).isEqualTo(RegistryState.UNREACHABLE);
    assertThat(watcher.status().rejection()).isEmpty();

    source.add("1", FakeModel::happy);
    watcher.poll();
    assertThat(served()).isEqualTo("1");
  }

  @Test
  void keepsTheModelWhenTheAliasIsRemoved() {
    serve("1", FakeModel.happy());
    source.demote();
    watcher.poll();

    assertThat(served()).isEqualTo("1");
    assertThat(watcher.status().state()).isEqualTo(RegistryState.NO_CHAMPION);
    assertThat(watcher.status().message()).contains("Version 1 goes on answering");
  }

  @Test
  void saysThatNothingIsPromoted() {
    watcher.poll();

    assertThat(holder.current()).isEmpty();
    assertThat(watcher.status().message()).contains("promote").doesNotContain("goes on");
  }

  @Test
  void survivesARegistryThatBreaksInAWayNobodyForesaw() {
    source.fail(new IllegalStateException("what"));
    watcher.poll();

    assertThat(watcher.status().state()).isEqualTo(RegistryState.UNREACHABLE);
    assertThat(watcher.status().message()).contains("bug");
  }

  private void serve(String version, FakeModel model) {
    source.add(version, () -> model);
    promoteAndPoll(version);
  }

  private void promoteAndPoll(String version) {
    source.promote(version);
    watcher.poll();
  }

  private void pollAfter(Duration time) {
    now = now.plus(time);
    watcher.poll();
  }

  private String served() {
    return holder.current().orElseThrow().identity().version();
  }
}
