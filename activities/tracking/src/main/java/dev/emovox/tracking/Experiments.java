package dev.emovox.tracking;

import java.util.Optional;
import org.mlflow.api.proto.Service.Experiment;

/** MLflow's experiments by name: found, created or, if someone deleted one, restored. */
final class Experiments {
  private static final String DELETED = "deleted";

  /** Without this MLflow's pages show the experiment as one about language models. */
  private static final String KIND = "mlflow.experimentKind";

  private static final String MODEL_TRAINING = "custom_model_development";

  private final TimedClient client;

  Experiments(TimedClient client) {
    this.client = client;
  }

  /** The id of an experiment; nothing if there is none, or a deleted one. */
  Optional<String> find(String name) {
    return named(name)
        .filter(experiment -> !experiment.getLifecycleStage().equals(DELETED))
        .map(Experiment::getExperimentId);
  }

  private Optional<Experiment> named(String name) {
    return client.ask(mlflow -> mlflow.getExperimentByName(name));
  }

  /**
   * The id of an experiment that exists from now on. One that was deleted is restored with its
   * runs: MLflow keeps its name taken until an administrator removes it for good.
   */
  String require(String name) {
    Experiment experiment = named(name).orElseGet(() -> create(name));
    if (experiment.getLifecycleStage().equals(DELETED)) {
      client.ask(
          mlflow -> {
            mlflow.restoreExperiment(experiment.getExperimentId());
            return null;
          });
    }
    return experiment.getExperimentId();
  }

  private Experiment create(String name) {
    try {
      client.ask(
          mlflow -> {
            mlflow.setExperimentTag(mlflow.createExperiment(name), KIND, MODEL_TRAINING);
            return null;
          });
    } catch (MlflowRefusedException e) {
      if (!e.alreadyExists()) {
        throw e;
      }
    }
    return named(name)
        .orElseThrow(
            () -> new IllegalStateException("MLflow lost the experiment that it has just created"));
  }
}
