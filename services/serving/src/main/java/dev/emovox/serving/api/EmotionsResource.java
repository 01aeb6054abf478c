package dev.emovox.serving.api;

import dev.emovox.serving.prediction.EmotionClassifier;
import dev.emovox.serving.prediction.PredictionPool;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Answers clips. What a body is, is decided by its bytes, never by what the client calls it:
 * command line tools often send a wrong content type or none.
 */
@Path("/v1/emotions")
@Produces(MediaType.APPLICATION_JSON)
public class EmotionsResource {
  private final EmotionClassifier classifier;
  private final PredictionPool pool;
  private final PredictionMeter meter;

  public EmotionsResource(
      EmotionClassifier classifier, PredictionPool pool, PredictionMeter meter) {
    this.classifier = classifier;
    this.pool = pool;
    this.meter = meter;
  }

  /** Answers the clip that is the body, which {@code UploadLimit} has read already. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Uni<EmotionDocument> classify(@Context RoutingContext request, @Context UriInfo uri) {
    Buffer body = request.body().buffer();
    return answer(() -> body == null ? new byte[0] : body.getBytes(), uri);
  }

  /** Answers the clip in the form field {@code file}. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<EmotionDocument> classifyForm(
      @RestForm("file") FileUpload file, @Context UriInfo uri) {
    return answer(() -> content(file), uri);
  }

  private Uni<EmotionDocument> answer(Supplier<byte[]> content, UriInfo uri) {
    return Uni.createFrom()
        .completionStage(() -> submit(content, AnswerForm.parse(uri.getQueryParameters())))
        .onItemOrFailure()
        .invoke((answer, failure) -> meter.ended(failure));
  }

  private CompletionStage<EmotionDocument> submit(Supplier<byte[]> content, AnswerForm form) {
    return pool.submit(
        () -> EmotionDocument.of(meter.time(() -> classifier.classify(content.get())), form));
  }

  private static byte[] content(FileUpload file) {
    if (file == null) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The form has no file field; send the clip in a field 'file'.");
    }
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the uploaded file", e);
    }
  }
}
