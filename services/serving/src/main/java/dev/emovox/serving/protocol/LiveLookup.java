package dev.emovox.serving.protocol;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.prediction.NoModelException;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the model that a request names: one that answers now, and no other. */
@Singleton
public class LiveLookup {
  private final LiveModels models;
  private final ProtocolFailures failures;

  LiveLookup(LiveModels models, ProtocolFailures failures) {
    this.models = models;
    this.failures = failures;
  }

  /** Whether any model answers. */
  public boolean isReady() {
    return models.champion().current().isPresent();
  }

  /**
   * The model of that name and version; the champion if no version is named.
   *
   * @param version any if empty
   * @throws ProblemException if another model or version answers
   * @throws NoModelException if none does
   */
  public LiveModel find(String name, Optional<String> version) {
    LiveModel champion = models.champion().current().orElseThrow(NoModelException::new);
    return models
        .current()
        .filter(live -> name.equals(live.identity().name()))
        .filter(live -> version.map(live.identity().version()::equals).orElse(true))
        .findFirst()
        .orElseThrow(() -> notHere(champion));
  }

  private static ProblemException notHere(LiveModel champion) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "That model or version does not answer here; version "
            + champion.identity().version()
            + " of "
            + champion.identity().name()
            + " does.");
  }

  /** The versions that answer, the one that answers by default first. */
  public List<String> versions() {
    return models.current().map(live -> live.identity().version()).toList();
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
