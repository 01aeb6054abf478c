package dev.emovox.serving.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Timing;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.PredictionId;
import dev.emovox.traces.PredictionRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceRecorderTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Instant TIME = Instant.parse("2026-03-01T12:30:00Z");

  private final FakeTraceFiles files = new FakeTraceFiles();
  private final PredictionArchive archive = new PredictionArchive(files);
  private final Counts counts = new Counts();
  private Optional<TraceRecorder> open = Optional.empty();

  @AfterEach
  void close() {
    files.recover();
    open.ifPresent(TraceRecorder::close);
  }

  private TraceRecorder recorder(TraceSettings settings) {
    TraceRecorder recorder =
        new TraceRecorder(archive, settings, counts, InstantSource.fixed(TIME));
    open = Optional.of(recorder);
    return recorder;
  }

  private static TraceSettings every(Duration interval, int capacity) {
    return new TraceSettings(1, capacity, interval, Optional.empty());
  }

  private static final class Counts implements TraceListener {
    final AtomicInteger written = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public void written(int rows) {
      written.addAndGet(rows);
    }

    @Override
    public void lost(int rows) {
      lost.addAndGet(rows);
    }

    @Override
    public void failed(RuntimeException failure) {
      failures.incrementAndGet();
    }
  }

  private static Classification answer() {
    return new Classification(
        PredictionId.at(TIME),
        List.of(new ClassScore("happy", 0.75, 1), new ClassScore("sad", 0.25, 0)),
        2.5,
        new ModelIdentity("emovox", "3", "run-1", Digest.of("package")),
        List.of(),
        Digest.of("clip"),
        new Timing(1_000_000, 2_000_000, 3_000_000, 4));
  }

  @Test
  void storesEverythingThatIsSaidOfAPrediction() {
    TraceRecorder recorder = recorder(every(Duration.ofMillis(1), 100));
    Classification answer = answer();
    recorder.record(answer);

    await().until(() -> counts.written.get() == 1);
    assertThat(archive.find(answer.id()))
        .contains(
            new PredictionRow(
                answer.id(),
                "2026-03-01T12:30:00Z",
                Digest.of("clip").toString(),
                2.5,
                "emovox",
                "3",
                "run-1",
                Digest.of("package").toString(),
                "happy",
                List.of("happy", "sad"),
                List.of(0.75, 0.25),
                0.001,
                0.002,
                0.003,
                4));
  }

  @Test
  void storesWhatWaitsWhenItIsClosed() {
    TraceRecorder recorder = recorder(every(NEVER, 100));
    Classification answer = answer();
    recorder.record(answer);
    recorder.close();

    assertThat(archive.find(answer.id())).isPresent();
    assertThat(counts.lost).hasValue(0);
  }

  @Test
  void keepsRowsWhileTheStoreIsAwayAndStoresThemWhenItIsBack() {
    files.fail(new ServerUnavailableException("away", null));
    TraceRecorder recorder = recorder(every(Duration.ofMillis(1), 100));
    List<Classification> answers = IntStream.range(0, 5).mapToObj(i -> answer()).toList();
    answers.forEach(recorder::record);
    await().until(() -> counts.failures.get() > 2);
    assertThat(recorder.waiting()).isEqualTo(5);

    files.recover();
    await().until(() -> counts.written.get() == 5);
    assertThat(recorder.waiting()).isZero();
    assertThat(answers).allMatch(answer -> archive.find(answer.id()).isPresent());
  }

  @Test
  void countsWhatThereIsNoRoomForAndNeverFails() {
    files.fail(new ServerUnavailableException("away", null));
    TraceRecorder recorder = recorder(every(NEVER, 10));
    IntStream.range(0, 25).forEach(i -> recorder.record(answer()));

    assertThat(counts.lost).hasValue(15);
    recorder.close();
    assertThat(counts.lost).hasValue(25);
    assertThat(counts.written).hasValue(0);
  }

  @Test
  void doesNotWaitForTheIntervalWhenRoomRunsShort() {
    TraceRecorder recorder = recorder(every(NEVER, 10));
    IntStream.range(0, 6).forEach(i -> recorder.record(answer()));

    await().until(() -> counts.written.get() == 6);
  }

  @Test
  void keepsASampleOnly() {
    TraceRecorder recorder = recorder(new TraceSettings(0.25, 10_000, NEVER, Optional.empty()));
    IntStream.range(0, 2_000).forEach(i -> recorder.record(answer()));

    assertThat(recorder.waiting()).isBetween(400, 600);
  }

  @Test
  void forgetsHoursThatWereKeptForLongEnough() {
    files.put("dt=2026-02-28/hour=11", "a.parquet", new byte[0]);
    files.put("dt=2026-02-28/hour=12", "b.parquet", new byte[0]);
    recorder(new TraceSettings(1, 10, Duration.ofMillis(1), Optional.of(Duration.ofDays(1))));

    await().until(() -> files.folders().size() == 1);
    assertThat(files.folders()).containsExactly("dt=2026-02-28/hour=12");
  }
}
