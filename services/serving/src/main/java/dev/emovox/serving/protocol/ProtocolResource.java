package dev.emovox.serving.protocol;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the server and its one model are, and whether they answer. */
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolResource {
  private final LiveLookup lookup;
  private final ModelHolder models;
  private final String version;

  public ProtocolResource(
      LiveLookup lookup,
      ModelHolder models,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.lookup = lookup;
    this.models = models;
    this.version = version;
  }

  /** About the server. */
  @GET
  public Response server() {
    return Response.ok(new ProtocolDocuments.Server("emovox-serving", version, List.of())).build();
  }

  /** Whether the process works. */
  @GET
  @Path("health/live")
  public Response live() {
    return Response.ok(new ProtocolDocuments.Live(true)).build();
  }

  /** Whether a model answers. */
  @GET
  @Path("health/ready")
  public Response ready() {
    return readiness(models.current().isPresent());
  }

  /** About the model. */
  @GET
  @Path("models/{name}")
  public Response model(@PathParam("name") String name) {
    return lookup.respond(name, Optional.empty(), this::metadata);
  }

  /** About a version of the model. */
  @GET
  @Path("models/{name}/versions/{version}")
  public Response model(@PathParam("name") String name, @PathParam("version") String asked) {
    return lookup.respond(name, Optional.of(asked), this::metadata);
  }

  /** Whether the model answers. */
  @GET
  @Path("models/{name}/ready")
  public Response modelReady(@PathParam("name") String name) {
    return lookup.respond(name, Optional.empty(), live -> readiness(true));
  }

  /** Whether a version of the model answers. */
  @GET
  @Path("models/{name}/versions/{version}/ready")
  public Response modelReady(@PathParam("name") String name, @PathParam("version") String asked) {
    return lookup.respond(name, Optional.of(asked), live -> readiness(true));
  }

  private Response metadata(LiveModel live) {
    return Response.ok(ModelMetadata.of(live, lookup.versions())).build();
  }

  private static Response readiness(boolean ready) {
    return Response.status(ready ? 200 : 503).entity(new ProtocolDocuments.Ready(ready)).build();
  }
}
