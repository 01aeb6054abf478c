package dev.emovox.serving.stream;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.FloatWave;
import dev.emovox.serving.prediction.Question;
import dev.emovox.serving.prediction.Uncertainty;
import dev.emovox.serving.problem.ProblemTranslation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Asks the engine about a stretch of a stream.
 *
 * @param engine answers, or throws if it has no room
 * @param patience how long an estimate may take
 * @param uncertainty when an estimate is said to be uncertain
 */
record Estimator(
    Function<Question, CompletableFuture<Classification>> engine,
    Duration patience,
    Uncertainty uncertainty) {

  /** An estimator for the streams of a caller. */
  Estimator by(String caller) {
    return new Estimator(question -> engine.apply(question.by(caller)), patience, uncertainty);
  }

  /** What was asked, to be cancelled if nobody listens any more, and what it will become. */
  record Pending(
      CompletableFuture<Classification> question, CompletableFuture<EstimateDocument> document) {}

  /** The document of a stretch; never fails. */
  Pending ask(SampleWindow.Stretch stretch) {
    CompletableFuture<Classification> question = submit(stretch);
    return new Pending(
        question,
        question
            .thenApply(answer -> EstimateDocument.answer(stretch, answer, uncertainty))
            .exceptionally(failed(stretch)));
  }

  private CompletableFuture<Classification> submit(SampleWindow.Stretch stretch) {
    try {
      return engine.apply(
          Question.stretch(
              () -> FloatWave.encode(stretch.samples(), StreamShape.SAMPLE_RATE), patience));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Function<Throwable, EstimateDocument> failed(SampleWindow.Stretch stretch) {
    return failure -> {
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      boolean silent =
          cause instanceof UnusableAudioException audio
              && audio.reason() == UnusableAudioException.Reason.SILENT;
      return silent
          ? EstimateDocument.silence(stretch)
          : EstimateDocument.problem(stretch, ProblemTranslation.of(failure));
    };
  }
}
