package dev.emovox.serving.api;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.upload.UploadedFile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Answers clips. What a body is, is decided by its bytes, never by what the client calls it:
 * command line tools often send a wrong content type or none.
 */
@Path("/v1/emotions")
@Produces(MediaType.APPLICATION_JSON)
public class EmotionsResource {
  private final Predictions predictions;
  private final ServingConfig config;

  public EmotionsResource(Predictions predictions, ServingConfig config) {
    this.predictions = predictions;
    this.config = config;
  }

  /** Answers the clip that is the body, which {@code UploadLimit} has read already. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Uni<EmotionDocument> classify(@Context RoutingContext request, @Context UriInfo uri) {
    Buffer body = request.body().buffer();
    return answer(() -> body == null ? new byte[0] : body.getBytes(), request, uri);
  }

  /** Answers the clip in the form field {@code file}. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<EmotionDocument> classifyForm(
      @RestForm("file") FileUpload file, @Context RoutingContext request, @Context UriInfo uri) {
    return answer(() -> content(file), request, uri);
  }

  private Uni<EmotionDocument> answer(ClipSource source, RoutingContext request, UriInfo uri) {
    return predictions.counted(
        () -> {
          AnswerForm form = predictions.form(uri);
          return predictions
              .answer(form.question(source, predictions.patience(request).left()), request)
              .map(classification -> EmotionDocument.of(classification, form));
        });
  }

  private byte[] content(FileUpload file) {
    if (file == null) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The form has no file field; send the clip in a field 'file'.");
    }
    if (file.size() > config.maxBytes()) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "The file is larger than " + config.maxBytes() + " bytes; send a shorter clip.");
    }
    return UploadedFile.content(file);
  }
}
