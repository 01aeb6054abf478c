package dev.emovox.serving.drift;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells how far what the model hears and says has moved. */
@Path("/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
public class DriftResource {
  private final DriftWatcher watcher;

  public DriftResource(DriftWatcher watcher) {
    this.watcher = watcher;
  }

  /** What is known now. */
  @GET
  public DriftDocument drift() {
    return DriftDocument.of(watcher.state(), watcher.settings());
  }
}
