package dev.emovox.serving.batches;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.api.AnswerForm;
import dev.emovox.serving.api.EmotionDocument;
import dev.emovox.serving.api.Patience;
import dev.emovox.serving.api.Predictions;
import dev.emovox.serving.prediction.NoModelException;
import dev.emovox.serving.problem.ProblemTranslation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Answers several clips of one request. A clip that can't be answered gets a problem in its place,
 * and the others go on; without a model there is one problem for all. Only some are in work at a
 * time, so that a large batch leaves room for other clients.
 */
@Path("/v1/emotions:batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
  private final Predictions predictions;
  private final ServingConfig config;
  private final BatchBody body;

  public BatchResource(Predictions predictions, ServingConfig config, ObjectMapper json) {
    this.predictions = predictions;
    this.config = config;
    this.body = new BatchBody(json, config.maxBatchItems());
  }

  /** Answers the clips of a JSON document, which {@code UploadLimit} has read already. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking // reading a large document takes its time
  public Uni<BatchDocument> classify(@Context RoutingContext request, @Context UriInfo uri) {
    return answers(() -> body.document(request.body().buffer()), request, uri);
  }

  /** Answers the files of a form. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<BatchDocument> classifyForm(
      @RestForm(FileUpload.ALL) List<FileUpload> files,
      @Context RoutingContext request,
      @Context UriInfo uri) {
    return answers(() -> body.files(files), request, uri);
  }

  private Uni<BatchDocument> answers(
      Supplier<List<BatchClip>> clips, RoutingContext request, UriInfo uri) {
    return predictions.counted(
        () -> {
          AnswerForm form = predictions.form(uri);
          Patience patience = predictions.patience(request);
          List<Uni<BatchDocument.Item>> items =
              clips.get().stream().map(clip -> answer(clip, form, patience, request)).toList();
          return Uni.join()
              .all(items)
              .usingConcurrencyOf(config.batchConcurrency())
              .andFailFast()
              .map(BatchDocument::of);
        });
  }

  private Uni<BatchDocument.Item> answer(
      BatchClip clip, AnswerForm form, Patience patience, RoutingContext request) {
    return Uni.createFrom()
        .deferred(() -> predictions.answer(form.question(clip.source(), patience.left()), request))
        .map(answer -> new BatchDocument.Item(clip.name(), EmotionDocument.of(answer, form), null))
        .onFailure(failure -> !(failure instanceof NoModelException))
        .recoverWithItem(
            failure -> new BatchDocument.Item(clip.name(), null, ProblemTranslation.of(failure)));
  }
}
