package dev.emovox.lineage.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.lineage.source.LineageSource;
import dev.emovox.lineage.testing.CraftedRun;
import dev.emovox.lineage.testing.SourceOfRuns;
import dev.emovox.records.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunReadingTest {
  private static final List<String> NAMES =
      IntStream.range(0, 300).mapToObj("run-%03d"::formatted).toList();

  private final List<String> read = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();

  private void read(Function<String, Optional<RunRecord>> record) {
    LineageSource source = new SourceOfRuns(record);
    new RunReading(source).read(NAMES, run -> read.add(run.id()), (name, why) -> damaged.add(name));
  }

  private static Optional<RunRecord> going(String name) {
    return Optional.of(new CraftedRun(name).going());
  }

  @Test
  void recordsComeInTheirOrderAndSeveralAreReadAtOnce() {
    CountDownLatch several = new CountDownLatch(8);

    read(
        name -> {
          several.countDown();
          try {
            assertThat(several.await(30, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return going(name);
        });

    assertThat(read).isEqualTo(NAMES);
  }

  @Test
  void fewAreReadAheadOfWhatIsTaken() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    LineageSource source =
        new SourceOfRuns(
            name -> {
              begun.incrementAndGet();
              return going(name);
            });

    new RunReading(source)
        .read(
            NAMES,
            run -> {
              read.add(run.id());
              most.accumulateAndGet(begun.get() - read.size(), Math::max);
            },
            (name, why) -> damaged.add(name));

    assertThat(read).isEqualTo(NAMES);
    assertThat(most.get()).isLessThanOrEqualTo(64);
  }

  @Test
  void whatIsDamagedIsNamedAndWhatIsGoneIsNot() {
    read(
        name -> {
          if (name.equals("run-007")) {
            throw new WorkFailedException("It is damaged.");
          }
          return name.equals("run-008") ? Optional.empty() : going(name);
        });

    assertThat(damaged).containsExactly("run-007");
    assertThat(read).hasSize(298).doesNotContain("run-007", "run-008");
  }

  @Test
  void aServerThatIsAwayEndsIt() {
    assertThatThrownBy(
            () ->
                read(
                    name -> {
                      throw new ServerUnavailableException("S3 is away.", null);
                    }))
        .isInstanceOf(ServerUnavailableException.class);
    assertThat(read).isEmpty();
  }
}
