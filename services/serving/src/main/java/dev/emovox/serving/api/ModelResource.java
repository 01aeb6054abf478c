package dev.emovox.serving.api;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells which model answers. */
@Path("/v1/model")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {
  private final ModelHolder models;
  private final ModelWatcher watcher;

  public ModelResource(ModelHolder models, ModelWatcher watcher) {
    this.models = models;
    this.watcher = watcher;
  }

  /** The model that answers now. */
  @GET
  public ModelDocument model() {
    LiveModel live =
        models
            .current()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NO_MODEL, watcher.status().message()));
    return ModelDocument.of(live, watcher.status());
  }
}
