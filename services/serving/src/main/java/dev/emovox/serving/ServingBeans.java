package dev.emovox.serving;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.serving.batching.BatchLimits;
import dev.emovox.serving.batching.Batcher;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelSource;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RetryBackoff;
import dev.emovox.serving.model.WatchListener;
import dev.emovox.serving.prediction.Admission;
import dev.emovox.serving.prediction.CallerShare;
import dev.emovox.serving.prediction.ClipObserver;
import dev.emovox.serving.prediction.EngineListener;
import dev.emovox.serving.prediction.ModelRouter;
import dev.emovox.serving.prediction.PredictionEngine;
import dev.emovox.serving.prediction.PredictionPool;
import dev.emovox.serving.prediction.StandInListener;
import dev.emovox.serving.prediction.Uncertainty;
import dev.emovox.serving.tracing.TraceListener;
import dev.emovox.serving.tracing.TraceRecorder;
import dev.emovox.serving.tracing.TraceSettings;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.TraceFiles;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts the parts together: the only place that knows how they are made. */
public class ServingBeans {
  /** What wav2vec 2.0 hears, in hertz. */
  private static final int NETWORK_RATE = 16_000;

  @Produces
  @Singleton
  LiveModels models() {
    return LiveModels.none();
  }

  void close(@Disposes LiveModels models) {
    models.close();
  }

  @Produces
  @Singleton
  ModelHolder champion(LiveModels models) {
    return models.champion();
  }

  @Produces
  @Singleton
  ModelWatcher watcher(
      ModelSource source, ModelHolder champion, WatchListener listener, ServingConfig config) {
    RetryBackoff backoff = new RetryBackoff(config.pollInterval(), config.longestRetry());
    return new ModelWatcher(
        source, champion, new ModelWatcher.Timing(backoff, Clock.systemUTC()), listener);
  }

  @Produces
  @Singleton
  PredictionPool pool(ServingConfig config) {
    return new PredictionPool(threads(config));
  }

  void close(@Disposes PredictionPool pool) {
    pool.close();
  }

  private static int threads(ServingConfig config) {
    return config.threads().orElse(Runtime.getRuntime().availableProcessors());
  }

  @Produces
  @Singleton
  Batcher batcher(ServingConfig config, EngineListener listener) {
    ServingConfig.Batch batch = config.batch();
    long samples = Math.max(1, Math.round(batch.seconds() * NETWORK_RATE));
    return new Batcher(
        batch.threads(), new BatchLimits(batch.clips(), samples, batch.patience()), listener);
  }

  void close(@Disposes Batcher batcher) {
    batcher.close();
  }

  @Produces
  @Singleton
  Admission admission(ServingConfig config) {
    return new Admission(
        new Admission.Capacity(threads(config), config.queue(), config.retryAfter()),
        System::nanoTime);
  }

  @Produces
  @Singleton
  PredictionEngine.Stages stages(
      Admission admission,
      PredictionPool pool,
      Batcher batcher,
      @All List<ClipObserver> observers,
      EngineListener listener) {
    ClipObserver each =
        (question, clip, live, answer) ->
            observers.forEach(one -> one.heard(question, clip, live, answer));
    return new PredictionEngine.Stages(admission, pool, batcher, each, listener);
  }

  @Produces
  @Singleton
  ModelRouter router(LiveModels models, StandInListener standIns, ServingConfig config) {
    return new ModelRouter(models, new CallerShare(config.challenger().canaryShare()), standIns);
  }

  @Produces
  @Singleton
  TraceRecorder traces(TraceFiles files, TraceListener listener, ServingConfig config) {
    ServingConfig.Traces traces = config.traces();
    TraceSettings settings =
        new TraceSettings(
            traces.enabled() ? traces.share() : 0,
            traces.capacity(),
            traces.interval(),
            traces.enabled() ? traces.retention() : Optional.empty());
    return new TraceRecorder(new PredictionArchive(files), settings, listener, Clock.systemUTC());
  }

  void close(@Disposes TraceRecorder traces) {
    traces.close();
  }

  @Produces
  @Singleton
  Uncertainty uncertainty(ServingConfig config) {
    return new Uncertainty(config.uncertainBelow());
  }

  @Produces
  @Singleton
  PredictionEngine engine(
      ModelRouter router, PredictionEngine.Stages stages, ServingConfig config) {
    DecodeLimits limits =
        new DecodeLimits(
            config.maxBytes(), config.maxSeconds(), config.maxSampleRate(), config.maxChannels());
    return new PredictionEngine(new AudioDecoder(limits), router, stages);
  }
}
