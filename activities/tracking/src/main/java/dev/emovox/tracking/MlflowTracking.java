package dev.emovox.tracking;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.settings.MlflowEndpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Runs in MLflow: opened, described and closed. Every call may be repeated; what an earlier attempt
 * left is found, not doubled.
 *
 * <p>Every method throws {@link ServerUnavailableException} if the server is away and {@link
 * InvalidInputException} if it refuses access or the request. Safe for use by several threads.
 */
public final class MlflowTracking implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  private final URI url;
  private final Clock clock;
  private final TimedClient client;
  private final Experiments experiments;
  private final RunFinder finder;
  private final RunLog log;
  private final MlflowRest rest;
  private final RunFiles files;

  /** Tracking at a server; nothing is sent yet. */
  public MlflowTracking(MlflowEndpoint endpoint) {
    this(endpoint, Clock.systemUTC());
  }

  /** Tracking whose runs start when {@code clock} says. */
  public MlflowTracking(MlflowEndpoint endpoint, Clock clock) {
    this.url = endpoint.url();
    this.clock = clock;
    this.client = new TimedClient(endpoint, LONGEST_ANSWER);
    this.experiments = new Experiments(client);
    this.finder = new RunFinder(client);
    this.log = new RunLog(client);
    this.rest = new MlflowRest(endpoint);
    this.files = new RunFiles(rest);
  }

  /**
   * The run of that key in that experiment, which is created if there is none. Of several callers
   * at once all get the same run: the earliest stays and the others are deleted. A deleted
   * experiment is restored; a deleted run is left alone and another one made.
   */
  public MlflowRun findOrCreateRun(RunSpec spec) {
    String experimentId = experiments.require(spec.experiment());
    List<RunInfo> found = finder.find(experimentId, spec.key());
    if (!found.isEmpty()) {
      return run(found.get(0));
    }
    RunInfo created = create(experimentId, spec);
    List<RunInfo> rivals = finder.find(experimentId, spec.key());
    rivals.stream().skip(1).forEach(this::delete);
    return run(rivals.isEmpty() ? created : rivals.get(0));
  }

  private RunInfo create(String experimentId, RunSpec spec) {
    CreateRun.Builder request =
        CreateRun.newBuilder()
            .setExperimentId(experimentId)
            .setRunName(spec.name())
            .setStartTime(clock.millis());
    Map<String, String> tags = new TreeMap<>(spec.tags());
    tags.put(RunFinder.KEY_TAG, spec.key());
    tags.put("mlflow.source.name", "emovox");
    spec.parentRunId().ifPresent(parent -> tags.put("mlflow.parentRunId", parent));
    tags.forEach(
        (key, value) -> request.addTags(RunTag.newBuilder().setKey(key).setValue(value).build()));
    return client.ask(mlflow -> mlflow.createRun(request.build()));
  }

  private void delete(RunInfo loser) {
    try {
      client.ask(
          mlflow -> {
            mlflow.deleteRun(loser.getRunId());
            return null;
          });
    } catch (MlflowRefusedException e) {
      // The rival deleted it first, which is as good.
    }
  }

  private MlflowRun run(RunInfo info) {
    String page =
        "%s/#/experiments/%s/runs/%s".formatted(url, info.getExperimentId(), info.getRunId());
    return new MlflowRun(info.getExperimentId(), info.getRunId(), page);
  }

  /** The run of that key; nothing if there is none. */
  public Optional<MlflowRun> findRun(String experiment, String key) {
    return experiments
        .find(experiment)
        .flatMap(id -> finder.find(id, key).stream().findFirst())
        .map(this::run);
  }

  /** What MLflow holds about a run. */
  public RunRecord run(String runId) {
    return log.read(runId, this::run);
  }

  /** What MLflow holds about a run; nothing if it has no run of that id. */
  public Optional<RunRecord> find(String runId) {
    try {
      return Optional.of(run(runId));
    } catch (MlflowRefusedException e) {
      if (e.doesNotExist()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Sets parameters. A parameter that has the same value already is left; MLflow refuses another.
   * Values longer than MLflow takes are cut, with their digest at the end.
   */
  public void logParams(String runId, Map<String, String> params) {
    log.params(runId, params);
  }

  /** Adds values of metrics; a value that is there with the same step and time is not added. */
  public void logMetrics(String runId, List<RunMetric> metrics) {
    log.metrics(runId, metrics);
  }

  /** Metrics of a run that get one value a step; nothing is sent yet. */
  public MetricSeries series(String runId) {
    return new MetricSeries(rest, runId);
  }

  /** Sets tags; a tag that is there gets the new value. */
  public void setTags(String runId, Map<String, String> tags) {
    log.tags(runId, tags);
  }

  /** Names the data that the run used. */
  public void logInputs(String runId, List<DatasetInput> inputs) {
    files.inputs(runId, inputs);
  }

  /**
   * Stores a file with the run, by way of the server; a file of that path is replaced.
   *
   * @param path path below the run's artefacts, with slashes
   * @throws InvalidInputException if the server does not store artefacts for its clients
   */
  public void logArtifact(String runId, String path, byte[] content) {
    files.artifact(ArtifactPath.below(run(runId).artifactUri(), path), content);
  }

  /** Closes a run. */
  public void terminate(String runId, RunOutcome outcome, Instant ended) {
    RunStatus status = RunStatus.valueOf(outcome.name());
    client.ask(
        mlflow -> {
          mlflow.setTerminated(runId, status, ended.toEpochMilli());
          return null;
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
