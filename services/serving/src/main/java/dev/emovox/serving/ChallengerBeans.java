package dev.emovox.serving;

import dev.emovox.serving.challenger.Challenger;
import dev.emovox.serving.challenger.ChallengerListener;
import dev.emovox.serving.challenger.FailureCount;
import dev.emovox.serving.challenger.FailureLimit;
import dev.emovox.serving.challenger.Shadow;
import dev.emovox.serving.challenger.Shares;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelSource;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RetryBackoff;
import dev.emovox.serving.model.WatchListener;
import dev.emovox.serving.prediction.Admission;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together what a challenger needs. */
public class ChallengerBeans {

  @Produces
  @Singleton
  Challenger challenger(
      ModelSource source, LiveModels models, Listeners listeners, ServingConfig config) {
    ServingConfig.Challenger settings = config.challenger();
    RetryBackoff backoff = new RetryBackoff(config.pollInterval(), config.longestRetry());
    ModelWatcher watcher =
        new ModelWatcher(
            source,
            models.challenger(),
            new ModelWatcher.Timing(backoff, Clock.systemUTC()),
            listeners.watch());
    FailureLimit limit = new FailureLimit(settings.failures(), settings.failureTime());
    return new Challenger(
        watcher,
        new Shares(settings.canaryShare(), settings.shadowShare()),
        new FailureCount(limit, Clock.systemUTC()),
        listeners.challenger());
  }

  /**
   * Who is told.
   *
   * @param watch of the alias
   * @param challenger of what becomes of the challenger
   */
  record Listeners(WatchListener watch, ChallengerListener challenger) {}

  @Produces
  @Singleton
  Listeners listeners(WatchListener watch, ChallengerListener challenger) {
    return new Listeners(watch, challenger);
  }

  @Produces
  @Singleton
  Shadow.Surroundings surroundings(
      LiveModels models, Admission admission, ChallengerListener listener) {
    return new Shadow.Surroundings(models, () -> admission.inside() == 0, listener);
  }

  @Produces
  @Singleton
  Shadow shadow(Challenger challenger, Shadow.Surroundings surroundings, ServingConfig config) {
    return new Shadow(challenger, surroundings, config.challenger().shadowQueue());
  }

  void close(@Disposes Shadow shadow) {
    shadow.close();
  }
}
