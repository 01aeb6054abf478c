package dev.emovox.serving.ops;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.serving.challenger.ChallengerListener;
import dev.emovox.serving.challenger.Comparison;
import dev.emovox.serving.challenger.Difference;
import dev.emovox.serving.model.LiveModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Writes what becomes of challengers to the metrics and to the log. */
@Singleton
public class ChallengerReporter implements ChallengerListener {
  private static final Logger LOG = Logger.getLogger(ChallengerReporter.class);
  private static final double NANOSECONDS = 1e9;

  /** Clips from one line of the log to the next, after the first ones. */
  private static final int LINE = 100;

  private final Counter failed;
  private final Counter refused;
  private final Counter agreed;
  private final Counter differed;
  private final Counter dropped;
  private final DistributionSummary difference;
  private final Timer champion;
  private final Timer challenger;

  public ChallengerReporter(MeterRegistry registry) {
    failed = failures(registry, "failed");
    refused = failures(registry, "refused");
    agreed = comparisons(registry, "agreed");
    differed = comparisons(registry, "differed");
    dropped = comparisons(registry, "dropped");
    difference =
        DistributionSummary.builder("emovox.shadow.difference")
            .description("Mean absolute difference of the probabilities of one clip")
            .serviceLevelObjectives(0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
            .register(registry);
    champion = time(registry, "champion");
    challenger = time(registry, "challenger");
  }

  private static Counter failures(MeterRegistry registry, String reason) {
    return Counter.builder("emovox.challenger.failures")
        .description("Clips that the champion could answer and the challenger could not")
        .tag("reason", reason)
        .register(registry);
  }

  private static Counter comparisons(MeterRegistry registry, String outcome) {
    return Counter.builder("emovox.shadow.clips")
        .description("Clips that were to be answered by both models")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static Timer time(MeterRegistry registry, String role) {
    return Timer.builder("emovox.shadow.time")
        .description("What the models took for clips that both have answered")
        .tag("role", role)
        .register(registry);
  }

  @Override
  public void failed(LiveModel model, Throwable failure) {
    if (failure instanceof UnusableAudioException) {
      refused.increment();
    } else {
      failed.increment();
      LOG.errorf(failure, "The challenger, %s, failed", model.pointer().describe());
    }
  }

  @Override
  public void compared(Difference one, Comparison soFar) {
    (one.agree() ? agreed : differed).increment();
    difference.record(one.probability());
    champion.record(Duration.ofNanos((long) (one.championSeconds() * NANOSECONDS)));
    challenger.record(Duration.ofNanos((long) (one.challengerSeconds() * NANOSECONDS)));
    if (soFar.clips() == 1 || soFar.clips() % LINE == 0) {
      LOG.info(line(soFar));
    }
  }

  private static String line(Comparison all) {
    return String.format(
        Locale.ROOT,
        "shadow champion=%s challenger=%s clips=%d agreement=%.4f mean_absolute_difference=%.4f"
            + " champion_seconds=%.4f challenger_seconds=%.4f",
        all.champion().version(),
        all.challenger().version(),
        all.clips(),
        all.agreement(),
        all.meanAbsoluteDifference(),
        all.meanChampionSeconds(),
        all.meanChallengerSeconds());
  }

  @Override
  public void dropped() {
    dropped.increment();
  }
}
