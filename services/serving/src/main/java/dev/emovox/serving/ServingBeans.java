package dev.emovox.serving;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelSource;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RetryBackoff;
import dev.emovox.serving.model.WatchListener;
import dev.emovox.serving.prediction.EmotionClassifier;
import dev.emovox.serving.prediction.PredictionPool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the parts together: the only place that knows how they are made. */
public class ServingBeans {

  @Produces
  @Singleton
  ModelHolder models() {
    return new ModelHolder();
  }

  void close(@Disposes ModelHolder models) {
    models.close();
  }

  @Produces
  @Singleton
  ModelWatcher watcher(
      ModelSource source, ModelHolder models, WatchListener listener, ServingConfig config) {
    RetryBackoff backoff = new RetryBackoff(config.pollInterval(), config.longestRetry());
    return new ModelWatcher(
        source, models, new ModelWatcher.Timing(backoff, Clock.systemUTC()), listener);
  }

  @Produces
  @Singleton
  PredictionPool pool(ServingConfig config) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new PredictionPool(config.threads().orElse(processors), config.queue());
  }

  void close(@Disposes PredictionPool pool) {
    pool.close();
  }

  @Produces
  @Singleton
  EmotionClassifier classifier(ModelHolder models, ServingConfig config) {
    DecodeLimits limits =
        new DecodeLimits(
            config.maxBytes(), config.maxSeconds(), config.maxSampleRate(), config.maxChannels());
    return new EmotionClassifier(new AudioDecoder(limits), models);
  }
}
