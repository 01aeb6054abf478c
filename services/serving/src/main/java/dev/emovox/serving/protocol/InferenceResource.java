package dev.emovox.serving.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.api.Patience;
import dev.emovox.serving.api.Predictions;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.prediction.Question;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Inference by the protocol. Whatever a client calls its body, it is read as the protocol says. */
@Path("/v2")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class InferenceResource {
  private static final String HEADER_LENGTH = "Inference-Header-Content-Length";

  /** Models that may replace each other while one request is answered. */
  private static final int MOST_SWAPS = 3;

  private final Predictions predictions;
  private final LiveLookup lookup;
  private final ServingConfig config;
  private final ObjectMapper json;

  InferenceResource(
      Predictions predictions, LiveLookup lookup, ServingConfig config, ObjectMapper json) {
    this.predictions = predictions;
    this.lookup = lookup;
    this.config = config;
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
    List<String> wanted = OutputTensors.wanted(tensors.request());
    Patience patience = predictions.patience(request);
    List<ClipSource> clips = new InputClips(tensors, config.maxBatchItems()).read();
    Function<ClipSource, Question> question =
        clip -> new Question(clip, Optional.empty(), version, patience.left());
    return byOneModel(clips, clip -> predictions.answer(question.apply(clip), request))
        // A model went live meanwhile, or the champion stood in for some of the clips.
        .onFailure(OneModel.ReplacedException.class)
        .recoverWithUni(
            () ->
                byOneModel(
                        clips, clip -> predictions.championsAnswer(question.apply(clip), request))
                    .onFailure(OneModel.ReplacedException.class)
                    .retry()
                    .atMost(MOST_SWAPS))
        .map(all -> Response.ok(OutputTensors.response(tensors.request(), wanted, all)).build());
  }

  private Uni<List<Classification>> byOneModel(
      List<ClipSource> clips, Function<ClipSource, Uni<Classification>> ask) {
    List<Uni<Classification>> answers =
        clips.stream().map(clip -> Uni.createFrom().deferred(() -> ask.apply(clip))).toList();
    return Uni.join()
        .all(answers)
        .usingConcurrencyOf(config.batchConcurrency())
        .andFailFast()
        .invoke(OneModel::check);
  }
}
