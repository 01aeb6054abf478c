package dev.emovox.serving.api;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.ops.PredictionMeter;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.PredictionEngine;
import dev.emovox.serving.prediction.Question;
import dev.emovox.serving.prediction.Uncertainty;
import dev.emovox.serving.prediction.Windows;
import dev.emovox.serving.tracing.TraceRecorder;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Puts the questions of HTTP requests to the engine. A client that goes away is not worked for. */
@Singleton
public class Predictions {
  private final PredictionEngine engine;
  private final PredictionMeter meter;
  private final TraceRecorder traces;
  private final ServingConfig config;
  private final Uncertainty uncertainty;

  public Predictions(
      PredictionEngine engine,
      PredictionMeter meter,
      TraceRecorder traces,
      ServingConfig config,
      Uncertainty uncertainty) {
    this.engine = engine;
    this.meter = meter;
    this.traces = traces;
    this.config = config;
    this.uncertainty = uncertainty;
  }

  /**
   * How long the client of a request waits.
   *
   * @throws dev.emovox.serving.problem.ProblemException if its header can't be understood
   */
  public Patience patience(RoutingContext request) {
    return Patience.of(request.request().getHeader(Patience.HEADER), config.requestTimeout());
  }

  /**
   * What the query of a request asks for.
   *
   * @throws dev.emovox.serving.problem.ProblemException if a parameter is not known or is none
   */
  public AnswerForm form(UriInfo uri) {
    Windows.Limits limits = new Windows.Limits(config.maxSegments(), config.maxSegmentSeconds());
    return AnswerForm.parse(uri.getQueryParameters(), limits, uncertainty);
  }

  /** Who asks, always by the same name; it decides which of two live models answers. */
  public String caller(RoutingContext request) {
    return CallerName.of(request, config.challenger().header());
  }

  /** What {@code work} gives, counted by its outcome; it may throw, which is an outcome too. */
  public <T> Uni<T> counted(Supplier<Uni<? extends T>> work) {
    return Uni.createFrom()
        .deferred(work)
        .onItemOrFailure()
        .invoke((answer, failure) -> meter.ended(failure));
  }

  /** The answer to one question, by the model for its caller; fails with what is a problem. */
  public Uni<Classification> answer(Question question, RoutingContext request) {
    return championsAnswer(question.by(caller(request)), request);
  }

  /** The champion's answer to a question that names no caller; fails with what is a problem. */
  public Uni<Classification> championsAnswer(Question question, RoutingContext request) {
    return Uni.createFrom().completionStage(() -> submit(question, request));
  }

  /**
   * Begins to answer a question, and keeps a trace of the answer.
   *
   * @throws dev.emovox.serving.prediction.OverloadedException if there is no room
   */
  public CompletableFuture<Classification> ask(Question question) {
    CompletableFuture<Classification> answer = engine.submit(question);
    var unused = answer.thenAccept(traces::record);
    return answer;
  }

  private CompletableFuture<Classification> submit(Question question, RoutingContext request) {
    if (question.patience().isZero()) {
      return CompletableFuture.failedFuture(new TimeoutException("the time was over before"));
    }
    if (request.response().closed()) {
      return CompletableFuture.failedFuture(new CancellationException("the client went away"));
    }
    CompletableFuture<Classification> answer = ask(question);
    request.addEndHandler(
        sent -> {
          if (sent.failed()) {
            answer.cancel(false);
          }
        });
    return answer;
  }
}
