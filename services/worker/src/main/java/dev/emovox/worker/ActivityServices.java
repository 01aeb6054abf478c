package dev.emovox.worker;

import dev.emovox.adapters.BaselineAdapter;
import dev.emovox.adapters.FeatureAdapter;
import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.IngestionAdapter;
import dev.emovox.adapters.ProgramVersion;
import dev.emovox.adapters.ScheduleAdapter;
import dev.emovox.adapters.SplitAdapter;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.TrackingAdapter;
import dev.emovox.adapters.augmentation.AugmentationAdapter;
import dev.emovox.adapters.curves.MlflowStepMetrics;
import dev.emovox.adapters.curves.TrainingTrackingAdapter;
import dev.emovox.adapters.epochs.TrainingAdapter;
import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.adapters.maps.FeatureMapAdapter;
import dev.emovox.adapters.promotion.LedgerServers;
import dev.emovox.adapters.promotion.PromotionAdapter;
import dev.emovox.adapters.stages.FineTuningAdapter;
import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.EmovoxException;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.records.ScheduleArchive;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The activities with all that they need. Opening them sends nothing. */
final class ActivityServices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityServices.class);

  private final Endpoints endpoints;
  private final S3Connection s3;
  private final LedgerServers ledger;
  private final MlflowTracking tracking;
  private final ModelRegistry registry;
  private final Heartbeats heartbeats = new Heartbeats();
  private final Stores stores;
  private final TrainingSettings settings;
  private final TrainingAdapter training;

  ActivityServices(
      Endpoints endpoints, TrainingSettings settings, Map<String, String> environment) {
    this.endpoints = endpoints;
    this.s3 = new S3Connection(endpoints.s3());
    this.tracking = new MlflowTracking(endpoints.mlflow());
    this.registry = new ModelRegistry(endpoints.mlflow());
    this.ledger =
        new LedgerServers(
            s3,
            endpoints.s3().bucket(),
            registry,
            tracking,
            new LedgerFiles(home(environment).resolve("ledger"), environment, LOG::info));
    this.settings = settings;
    this.stores = Stores.on(s3, settings.cache());
    this.training = new TrainingAdapter(stores, s3, settings, new MlflowStepMetrics(tracking));
  }

  /** Where the keys of the ledger lie, unless {@code EMOVOX_LEDGER_KEYS} names another folder. */
  private static Path home(Map<String, String> environment) {
    String named = environment.getOrDefault("EMOVOX_HOME", "").strip();
    return Path.of(named.isEmpty() ? ".emovox" : named).toAbsolutePath().normalize();
  }

  /** What needs the device. */
  TrainingAdapter training() {
    return training;
  }

  /** One implementation of every activity interface that needs no device. */
  Object[] withoutDevice() {
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    return new Object[] {
      new IngestionAdapter(stores, decoder, heartbeats),
      new SplitAdapter(stores.memory(), stores.tables(), stores.manifests(), heartbeats),
      new FeatureAdapter(stores, decoder, heartbeats),
      new AugmentationAdapter(stores, decoder, heartbeats),
      new FeatureMapAdapter(stores, tracking, heartbeats),
      new BaselineAdapter(stores, heartbeats, ProgramVersion.current()),
      new TrackingAdapter(tracking, registry, stores, heartbeats),
      new FineTuningAdapter(stores, heartbeats, settings, ProgramVersion.current()),
      new TrainingTrackingAdapter(tracking, stores, heartbeats),
      new ScheduleAdapter(new ScheduleArchive(s3), heartbeats),
      new PromotionAdapter(stores, ledger, endpoints.serving(), heartbeats)
    };
  }

  /**
   * The plan of a run that was begun.
   *
   * @throws IllegalStateException if there is no record of it
   */
  ExperimentPlan plan(String run) {
    return stores
        .runs()
        .plan(run)
        .orElseThrow(() -> new IllegalStateException("no record of run " + run));
  }

  /** What is wrong with the artefact store now; nothing if it works. */
  Optional<String> storeProblem() {
    try {
      new BucketCheck(s3).require();
      return Optional.empty();
    } catch (EmovoxException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public void close() {
    training.close();
    heartbeats.close();
    stores.manifests().close();
    tracking.close();
    s3.close();
  }
}
