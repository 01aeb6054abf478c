package dev.emovox.serving.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.api.Predictions;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Inference by the protocol. Whatever a client calls its body, it is read as the protocol says. */
@Path("/v2")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class InferenceResource {
  private static final String HEADER_LENGTH = "Inference-Header-Content-Length";

  private final Predictions predictions;
  private final LiveLookup lookup;
  private final Inference inference;
  private final ObjectMapper json;

  InferenceResource(
      Predictions predictions, LiveLookup lookup, Inference inference, ObjectMapper json) {
    this.predictions = predictions;
    this.lookup = lookup;
    this.inference = inference;
    this.json = json;
  }

  /** Answers with whichever version is live. */
  @POST
  @Path("models/{name}/infer")
  @Blocking // reading a large document takes its time
  public Uni<Response> infer(@PathParam("name") String name, @Context RoutingContext request) {
    return respond(name, Optional.empty(), request);
  }

  /** Answers with that version. */
  @POST
  @Path("models/{name}/versions/{version}/infer")
  @Blocking
  public Uni<Response> infer(
      @PathParam("name") String name,
      @PathParam("version") String version,
      @Context RoutingContext request) {
    return respond(name, Optional.of(version), request);
  }

  private Uni<Response> respond(String name, Optional<String> version, RoutingContext request) {
    return predictions
        .counted(() -> answer(name, version, request))
        .onFailure()
        .recoverWithItem(lookup::failed);
  }

  private Uni<Response> answer(String name, Optional<String> version, RoutingContext request) {
    lookup.find(name, version);
    Buffer body = request.body().buffer();
    TensorBody tensors =
        TensorBody.read(
            json,
            body == null ? new byte[0] : body.getBytes(),
            request.request().getHeader(HEADER_LENGTH));
    return inference
        .answer(tensors.question(version), predictions.patience(request), request)
        .map(answer -> Response.ok(answer).build());
  }
}
