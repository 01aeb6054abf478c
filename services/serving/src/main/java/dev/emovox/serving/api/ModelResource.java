package dev.emovox.serving.api;

import dev.emovox.serving.challenger.Challenger;
import dev.emovox.serving.challenger.Shadow;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells which models answer. */
@Path("/v1/model")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {
  private final LiveModels models;
  private final ModelWatcher watcher;
  private final Challenger challenger;
  private final Shadow shadow;

  public ModelResource(
      LiveModels models, ModelWatcher watcher, Challenger challenger, Shadow shadow) {
    this.models = models;
    this.watcher = watcher;
    this.challenger = challenger;
    this.shadow = shadow;
  }

  /** The model that answers now, and what is tried beside it. */
  @GET
  public ModelDocument model() {
    LiveModel live =
        models
            .champion()
            .current()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NO_MODEL, watcher.status().message()));
    return ModelDocument.of(live, watcher.status(), challenger(live));
  }

  private ChallengerDocument challenger(LiveModel champion) {
    return challenger.shares().none()
        ? null
        : ChallengerDocument.of(
            challenger,
            models.challenger().current(),
            shadow.comparison().filter(known -> known.champion().equals(champion.identity())));
  }
}
