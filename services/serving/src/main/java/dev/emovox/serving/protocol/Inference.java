package dev.emovox.serving.protocol;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.api.Patience;
import dev.emovox.serving.api.Predictions;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.ClipSource;
import dev.emovox.serving.prediction.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers questions of the protocol, whichever way they came. */
@Singleton
public class Inference {
  /** Models that may replace each other while one request is answered. */
  private static final int MOST_SWAPS = 3;

  private final Predictions predictions;
  private final ServingConfig config;

  Inference(Predictions predictions, ServingConfig config) {
    this.predictions = predictions;
    this.config = config;
  }

  /**
   * The answer of one model to all clips.
   *
   * @param patience how long the client waits
   * @param request who asks; if he goes away, nothing more is computed for him
   * @throws dev.emovox.serving.problem.ProblemException if the question can't be understood
   */
  public Uni<InferenceResponse> answer(
      InferenceQuestion question, Patience patience, RoutingContext request) {
    List<String> wanted = OutputTensors.wanted(question.outputs());
    List<ClipSource> clips = new InputClips(question.inputs(), config.maxBatchItems()).read();
    Function<ClipSource, Question> asked =
        clip -> new Question(clip, Optional.empty(), question.version(), patience.left());
    return byOneModel(clips, clip -> predictions.answer(asked.apply(clip), request))
        // A model went live meanwhile, or the champion stood in for some of the clips.
        .onFailure(OneModel.ReplacedException.class)
        .recoverWithUni(
            () ->
                byOneModel(clips, clip -> predictions.championsAnswer(asked.apply(clip), request))
                    .onFailure(OneModel.ReplacedException.class)
                    .retry()
                    .atMost(MOST_SWAPS))
        .map(all -> OutputTensors.response(question.id(), wanted, all));
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
