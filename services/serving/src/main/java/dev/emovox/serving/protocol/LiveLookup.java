package dev.emovox.serving.protocol;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.prediction.NoModelException;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Finds the model that a request names: the one that answers now, and no other. */
@Singleton
class LiveLookup {
  private final ModelHolder models;
  private final ProtocolFailures failures;

  LiveLookup(ModelHolder models, ProtocolFailures failures) {
    this.models = models;
    this.failures = failures;
  }

  /**
   * The model of that name and version.
   *
   * @param version any if empty
   * @throws ProblemException if another model or version answers
   * @throws NoModelException if none does
   */
  LiveModel find(String name, Optional<String> version) {
    LiveModel live = models.current().orElseThrow(NoModelException::new);
    String liveVersion = live.identity().version();
    if (!name.equals(live.identity().name()) || !version.map(liveVersion::equals).orElse(true)) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "That model or version does not answer here; version "
              + liveVersion
              + " of "
              + live.identity().name()
              + " does.");
    }
    return live;
  }

  /** The response to a request that failed. */
  Response failed(Throwable failure) {
    return failures.of(failure);
  }

  /** What {@code answer} makes of the model, or why there is none. */
  Response respond(String name, Optional<String> version, Function<LiveModel, Response> answer) {
    try {
      return answer.apply(find(name, version));
    } catch (ProblemException | NoModelException e) {
      return failures.of(e);
    }
  }
}
